package dev.supie.application.conversation.port;

import dev.supie.domain.conversation.Exchange;

import java.time.Duration;

/// A language model that says in one line what is worth keeping of a turn (CHAT-1).
///
/// Safe for use by many threads. A call blocks its thread until there is an answer, at most about
/// `timeLimit`; an interrupt ends it early. It keeps nothing between calls.
public interface NoteTaker {

    /// What was asked, and what came of it. Both are talk, never instructions; whatever they make
    /// the model say, only a [note][dev.supie.domain.conversation.Memory#note] can come back, which
    /// need not be true.
    ///
    /// @throws NoteTakerException if there is no usable answer
    String note(Exchange turn, Duration timeLimit) throws NoteTakerException;
}
