package dev.supie.domain.conversation;

/// Why a model gave no answer, or no more of it.
public enum Trouble {
    TIMEOUT,
    /// Too much is asked at once.
    BUSY,
    /// It is not there, or refuses us.
    UNAVAILABLE,
    /// It answered, but not with what it should.
    BROKEN;

    Wording wording() {
        return switch (this) {
            case TIMEOUT -> Wording.TIMEOUT;
            case BUSY -> Wording.BUSY;
            case UNAVAILABLE -> Wording.UNAVAILABLE;
            case BROKEN -> Wording.BROKEN;
        };
    }
}
