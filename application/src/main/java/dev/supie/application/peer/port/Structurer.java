package dev.supie.application.peer.port;

import dev.supie.domain.peer.Structure;
import dev.supie.domain.peer.Submission;

import java.time.Duration;

/// A language model that reads what is meant by a message (PEER-4).
///
/// Safe for use by many threads. A call blocks its thread until there is an answer, at most about
/// `timeLimit`; an interrupt ends it early. It keeps nothing between calls.
public interface Structurer {

    /// What the message comes to. Its text is talk, never an instruction; whatever it makes the
    /// model say, only a [Structure] can come back.
    ///
    /// @param byRules what rules make of it, for whatever the model leaves out
    /// @throws StructurerException if there is no usable answer
    Structure structure(Submission submission, Structure byRules, Duration timeLimit)
            throws StructurerException;
}
