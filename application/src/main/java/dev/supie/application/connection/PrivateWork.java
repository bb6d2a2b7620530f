package dev.supie.application.connection;

import dev.supie.application.coding.Codings;
import dev.supie.application.meeting.Meetings;
import dev.supie.application.peer.Peers;
import dev.supie.application.server.StatsPushes;
import dev.supie.application.task.Tasks;
import dev.supie.application.tool.BadgeTools;
import dev.supie.domain.connection.Connection;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

/// What the features do for a connection, from the moment it is its badge's route to its end, in
/// the order of CON-1.
record PrivateWork(
        Meetings meetings,
        Tasks tasks,
        Peers peers,
        Codings codings,
        BadgeTools tools,
        StatsPushes stats) {

    /// In the moment of the takeover, so that nothing the older connection has under way can come
    /// after it (DUP-2). Never waits.
    void announce(LiveConnection live) {
        DeviceId device = live.identity().device();
        SessionId session = live.identity().session();
        meetings.arrived(device, session);
        tasks.arrived(device, session);
        peers.arrived(device, session);
        codings.arrived(device, session);
    }

    /// After the welcome, in the connection's lane. Messages of other badges come before tasks and
    /// statistics, and wait for the badge to say what it can do, but not for long.
    void begin(LiveConnection live) {
        DeviceId device = live.identity().device();
        SessionId session = live.identity().session();
        meetings.returned(device, session);
        peers.whenServed(device, session, () -> live.lane().urgent(() -> goOn(live)));
    }

    /// The rest, once and at once; in its lane too.
    void goOn(LiveConnection live) {
        // If its end came first, nothing would ever end what begins here.
        if (live.isWelcomed() || live.state() instanceof Connection.Closed) {
            return;
        }
        tasks.returned(live.identity().device(), live.identity().session());
        live.welcomed();
        stats.changed();
    }

    /// Repeating it is harmless.
    void depart(LiveConnection live) {
        DeviceId device = live.identity().device();
        SessionId session = live.identity().session();
        tasks.left(device, session);
        meetings.left(device, session);
        peers.left(device, session);
        codings.left(device, session);
        tools.left(session);
    }
}
