package dev.supie.domain.peer;

import dev.supie.domain.kernel.SessionId;

/// What can happen to a message on its way to one target.
public sealed interface EnvelopeCommand {

    /// It gets its place in the inbox.
    record Enqueue(long rseq) implements EnvelopeCommand {}

    /// It is its turn to be sent.
    record Send(SessionId session) implements EnvelopeCommand {}

    /// The target has it.
    record Acknowledge() implements EnvelopeCommand {}

    /// The target's connection has ended, or was taken over.
    record Interrupt() implements EnvelopeCommand {}

    /// A newer message needs its place.
    record Displace() implements EnvelopeCommand {}

    /// An administrator clears the inbox.
    record Purge() implements EnvelopeCommand {}

    /// It may be too old.
    record CheckAge() implements EnvelopeCommand {}
}
