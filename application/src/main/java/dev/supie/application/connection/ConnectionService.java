package dev.supie.application.connection;

import dev.supie.application.connection.ConnectionFeature.Ports;
import dev.supie.application.meeting.Meetings;
import dev.supie.application.meeting.port.FinalizingWatch;
import dev.supie.application.peer.Peers;
import dev.supie.application.runtime.Lane;
import dev.supie.application.runtime.Wakeup;
import dev.supie.application.server.StatsAudience;
import dev.supie.application.server.StatsPushes;
import dev.supie.application.speech.Ear;
import dev.supie.application.speech.port.UplinkFormat;
import dev.supie.application.task.Tasks;
import dev.supie.domain.connection.CloseCode;
import dev.supie.domain.connection.Connection;
import dev.supie.domain.connection.ConnectionCommand;
import dev.supie.domain.connection.ConnectionDecider;
import dev.supie.domain.connection.DuplicateRules;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.MeetingId;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Who is connected, and which connection is a badge's route. What a connection does is decided in
/// its lane, by [ConnectionSteps].
final class ConnectionService implements Connections, FinalizingWatch, StatsAudience {

    private static final System.Logger LOG = System.getLogger(ConnectionService.class.getName());

    private final ConcurrentHashMap<SessionId, Place> places = new ConcurrentHashMap<>();
    private final Routes routes;

    /// Exact, unlike the size of a map that many threads change.
    private final Semaphore room;

    private final Ports ports;
    private final StatsPushes stats;
    private final PrivateWork work;
    private final ConnectionSteps steps;
    private final ConnectionHearing hearing;
    private final ConnectionTalking talking;
    private final AtomicLong arrivals = new AtomicLong();
    private final AtomicInteger running = new AtomicInteger();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private volatile boolean draining;

    ConnectionService(Ports ports, ConnectionFeature.Features features) {
        this.ports = ports;
        this.room = new Semaphore(ports.connectionsMax());
        StatsPushes.Outside outside =
                new StatsPushes.Outside(
                        ports.link(), ports.background(), ports.alarms(), ports.time());
        this.stats = new StatsPushes(outside, features.stats(), this);
        Meetings held = features.meetings().apply(this);
        Tasks tasks = features.tasks();
        Peers peers = features.peers();
        this.work =
                new PrivateWork(held, tasks, peers, features.codings(), features.tools(), stats);
        this.routes = new Routes(work::announce);
        TaskRequests requests = new TaskRequests(tasks, ports.link());
        PeerRequests messages = new PeerRequests(peers, ports.link());
        CodingRequests builds = new CodingRequests(features.codings(), ports.link());
        ToolRequests answers = new ToolRequests(features.tools());
        ServerRequests server = new ServerRequests(stats, features.control(), ports.link());
        this.steps = new ConnectionSteps(ports, held, requests, messages, builds, answers, server);
        TaskVoice voice = new TaskVoice(tasks, requests, ports);
        this.talking = new ConnectionTalking(features.conversations(), steps, ports.link());
        this.hearing =
                new ConnectionHearing(
                        ports.ears(), new SpeechSteps(steps, held, voice, talking, ports));
    }

    /// A place is taken from the accepted handshake on, and has a connection once the socket is
    /// open.
    ///
    /// @param arrival which one it was to be admitted
    /// @param dismissed whether it must be closed as soon as it is open
    private record Place(
            DeviceId device, long arrival, @Nullable LiveConnection connection, boolean dismissed) {

        Place with(LiveConnection opened) {
            return new Place(device, arrival, opened, dismissed);
        }

        Place thatMustClose() {
            return new Place(device, arrival, connection, true);
        }
    }

    @Override
    public Admission admit(DeviceId device) {
        if (draining) {
            return new Admission.Draining();
        }
        if (!room.tryAcquire()) {
            return new Admission.Full();
        }
        DuplicateRules rules = new DuplicateRules(ports.duplicates().get());
        return switch (routes.claim(device, rules, ports.time().instant())) {
            case DuplicateRules.Verdict.Accepted _ -> {
                SessionId session = ports.freshSessions().get();
                places.put(session, new Place(device, arrivals.incrementAndGet(), null, false));
                yield new Admission.Admitted(session);
            }
            case DuplicateRules.Verdict.Duplicate duplicate -> {
                room.release();
                yield new Admission.Duplicate(duplicate.retryAfter());
            }
            case DuplicateRules.Verdict.Flapping flapping -> {
                room.release();
                yield new Admission.Flapping(flapping.retryAfter());
            }
        };
    }

