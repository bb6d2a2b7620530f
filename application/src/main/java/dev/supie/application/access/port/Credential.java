package dev.supie.application.access.port;

/// What a badge presents to prove itself (HS-2): a token of any sort.
///
/// It cannot be printed by accident: its text form is `***`. Two are never compared as objects,
/// because that would not take the same time wherever they differ.
public final class Credential {

    /// A longer one is refused unread; it would not fit through the handshake's own limits.
    public static final int CHARS_MAX = 8192;

    private final String value;

    /// @throws IllegalArgumentException if it is empty: that is no credential at all
    public Credential(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("an empty credential is none");
        }
        this.value = value;
    }

    /// The token itself, for the one place that verifies it.
    public String reveal() {
        return value;
    }

    /// Whether it can be a token at all: not too long, and visible ASCII, as RFC 6750 wants it.
    public boolean isWellFormed() {
        return value.length() <= CHARS_MAX && value.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    @Override
    public String toString() {
        return "***";
    }
}
