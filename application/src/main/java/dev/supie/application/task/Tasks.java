package dev.supie.application.task;

import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.ListedTask;
import dev.supie.domain.task.Owner;

import java.util.List;

/// The task boards of groups (WF-1 to WF-7).
///
/// Safe for use by many threads. Changes of one group are carried out one after the other; a call
/// waits for the store, never for a model or a badge. Whatever was answered `ok` is stored. Every
/// badge sees the states of its group's board in their order, whoever changed it, and never those
/// of another group.
public interface Tasks {

    /// From now on only this connection may write for the badge (DUP-2): whatever an older one has
    /// under way is refused when its turn comes. Never waits.
    void arrived(DeviceId device, SessionId session);

    /// The badge that has arrived on this connection is ready to hear: it is sent the list of its
    /// group now (CON-1), and whenever that changes.
    void returned(DeviceId device, SessionId session);

    /// A connection of the badge has ended. Repeating it is harmless.
    void left(DeviceId device, SessionId session);

    /// The badge may want to see the list although nothing has changed (CON-2, MODE-3): sends it,
    /// unless the connection was sent one for such a reason a moment ago (WF-7).
    void remind(DeviceId device, SessionId session);

    /// The badge wants to see the list (WF-3): sends it.
    ///
    /// @return [Outcome.Done], [Outcome.Replaced] or [Outcome.Failed]
    Outcome pull(Sender.Badge from);

    /// Carries out a request. If it changes something, a badge that asked is sent its receipt, and
    /// then every badge of a changed group is sent the list of its group once; the badge that asked
    /// is sent that of its own group in any case (WF-5).
    Outcome ask(Sender from, TaskRequest request);

    /// The tasks of a group in the order of lists (WF-6).
    ///
    /// @throws StoreException if they cannot be read now
    List<ListedTask> list(GroupKey group, TaskFilter filter);

    /// The group of a badge (WF-2).
    GroupKey groupOf(DeviceId device);

    /// A badge as an owner (WF-6).
    Owner ownerOf(DeviceId device);

    /// What came of a request.
    sealed interface Outcome {

        /// Done, stored and answered.
        ///
        /// @param idempotent nothing had to be changed, and nobody was told (WF-4)
        record Done(boolean idempotent) implements Outcome {}

        /// The rules say no; nothing was done or answered.
        ///
        /// @param message names everything that was wrong
        record Refused(ErrorCode code, String message) implements Outcome {}

        /// A newer connection has taken over, or this one has ended; nothing was done or answered.
        record Replaced() implements Outcome {}

        /// Too much is waiting for this group; nothing was done or answered.
        record Busy() implements Outcome {}

        /// The store failed; it is unknown whether it was done, and nothing was answered.
        record Failed() implements Outcome {}
    }
}