    @Override
    public void opened(SessionId session, String address) {
        Place place =
                places.computeIfPresent(
                        session, (id, admitted) -> admitted.with(live(id, admitted, address)));
        if (place == null || place.connection() == null) {
            return;
        }
        LiveConnection connection = place.connection();
        // CON-1: before the badge's own messages are read, of which some are answered at once, and
        // before it becomes the route, because whoever replaces it must come after its welcome.
        steps.welcome(connection);
        Optional<Routes.Takeover> takeover = routes.enter(connection, ports.time().instant());
        // Not before: what waits for the badge is kept back from whoever is not its route.
        connection.lane().urgent(() -> begin(connection));
        if (!places.containsKey(session)) {
            // Closed by another thread meanwhile, which did not find this route yet.
            routes.leave(connection);
            connection.lane().urgent(() -> work.depart(connection));
        }
        takeover.ifPresent(this::displace);
        if (draining) {
            // It was admitted before the drain began, and that could not reach it yet.
            ports.link().close(session, CloseCode.SHUTTING_DOWN);
        }
        if (place.dismissed()) {
            // It was admitted before the badge was dismissed, and that could not reach it yet.
            ports.link().close(session, CloseCode.UNAUTHORISED);
        }
    }

    /// Also one that has closed but still has requests in its lane: they are older than whatever
    /// the badge does now, and must not undo it (DUP-2).
    private void displace(Routes.Takeover takeover) {
        LiveConnection old = takeover.loser();
        LiveConnection now = takeover.winner();
        old.lane().urgent(() -> steps.command(old, new ConnectionCommand.Displace()));
        talking.close(old);
        if (!old.hasEnded()) {
            boolean proven = ports.duplicates().get().authenticated();
            LOG.log(
                    proven ? System.Logger.Level.INFO : System.Logger.Level.WARNING,
                    "badge taken over: device={0} session={1} address={2} replaced={3} from={4}{5}",
                    now.identity().device(),
                    now.identity().session(),
                    now.address(),
                    old.identity().session(),
                    old.address(),
                    proven ? "" : "; authentication is off, so anybody can do this");
        }
    }

    /// Counted before anybody can see it, so that its end is never counted first.
    private LiveConnection live(SessionId session, Place place, String address) {
        running.incrementAndGet();
        Connection.Open opened =
                new ConnectionDecider(ports.settings().get())
                        .open(
                                new Connection.Identity(place.device(), session),
                                ports.time().instant());
        return new LiveConnection(
                opened,
                place.arrival(),
                address,
                new Lane(ports.background()),
                new Wakeup(ports.alarms(), () -> wake(session)));
    }

    /// CON-1: what waits for the badge comes after the welcome.
    private void begin(LiveConnection connection) {
        if (connection.state() instanceof Connection.Closed) {
            // Its end came first; nothing would ever end what begins here.
            return;
        }
        steps.begin(connection);
        work.begin(connection);
    }

    @Override
    public Receipt receive(SessionId session, BadgeRequest request, Progress progress) {
        Optional<LiveConnection> connection = find(session);
        if (connection.isEmpty()) {
            return Receipt.GONE;
        }
        LiveConnection live = connection.get();
        if (request instanceof BadgeRequest.Abort) {
            talking.abort(live);
        }
        if (request instanceof BadgeRequest.Listening listening) {
            return hearing.listen(live, listening);
        }
        Ear.Gate gate = hearing.gate(live, request);
        boolean taken = live.lane().offer(() -> progress.during(() -> handle(live, request, gate)));
        if (!taken) {
            gate.open(Optional.empty());
        }
        return taken ? Receipt.TAKEN : Receipt.BUSY;
    }

    @Override
    public void hear(SessionId session, byte[] packet) {
        find(session)
                .filter(live -> live.state().acceptsAudio(ports.time().instant()))
                .ifPresent(live -> hearing.hear(live, packet));
    }

    @Override
    public void uplink(SessionId session, UplinkFormat format) {
        find(session).ifPresent(live -> hearing.uplink(live, format));
    }

