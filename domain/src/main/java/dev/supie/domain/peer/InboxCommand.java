package dev.supie.domain.peer;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

/// What can happen to an inbox.
public sealed interface InboxCommand {

    /// A message for the badge.
    record Take(Letter letter) implements InboxCommand {}

    /// The badge has connected; whatever connection it had does not count any more.
    record Arrive(SessionId session) implements InboxCommand {}

    /// It has said what it can do; again, perhaps.
    record Greet(SessionId session, Manners manners) implements InboxCommand {}

    /// Its connection has ended.
    record Leave(SessionId session) implements InboxCommand {}

    /// It has everything up to there.
    record AcknowledgeUpTo(SessionId session, long rseq) implements InboxCommand {}

    /// It has this one.
    record AcknowledgeOne(SessionId session, MessageId id) implements InboxCommand {}

    /// The bytes of a message were written to its socket.
    record Written(SessionId session, long rseq, DeviceId sender) implements InboxCommand {}

    /// An administrator clears it: everything that waits is dropped, in flight or not.
    record Purge() implements InboxCommand {}

    /// It may be time for something.
    record DeadlineReached() implements InboxCommand {}
}
