package dev.supie.domain.peer;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// The server's id of a peer message (PEER-5): 32 hexadecimal digits, the first 12 of them the
/// millisecond, the next 4 a count within it, the rest chance. Ids that are made one after another
/// are in the order of their text.
public record MessageId(String value) implements Comparable<MessageId> {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
    private static final int COUNT_MAX = 0xFFFF;

    public MessageId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a message id");
        }
    }

    /// Nothing for a text that is no such id.
    public static Optional<MessageId> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new MessageId(text)) : Optional.empty();
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
        return new MessageId("%012x%04x%016x".formatted(millis, count, chance));
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
