package dev.supie.domain.meeting;

import java.util.regex.Pattern;

/// One meeting; `sessionId` on the wire (MTG-6, REST-1), unrelated to a connection's session.
public record MeetingId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public MeetingId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a meeting id");
        }
    }

    /// Whether text from outside can be an id.
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
