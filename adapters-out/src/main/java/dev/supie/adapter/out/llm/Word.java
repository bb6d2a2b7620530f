package dev.supie.adapter.out.llm;

/// A word of an alphabet, a single ideograph, or a colon: what cues are made of.
///
/// @param text in lower case, contractions spelled out (`we'll` gives `we` and `will`)
/// @param start where it begins in the sentence
/// @param end where it ends
/// @param clause counts the commas before it
/// @param kind how it was written
record Word(String text, int start, int end, int clause, Kind kind) {

    enum Kind {
        IDEOGRAPH,
        LOWER_CASE,
        /// One capital, at the front: perhaps a name.
        CAPITALISED,
        /// Capitals or digits inside, such as `OTA` or `v2.1`.
        MIXED,
        COLON
    }

    boolean isIdeograph() {
        return kind == Kind.IDEOGRAPH;
    }
}
