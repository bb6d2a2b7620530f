package dev.supie.domain.speaking;

/// The sound of one sentence, as packets.
///
/// @param ready packets that are made and have not gone out
/// @param whole whether no more will be made
record Sound(int ready, boolean whole) {

    /// Of a sentence of which nothing is made yet.
    static final Sound AWAITED = new Sound(0, false);

    /// Of a sentence that has none, or none any more.
    static final Sound EXHAUSTED = new Sound(0, true);

    Sound more(int packets) {
        return new Sound(ready + packets, whole);
    }

    Sound ended() {
        return new Sound(ready, true);
    }

    Sound taken() {
        return new Sound(ready - 1, whole);
    }

    boolean isExhausted() {
        return equals(EXHAUSTED);
    }
}
