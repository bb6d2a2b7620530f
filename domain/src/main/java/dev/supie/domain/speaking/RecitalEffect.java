package dev.supie.domain.speaking;

import java.time.Duration;

/// What the shell must do after a decision, in this order. All are best-effort: an answer is not
/// stored anywhere, and one that is cut off is asked for again.
public sealed interface RecitalEffect {

    /// Tell the badge, and whoever answers, that the answer begins; say when that is written.
    record Begin() implements RecitalEffect {}

    /// Have this sentence made into sound.
    record Prepare(int sentence) implements RecitalEffect {}

    /// Show this sentence.
    record Show(int sentence) implements RecitalEffect {}

    /// Send the oldest packet, and say when it is written.
    ///
    /// @param position where it belongs in the answer
    record Play(Duration position) implements RecitalEffect {}

    /// Tell the badge that the answer is over.
    record End() implements RecitalEffect {}

    /// Tell whoever answers that all of it was said.
    record TellSpoken() implements RecitalEffect {}

    /// Tell whoever answers that it was cut off.
    record TellSilenced() implements RecitalEffect {}
}
