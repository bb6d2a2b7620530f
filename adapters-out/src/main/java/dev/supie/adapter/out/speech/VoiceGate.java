package dev.supie.adapter.out.speech;

/// Turns likelihoods into voice or not, with inertia: it takes more to begin than to go on, so it
/// does not flutter within a word.
final class VoiceGate {

    private static final float ON = 0.5f;
    private static final float OFF = 0.35f;

    private boolean open;

    /// Whether this chunk counts as voice.
    boolean pass(float probability) {
        open = open ? probability >= OFF : probability >= ON;
        return open;
    }

    boolean isOpen() {
        return open;
    }

    void shut() {
        open = false;
    }
}
