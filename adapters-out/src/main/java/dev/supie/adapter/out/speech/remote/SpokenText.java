package dev.supie.adapter.out.speech.remote;

/// Text that a service made of speech. Pure.
final class SpokenText {

    /// The fastest speaker says some 1,500 characters in a minute. What is much longer is not what
    /// somebody said.
    static final int CHARS_MAX = 8_000;

    private SpokenText() {}

    /// One line without control characters.
    static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
