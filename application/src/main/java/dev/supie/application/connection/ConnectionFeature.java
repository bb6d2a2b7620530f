package dev.supie.application.connection;

import dev.supie.application.coding.CodingFeature;
import dev.supie.application.coding.Codings;
import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.conversation.ConversationFeature;
import dev.supie.application.conversation.Conversations;
import dev.supie.application.meeting.Meetings;
import dev.supie.application.meeting.port.FinalizingWatch;
import dev.supie.application.peer.Peers;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.server.ServerControl;
import dev.supie.application.server.StatsSource;
import dev.supie.application.speech.Ears;
import dev.supie.application.task.Tasks;
import dev.supie.application.tool.BadgeToolFeature;
import dev.supie.application.tool.BadgeTools;
import dev.supie.domain.connection.ConnectionSettings;
import dev.supie.domain.connection.DuplicateSettings;
import dev.supie.domain.kernel.SessionId;

import java.time.InstantSource;
import java.util.Optional;
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

    /// What badges find there.
    ///
    /// @param meetings makes the meetings that badges use, given who is to be told while minutes
    ///   are written
    /// @param tasks of the badges' groups
    /// @param peers carries messages between the badges
    /// @param codings what badges tell of builds (COD-1)
    /// @param conversations who answers what is said (CHAT-1)
    /// @param tools of the badges themselves (CHAT-3)
    /// @param stats what badges are told about the server (SRV-1)
    /// @param control what they may tell the server (SRV-2); nothing where none may
    public record Features(
            Function<FinalizingWatch, Meetings> meetings,
            Tasks tasks,
            Peers peers,
            Codings codings,
            Conversations conversations,
            BadgeTools tools,
            StatsSource stats,
            Optional<ServerControl> control) {

        /// Where nothing that is said is answered, and nobody uses the badges' tools.
        public Features(
                Function<FinalizingWatch, Meetings> meetings,
                Tasks tasks,
                Peers peers,
                Codings codings,
                StatsSource stats) {
            this(
                    meetings,
                    tasks,
                    peers,
                    codings,
                    ConversationFeature.mute(),
                    BadgeToolFeature.none(),
                    stats,
                    Optional.empty());
        }
    }

    public static Connections create(Ports ports, Features features) {
        return new ConnectionService(ports, features);
    }

    /// Builds are read by rules, and nothing that is said is answered.
    public static Connections create(
            Ports ports,
            Function<FinalizingWatch, Meetings> meetings,
            Tasks tasks,
            Peers peers,
            StatsSource stats) {
        Codings codings =
                CodingFeature.byRules(
                        ports.link(), ports.background(), ports.alarms(), ports.time());
        return create(ports, new Features(meetings, tasks, peers, codings, stats));
    }
}
