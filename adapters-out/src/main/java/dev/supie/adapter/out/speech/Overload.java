package dev.supie.adapter.out.speech;

/// What the embedded recognizer gives up at the moment because it has too much to do, least
/// valuable first. Each level includes those before it.
public enum Overload {
    /// Nothing.
    NONE(0),
    /// Partial texts: no thread is free for them.
    PARTIALS(1),
    /// Accuracy: the small model takes over.
    USUAL_MODEL(2),
    /// New speech: it is refused as BUSY.
    SPEECH(3);

    private final int level;

    Overload(int level) {
        this.level = level;
    }

    /// How bad it is, from 0, for metrics.
    public int level() {
        return level;
    }
}
