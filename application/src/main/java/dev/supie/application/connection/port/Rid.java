package dev.supie.application.connection.port;

/// The mark a badge may put on a request; every answer to it repeats it (MSG-5).
///
/// @param value 1 to 64 characters, or empty for a request without one
public record Rid(String value) {

    public static final int LENGTH_MAX = 64;
    public static final Rid NONE = new Rid("");

    public Rid {
        if (value.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("rid is longer than " + LENGTH_MAX);
        }
    }

    public boolean given() {
        return !value.isEmpty();
    }
}
