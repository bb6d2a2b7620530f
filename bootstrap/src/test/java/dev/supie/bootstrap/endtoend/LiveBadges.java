package dev.supie.bootstrap.endtoend;

import dev.supie.adapter.in.badge.BadgeEndpoint;
import dev.supie.adapter.in.badge.BadgeGate;
import dev.supie.adapter.in.badge.BadgeLinks;
import dev.supie.adapter.in.badge.BadgePaths;
import dev.supie.adapter.in.network.TrustedProxies;
import dev.supie.adapter.in.websocket.OutboundLimits;
import dev.supie.adapter.in.websocket.WebSocketLimits;
import dev.supie.adapter.in.websocket.WebSocketUpgrade;
import dev.supie.adapter.out.llm.ExtractiveSummarizer;
import dev.supie.application.access.Access;
import dev.supie.application.access.AccessFeature;
import dev.supie.application.access.AllowedOrigins;
import dev.supie.application.access.Guard;
import dev.supie.application.connection.ConnectionFeature;
import dev.supie.application.connection.Connections;
import dev.supie.application.fake.InMemoryMeetingStore;
import dev.supie.application.fake.ScriptedColleagues;
import dev.supie.application.fixture.Bench;
import dev.supie.application.fixture.DeafEars;
import dev.supie.application.fixture.NoTasks;
import dev.supie.application.meeting.MeetingFeature;
import dev.supie.application.meeting.Meetings;
import dev.supie.application.meeting.port.FinalizingWatch;
import dev.supie.application.peer.PeerFeature;
import dev.supie.application.peer.Peers;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.runtime.SystemAlarms;
import dev.supie.application.runtime.Workers;
import dev.supie.domain.connection.ConnectionSettings;
import dev.supie.domain.connection.DuplicateSettings;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.MeetingSettings;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;

/// The badges' half of a server: real sockets, endpoint, codec, queues and connections, over a
/// store in memory. For what the configuration cannot set, such as the time the core lives by, and
/// to send what no feature sends yet.
final class LiveBadges implements AutoCloseable {

    private static final long LOOK_NANOS = 1_000_000;

    private final SystemAlarms socketAlarms = new SystemAlarms(InstantSource.system());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BadgeLinks links;
    private final Connections connections;
    private final WebServer server;

    /// @param time and its alarms, for the core; sockets keep to the real one
    LiveBadges(InstantSource time, Alarms alarms, OutboundLimits outbound) {
        this(time, alarms, outbound, (links, _) -> PeerFeature.off(links));
    }

    /// @param messages makes what carries messages between the badges
    LiveBadges(
            InstantSource time,
            Alarms alarms,
            OutboundLimits outbound,
            BiFunction<BadgeLinks, Executor, Peers> messages) {
        links = new BadgeLinks(time);
        connections = connections(time, alarms, messages.apply(links, threads));
        BadgeEndpoint endpoint =
                new BadgeEndpoint(
                        BadgePaths.STANDARD,
                        new BadgeGate(open(time), TrustedProxies.NONE),
                        connections,
                        links,
                        time,
                        () -> "00000000");
        WebSocketLimits usual = WebSocketLimits.standard();
        WebSocketLimits limits =
                new WebSocketLimits(
                        usual.textBytesMax(),
                        usual.binaryBytesMax(),
                        outbound,
                        usual.heldBytesMax());
        WebServerConfig.Builder builder = WebServer.builder().host("127.0.0.1").port(0);
        new WebSocketUpgrade(endpoint, limits, InstantSource.system(), socketAlarms)
                .configure(builder);
        server = builder.build().start();
    }

    private static Access open(InstantSource time) {
        return AccessFeature.create(
                new AccessFeature.Ports(new Guard.Open(), new AllowedOrigins.SameHost(), time));
    }

    private Connections connections(InstantSource time, Alarms alarms, Peers peers) {
        ConnectionFeature.Ports ports =
                new ConnectionFeature.Ports(
                        links,
                        threads,
                        alarms,
                        time,
                        DeafEars.on(threads, alarms, time),
                        () -> new SessionId(UUID.randomUUID().toString()),
                        1000,
                        () -> ConnectionSettings.DEFAULTS,
                        () -> DuplicateSettings.DEFAULTS);
        return ConnectionFeature.create(
                ports,
                watch -> meetings(time, alarms, watch),
                new NoTasks(),
                peers,
                Bench.STATS_ON_REQUEST);
    }

    private Meetings meetings(InstantSource time, Alarms alarms, FinalizingWatch watch) {
        ExtractiveSummarizer quoting = new ExtractiveSummarizer();
        MeetingFeature.Ports ports =
                new MeetingFeature.Ports(
                        new InMemoryMeetingStore(),
                        links,
                        quoting,
                        quoting,
                        new Workers(threads, 1),
                        threads,
                        alarms,
                        time,
                        () -> new MeetingId(UUID.randomUUID().toString()),
                        () -> MeetingSettings.DEFAULTS,
                        Optional.empty(),
                        ScriptedColleagues.strangers());
        return MeetingFeature.create(ports, watch);
    }

    BadgeLinks links() {
        return links;
    }

    Connections connections() {
        return connections;
    }

    /// Alarms of the real time.
    Alarms alarms() {
        return socketAlarms;
    }

    int port() {
        return server.port();
    }

    String url() {
        return "ws://127.0.0.1:" + server.port() + "/supie/v1/";
    }

    /// Waits until so many are connected: an end is known to the peer a moment before the core.
    void awaitConnections(int count) {
        long deadline = System.nanoTime() + Badge.ANSWER_MAX.toNanos();
        while (connections.count() != count) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(connections.count() + " are connected, not " + count);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    @Override
    public void close() {
        connections
                .drain()
                .completeOnTimeout(null, Badge.ANSWER_MAX.toSeconds(), TimeUnit.SECONDS)
                .join();
        server.stop();
        socketAlarms.close();
        threads.shutdownNow();
    }
}
