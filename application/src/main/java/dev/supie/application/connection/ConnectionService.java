package dev.supie.application.connection;

import dev.supie.application.connection.ConnectionFeature.Ports;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.meeting.Meetings;
import dev.supie.application.meeting.port.FinalizingWatch;
import dev.supie.application.runtime.Lane;
import dev.supie.application.runtime.Wakeup;
import dev.supie.domain.connection.CloseCode;
import dev.supie.domain.connection.Connection;
import dev.supie.domain.connection.ConnectionCommand;
import dev.supie.domain.connection.ConnectionDecider;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.MeetingId;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// Who is connected, and which connection is a badge's route. What a connection does is decided in
/// its lane, by [ConnectionSteps].
final class ConnectionService implements Connections, FinalizingWatch {

    private static final System.Logger LOG = System.getLogger(ConnectionService.class.getName());

    private final ConcurrentHashMap<SessionId, Place> places = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<DeviceId, LiveConnection> routes = new ConcurrentHashMap<>();

    /// Exact, unlike the size of a map that many threads change.
    private final Semaphore room;

    private final Ports ports;
    private final Meetings meetings;
    private final ConnectionSteps steps;
    private final AtomicInteger running = new AtomicInteger();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private volatile boolean draining;

    ConnectionService(Ports ports, Function<FinalizingWatch, Meetings> meetings) {
        this.ports = ports;
        this.room = new Semaphore(ports.connectionsMax());
        this.meetings = meetings.apply(this);
        this.steps = new ConnectionSteps(ports, this.meetings);
    }

    /// A place is taken from the accepted handshake on, and has a connection once the socket is
    /// open.
    ///
    /// @param dismissed whether it must be closed as soon as it is open
    private record Place(DeviceId device, @Nullable LiveConnection connection, boolean dismissed) {

        Place thatMustClose() {
            return new Place(device, connection, true);
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
        SessionId session = ports.freshSessions().get();
        places.put(session, new Place(device, null, false));
        return new Admission.Admitted(session);
    }

    @Override
    public void opened(SessionId session, String address) {
        Place place =
                places.computeIfPresent(
                        session,
                        (id, admitted) ->
                                new Place(
                                        admitted.device(),
                                        live(id, admitted),
                                        admitted.dismissed()));
        if (place == null || place.connection() == null) {
            return;
        }
        LiveConnection connection = place.connection();
        // Before it becomes the route: whoever replaces it must come after its welcome (CON-1).
        connection.lane().urgent(() -> welcome(connection));
        LiveConnection replaced = routes.put(place.device(), connection);
        if (!places.containsKey(session)) {
            // Closed by another thread meanwhile, which did not find this route yet.
            routes.remove(place.device(), connection);
        }
        if (replaced != null) {
            displace(replaced, connection, address);
        }
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
    private void displace(LiveConnection old, LiveConnection now, String address) {
        old.fence();
        old.lane().urgent(() -> steps.command(old, new ConnectionCommand.Displace()));
        if (places.containsKey(old.identity().session())) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "badge takes over: device={0} session={1} address={2} replaced={3}",
                    now.identity().device(),
                    now.identity().session(),
                    address,
                    old.identity().session());
        }
    }

    /// Counted before anybody can see it, so that its end is never counted first.
    private LiveConnection live(SessionId session, Place place) {
        running.incrementAndGet();
        Connection.Open opened =
                new ConnectionDecider(ports.settings().get())
                        .open(
                                new Connection.Identity(place.device(), session),
                                ports.time().instant());
        return new LiveConnection(
                opened,
                new Lane(ports.background()),
                new Wakeup(ports.alarms(), () -> wake(session)));
    }

    /// CON-1: the welcome is the first message; what waits for the badge comes after it.
    private void welcome(LiveConnection connection) {
        if (connection.state() instanceof Connection.Closed) {
            // Its end came first; nothing would ever end what a welcome begins.
            return;
        }
        Connection.Identity identity = connection.identity();
        steps.welcome(connection, Rid.NONE);
        meetings.returned(identity.device(), identity.session());
    }

    @Override
    public Receipt receive(SessionId session, BadgeRequest request) {
        Optional<LiveConnection> connection = find(session);
        if (connection.isEmpty()) {
            return Receipt.GONE;
        }
        LiveConnection live = connection.get();
        return live.lane().offer(() -> handle(live, request)) ? Receipt.TAKEN : Receipt.BUSY;
    }

    /// Whatever breaks, the badge gets an answer (MSG-4); the lane logs what it was.
    private void handle(LiveConnection live, BadgeRequest request) {
        boolean handled = false;
        try {
            steps.handle(live, request);
            handled = true;
        } finally {
            if (!handled) {
                steps.apologise(live, request);
            }
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
            noteIfDrained();
        } else {
            connection.lane().urgent(() -> end(connection));
        }
    }

    private void end(LiveConnection connection) {
        steps.command(connection, new ConnectionCommand.End());
        connection.wakeup().cancel();
        Connection.Identity identity = connection.identity();
        routes.remove(identity.device(), connection);
        try {
            meetings.left(identity.device(), identity.session());
        } finally {
            running.decrementAndGet();
            noteIfDrained();
        }
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
