package dev.supie.domain.coding;

import java.time.Duration;

/// What the shell must do after a decision, in this order. All are best-effort: nothing of a run is
/// stored anywhere.
public sealed interface CodingEffect {

    /// Ask the model; the answer is a command with this ticket.
    record AskModel(long ticket, Question question) implements CodingEffect {}

    /// Nobody waits for this answer any more.
    record ForgetModel(long ticket) implements CodingEffect {}

    /// To the badge, and to its group if so configured (COD-5).
    record TellInsight(Insight insight) implements CodingEffect {}

    /// To the badge, and to its group if so configured: the last word of a run (COD-4).
    record TellSummary(Insight insight) implements CodingEffect {}

    /// An analysis is over, told or not: one line of statistics (COD-5).
    ///
    /// @param summary whether it was the last of a run
    /// @param insight what it came to, maybe to nothing
    record Report(boolean summary, Insight insight, Duration elapsed) implements CodingEffect {}
}
