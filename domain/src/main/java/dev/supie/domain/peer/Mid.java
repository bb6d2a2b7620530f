package dev.supie.domain.peer;

import java.time.Duration;
import java.util.regex.Pattern;

/// The mark that a sender gives its own message, so that it may send it again without the message
/// arriving twice (PEER-7): 1 to 64 of `A-Z a-z 0-9 . _ ~ -`, unique for each sender.
///
/// @param value empty for a message that cannot safely be sent again
public record Mid(String value) {

    /// The same mark within this time is the same message.
    public static final Duration REMEMBERED = Duration.ofHours(24);

    /// What a wrong one is told.
    public static final String FORM = "1 to 64 of A-Z a-z 0-9 . _ ~ -";

    private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9._~-]{0,64}");

    public static final Mid NONE = new Mid("");

    public Mid {
        if (!isMid(value)) {
            throw new IllegalArgumentException("not a mid");
        }
    }

    /// Whether this may be one; nothing at all may too.
    public static boolean isMid(String text) {
        return PATTERN.matcher(text).matches();
    }

    public boolean given() {
        return !value.isEmpty();
    }
}
