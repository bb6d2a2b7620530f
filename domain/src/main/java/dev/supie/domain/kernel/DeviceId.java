package dev.supie.domain.kernel;

/// The identity of one badge, in the one form that HS-1 allows: trimmed, unquoted, lower-case, 1 to
/// 128 characters without control characters.
///
/// Two spellings of the same id are equal only after normalising, so an id is never built from raw
/// text directly: [IdText#normalise] comes first.
public record DeviceId(String value) {

    /// HS-1: a longer id is refused.
    public static final int LENGTH_MAX = 128;

    public DeviceId {
        if (!(IdText.normalise(value) instanceof IdText.Usable usable)
                || !usable.value().equals(value)) {
            throw new IllegalArgumentException("not a normalised device id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
