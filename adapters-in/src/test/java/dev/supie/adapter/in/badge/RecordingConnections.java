package dev.supie.adapter.in.badge;

import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.Connections;
import dev.supie.application.connection.PresentBadge;
import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.speech.port.UplinkFormat;
import dev.supie.domain.connection.CloseCode;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Keeps the promises of [Connections] as far as a socket can tell: gives places while there are
/// any, sends the welcome, answers each hello, refuses what belongs to no open session. And tells
/// tests what it was asked.
final class RecordingConnections implements Connections {

    private static final int WAIT_SECONDS = 10;

    /// What happened, in order.
    sealed interface Event {
        record Admitted(SessionId session, DeviceId device) implements Event {}

        record Opened(SessionId session, String address) implements Event {}

        record Asked(SessionId session, BadgeRequest request) implements Event {}

        record Ended(SessionId session) implements Event {}
    }

    private enum Stage {
        ADMITTED,
        OPEN
    }

    private final BadgeLink link;
    private final Map<SessionId, Stage> places = new HashMap<>();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final List<String> packets = new ArrayList<>();
    private final List<UplinkFormat> uplinks = new ArrayList<>();
    private int admittedCount;
    private int capacity = Integer.MAX_VALUE;
    private boolean draining;
    private boolean busy;

    RecordingConnections(BadgeLink link) {
        this.link = link;
    }

    synchronized void limitTo(int places) {
        capacity = places;
    }

    /// From now on every request is one too many.
    synchronized void beBusy() {
        busy = true;
    }

    @Override
    public synchronized Admission admit(DeviceId device) {
        if (draining) {
            return new Admission.Draining();
        }
        if (places.size() >= capacity) {
            return new Admission.Full();
        }
        admittedCount++;
        SessionId session = new SessionId("session-" + admittedCount);
        places.put(session, Stage.ADMITTED);
        events.add(new Event.Admitted(session, device));
        return new Admission.Admitted(session);
    }

    @Override
    public synchronized void opened(SessionId session, String address) {
        if (places.replace(session, Stage.OPEN) == Stage.ADMITTED) {
            events.add(new Event.Opened(session, address));
            link.send(session, new BadgeMessage.Welcome(session, Rid.NONE));
        }
    }

    @Override
    public synchronized Receipt receive(
            SessionId session, BadgeRequest request, Progress progress) {
        if (places.get(session) != Stage.OPEN) {
            return Receipt.GONE;
        }
        if (busy) {
            return Receipt.BUSY;
        }
        events.add(new Event.Asked(session, request));
        progress.begins();
        if (request instanceof BadgeRequest.Hello hello) {
            link.send(session, new BadgeMessage.Welcome(session, hello.rid()));
        }
        progress.ended(true);
        return Receipt.TAKEN;
    }

    @Override
    public synchronized void hear(SessionId session, byte[] packet) {
        if (places.get(session) == Stage.OPEN) {
            packets.add(HexFormat.of().formatHex(packet));
        }
    }

    @Override
    public synchronized void uplink(SessionId session, UplinkFormat format) {
        if (places.get(session) == Stage.OPEN) {
            uplinks.add(format);
        }
    }

    /// The packets that were heard, in hexadecimal.
    synchronized List<String> packets() {
        return List.copyOf(packets);
    }

    /// What was said about them.
    synchronized List<UplinkFormat> uplinks() {
        return List.copyOf(uplinks);
    }

    @Override
    public synchronized void closed(SessionId session) {
        places.remove(session);
        events.add(new Event.Ended(session));
    }

    /// A socket cannot tell whose session it is, so this one never happens here.
    @Override
    public void dismiss(DeviceId device) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int kick(DeviceId device) {
        return 0;
    }

    @Override
    public List<PresentBadge> present() {
        return List.of();
    }

    @Override
    public synchronized CompletableFuture<Void> drain() {
        draining = true;
        places.keySet().forEach(session -> link.close(session, CloseCode.SHUTTING_DOWN));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized int count() {
        return places.size();
    }

    /// The next event that fits; those before it are gone.
    Event await(Predicate<Event> fits) throws InterruptedException {
        while (true) {
            Event event = events.poll(WAIT_SECONDS, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("did not happen within " + WAIT_SECONDS + " s");
            }
            if (fits.test(event)) {
                return event;
            }
        }
    }

    /// The next request that is more than a sign of life; those before it are gone.
    BadgeRequest awaitRequest() throws InterruptedException {
        Event event =
                await(
                        next ->
                                next instanceof Event.Asked asked
                                        && !(asked.request() instanceof BadgeRequest.Activity));
        return ((Event.Asked) event).request();
    }

    /// What happened and nobody waited for.
    List<Event> past() {
        List<Event> past = new ArrayList<>();
        events.drainTo(past);
        return past;
    }
}
