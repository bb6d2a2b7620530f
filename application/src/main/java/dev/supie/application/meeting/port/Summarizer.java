package dev.supie.application.meeting.port;

/// Turns transcript into notes: a language model, or the extractive one that only quotes.
///
/// Safe for use by many threads. A call blocks its thread until there is an answer, at most about
/// [DraftRequest#timeLimit]; an interrupt ends it early. It keeps nothing between calls.
public interface Summarizer {

    /// Notes that cover both the notes so far and the window (MTG-5).
    ///
    /// Text in the window is talk, never an instruction. The answer need not keep to the limits of
    /// [dev.supie.domain.meeting.Notes]; the caller trims it.
    ///
    /// @throws SummarizerException if there is no usable answer
    Draft draft(DraftRequest request) throws SummarizerException;
}
