package dev.supie.domain.peer;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// The server's id of a peer message (PEER-5): 32 hexadecimal digits, the first 12 of them the
/// millisecond, the next 4 a count within it, the rest chance. Ids that are made one after another
/// are in the order of their text.
public record MessageId(String value) implements Comparable<MessageId> {

    private static final int LENGTH = 32;
    private static final int COUNT_MAX = 0xFFFF;

    public MessageId {
        if (!isId(value)) {
            throw new IllegalArgumentException("not a message id");
        }
    }

    /// Nothing for a text that is no such id.
    public static Optional<MessageId> of(String text) {
        return isId(text) ? Optional.of(new MessageId(text)) : Optional.empty();
    }

    /// The first id of a process.
    ///
    /// @param chance 64 random bits, drawn anew for each id
    public static MessageId first(Instant now, long chance) {
        return of(now.toEpochMilli(), 0, chance);
    }

    /// The next one, which is greater than this, even if the clock stands still or was set back.
    public MessageId next(Instant now, long chance) {
        long millis = Long.parseLong(value.substring(0, 12), 16);
        int count = Integer.parseInt(value.substring(12, 16), 16);
        if (now.toEpochMilli() > millis) {
            return first(now, chance);
        }
        return count < COUNT_MAX ? of(millis, count + 1, chance) : of(millis + 1, 0, chance);
    }

    private static MessageId of(long millis, int count, long chance) {
        HexFormat hex = HexFormat.of();
        return new MessageId(
                hex.toHexDigits(millis, 12) + hex.toHexDigits(count, 4) + hex.toHexDigits(chance));
    }

    /// Without a pattern: it is asked several times for each message.
    private static boolean isId(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int at = 0; at < LENGTH; at++) {
            char digit = text.charAt(at);
            boolean decimal = digit >= '0' && digit <= '9';
            boolean letter = digit >= 'a' && digit <= 'f';
            if (!decimal && !letter) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(MessageId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
