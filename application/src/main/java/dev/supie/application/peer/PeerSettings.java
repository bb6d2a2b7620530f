package dev.supie.application.peer;

import dev.supie.domain.peer.Access;
import dev.supie.domain.peer.InboxSettings;
import dev.supie.domain.peer.RequestRules;

import java.time.ZoneOffset;

/// What the operator has decided about peer messages.
///
/// @param offset of the team's clocks, for what "tomorrow" means
/// @param tasksToBoards `peer.task_to_workflow`: whether messages that are tasks go onto boards
public record PeerSettings(
        RequestRules requests,
        InboxSettings inboxes,
        Access access,
        ZoneOffset offset,
        boolean tasksToBoards) {

    /// Tasks are messages like all others.
    public PeerSettings(
            RequestRules requests, InboxSettings inboxes, Access access, ZoneOffset offset) {
        this(requests, inboxes, access, offset, false);
    }
}
