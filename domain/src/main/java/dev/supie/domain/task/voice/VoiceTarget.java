package dev.supie.domain.task.voice;

/// Which task a command is about, as far as its words tell (WF-8).
public sealed interface VoiceTarget {

    /// Nothing was said: the usual one for the intent.
    record Usual() implements VoiceTarget {}

    /// A place in the list of open tasks.
    ///
    /// @param words what else was said, in letters and digits alone; empty for nothing
    record Placed(Place place, String words) implements VoiceTarget {}

    /// Words that may be, or be part of, a title.
    ///
    /// @param words in letters and digits alone, never empty
    record Titled(String words) implements VoiceTarget {}

    /// A place in a list.
    sealed interface Place {

        /// @param number counted from 1; what was said may well be 0 or beyond every list
        record Nth(int number) implements Place {}

        record Last() implements Place {}
    }
}
