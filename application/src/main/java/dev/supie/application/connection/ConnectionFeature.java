package dev.supie.application.connection;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.meeting.Meetings;
import dev.supie.application.meeting.port.FinalizingWatch;
import dev.supie.application.peer.Peers;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.server.StatsSource;
import dev.supie.application.speech.Ears;
import dev.supie.application.task.Tasks;
import dev.supie.application.tool.BadgeToolFeature;
import dev.supie.application.tool.BadgeTools;
import dev.supie.domain.connection.ConnectionSettings;
import dev.supie.domain.connection.DuplicateSettings;
import dev.supie.domain.kernel.SessionId;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/// Puts the connection feature together.
public final class ConnectionFeature {

    private ConnectionFeature() {}

    /// What the feature needs from outside.
    ///
    /// @param background runs the badges' lanes
    /// @param ears what badges are heard with
    /// @param connectionsMax `server.max_connections`
    /// @param settings asked anew for every decision (CFG-3)
    /// @param duplicates asked anew for every newcomer (CFG-3)
    public record Ports(
            BadgeLink link,
            Executor background,
            Alarms alarms,
            InstantSource time,
            Ears ears,
            Supplier<SessionId> freshSessions,
            int connectionsMax,
            Supplier<ConnectionSettings> settings,
            Supplier<DuplicateSettings> duplicates) {}

    /// For badges whose tools nobody uses.
    public static Connections create(
            Ports ports,
            Function<FinalizingWatch, Meetings> meetings,
            Tasks tasks,
            Peers peers,
            StatsSource stats) {
        Outside outside = new Outside(tasks, peers, BadgeToolFeature.none(), stats);
        return create(ports, meetings, outside);
    }

    /// The other features that connections speak for.
    ///
    /// @param tasks of the badges' groups
    /// @param peers carries messages between the badges
    /// @param tools of the badges themselves (CHAT-3)
    /// @param stats what badges are told about the server (SRV-1)
    public record Outside(Tasks tasks, Peers peers, BadgeTools tools, StatsSource stats) {}

    /// @param meetings makes the meetings that badges use, given who is to be told while minutes
    ///   are written
    public static Connections create(
            Ports ports, Function<FinalizingWatch, Meetings> meetings, Outside outside) {
        return new ConnectionService(
                ports,
                meetings,
                outside.tasks(),
                outside.peers(),
                outside.tools(),
                outside.stats());
    }
}