    /// Whatever breaks, the badge gets an answer (MSG-4); the lane logs what it was.
    private void handle(LiveConnection live, BadgeRequest request, Ear.Gate gate) {
        boolean handled = false;
        try {
            if (request instanceof BadgeRequest.AboutTasks) {
                // Nobody can be answered about tasks who has not been shown any.
                work.goOn(live);
            }
            if (request instanceof BadgeRequest.Abort) {
                // Again, for what was typed before it and has waited here meanwhile (MSG-9).
                talking.abort(live);
            }
            steps.handle(live, request);
            handled = true;
        } finally {
            if (!handled) {
                steps.apologise(live, request);
            }
            gate.open(live.takeNewMode());
        }
    }

    @Override
    public void closed(SessionId session) {
        Place place = places.remove(session);
        if (place == null) {
            return;
        }
        room.release();
        LiveConnection connection = place.connection();
        if (connection == null) {
            routes.withdraw(place.device());
            noteIfDrained();
        } else {
            connection.ended();
            connection.lane().urgent(() -> end(connection));
        }
    }

    private void end(LiveConnection connection) {
        Ear.End end = ConnectionHearing.endOf(connection.lastAlive());
        steps.command(connection, new ConnectionCommand.End());
        connection.wakeup().cancel();
        talking.close(connection);
        routes.leave(connection);
        if (connection.isSubscribed()) {
            stats.unsubscribed();
        }
        stats.changed();
        try {
            work.depart(connection);
        } finally {
            hearing.close(connection, end, this::countOut);
        }
    }

    private void countOut() {
        running.decrementAndGet();
        noteIfDrained();
    }

    @Override
    public void dismiss(DeviceId device) {
        for (SessionId session : places.keySet()) {
            Place dismissed =
                    places.computeIfPresent(
                            session,
                            (_, place) ->
                                    place.device().equals(device) ? place.thatMustClose() : place);
            if (dismissed != null && dismissed.dismissed()) {
                ports.link().close(session, CloseCode.UNAUTHORISED);
            }
        }
    }

    @Override
    public int kick(DeviceId device) {
        List<SessionId> sessions =
                places.entrySet().stream()
                        .filter(entry -> entry.getValue().device().equals(device))
                        .filter(entry -> entry.getValue().connection() != null)
                        .map(Map.Entry::getKey)
                        .toList();
        sessions.forEach(session -> ports.link().close(session, CloseCode.KICKED));
        return sessions.size();
    }

    @Override
    public List<PresentBadge> present() {
        return routes.all().stream()
                .flatMap(live -> live.present().stream())
                .sorted(Comparator.comparing(badge -> badge.device().value()))
                .toList();
    }

    @Override
    public CompletableFuture<Void> drain() {
        draining = true;
        places.keySet().forEach(session -> ports.link().close(session, CloseCode.SHUTTING_DOWN));
        noteIfDrained();
        return drained;
    }

    private void noteIfDrained() {
        if (draining && places.isEmpty() && running.get() == 0) {
            drained.complete(null);
        }
    }

    @Override
    public int count() {
        return places.size();
    }

    @Override
    public Collection<DeviceId> online() {
        return routes.all().stream().map(connection -> connection.identity().device()).toList();
    }

    @Override
    public int onlineCount() {
        return routes.reached();
    }

    @Override
    public List<SessionId> listening(boolean everybody) {
        return routes.all().stream()
                .filter(LiveConnection::isWelcomed)
                .filter(connection -> everybody || connection.isSubscribed())
                .map(connection -> connection.identity().session())
                .toList();
    }

    /// Badges that are reached by some connection.
    int routes() {
        return routes.size();
    }

    @Override
    public void finalizing(SessionId session, MeetingId meeting) {
        find(session).ifPresent(live -> live.lane().urgent(() -> steps.hold(live, meeting)));
    }

    @Override
    public void finalized(SessionId session, MeetingId meeting) {
        find(session).ifPresent(live -> live.lane().urgent(() -> steps.release(live, meeting)));
    }

    private void wake(SessionId session) {
        find(session).ifPresent(live -> live.lane().urgent(() -> steps.wake(live)));
    }

    private Optional<LiveConnection> find(SessionId session) {
        Place place = places.get(session);
        return place == null ? Optional.empty() : Optional.ofNullable(place.connection());
    }
}
