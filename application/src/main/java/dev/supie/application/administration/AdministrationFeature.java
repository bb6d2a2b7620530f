package dev.supie.application.administration;

import dev.supie.application.connection.Connections;
import dev.supie.application.meeting.Meetings;
import dev.supie.application.peer.Peers;

/// Puts administration together.
public final class AdministrationFeature {

    private AdministrationFeature() {}

    public static Administration create(Connections connections, Meetings meetings, Peers peers) {
        return new AdministrationService(connections, meetings, peers);
    }
}
