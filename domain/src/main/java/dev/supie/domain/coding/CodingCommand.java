package dev.supie.domain.coding;

/// Everything that can happen to the coding of a connection (COD-1).
public sealed interface CodingCommand {

    /// What a badge tells of its build; everything else happens by itself.
    sealed interface Told extends CodingCommand {}

    /// A run begins; what was there of an older one is forgotten.
    ///
    /// @param demo whether the sample stream is played in it
    record Start(boolean demo) implements Told {}

    /// The run ends, with a summary. A second one changes nothing.
    record Stop() implements Told {}

    /// What was taken so far is forgotten, the run goes on.
    record Clear() implements Told {}

    /// A part of the build begins.
    ///
    /// @param name may be empty if there is text
    /// @param text lines that came with it, may be empty
    record Phase(String name, String text) implements Told {}

    /// A step of the build begins.
    ///
    /// @param name may be empty if there is text
    /// @param text lines that came with it, may be empty
    record Step(String name, String text) implements Told {}

    /// Lines of the log.
    record Log(LogLevel level, String text) implements Told {}

    /// A model answers. Nothing in it is trusted yet.
    record Answered(long ticket, String provider, Advice advice) implements CodingCommand {}

    /// A model gives no answer, or none that can be read.
    record Failed(long ticket) implements CodingCommand {}

    /// It may be time for something; early and late alarms are harmless.
    record DeadlineReached() implements CodingCommand {}

    /// Whatever was taken is of no use any more (MODE-4): the mode begins anew, the badge is gone.
    record Forget() implements CodingCommand {}
}
