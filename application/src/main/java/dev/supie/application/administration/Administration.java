package dev.supie.application.administration;

import dev.supie.application.connection.PresentBadge;
import dev.supie.application.meeting.RunningMeeting;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.peer.port.WaitingMessages;
import dev.supie.domain.kernel.DeviceId;

import java.util.List;
import java.util.Optional;

/// What an administrator sees of the running server, and may do to it.
///
/// Safe for use by many threads. What is about the store may wait for it, at most
/// [AdministrationService#WAIT_MAX], and throw [StoreException].
public interface Administration {

    /// Badges, meetings or inboxes in one answer, at most.
    int LIST_MAX = 500;

    /// A badge that is connected, and the meeting that it has started and that still runs.
    record Attendee(PresentBadge badge, Optional<RunningMeeting> meeting) {}

    /// Badges that are connected, in the order of their ids.
    List<Attendee> present();

    /// Closes what a badge has open; it may come back.
    ///
    /// @return how many connections that were
    int kick(DeviceId device);

    /// Meetings that have not come to their end, those that started first first.
    List<RunningMeeting> meetings();

    /// Badges for which messages wait, the most messages first (PEER-8).
    List<WaitingMessages> queues(int limit);

    /// Drops what waits for a badge; its senders are told (PEER-8).
    ///
    /// @return how many messages that were
    int purge(DeviceId device);
}
