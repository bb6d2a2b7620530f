import dev.supie.adapter.in.badge.BadgeEndpoint;
import dev.supie.adapter.in.badge.BadgeGate;
import dev.supie.adapter.in.badge.BadgeLinks;
import dev.supie.adapter.in.badge.BadgePaths;
import dev.supie.adapter.in.network.TrustedProxies;
import dev.supie.adapter.in.websocket.WebSocketLimits;
import dev.supie.adapter.in.websocket.WebSocketUpgrade;
import dev.supie.adapter.out.speech.EmbeddedSpeech;
import dev.supie.adapter.out.speech.model.ModelFolder;
import dev.supie.application.access.Access;
import dev.supie.application.access.port.Principal;
import dev.supie.application.connection.ConnectionFeature;
import dev.supie.application.connection.Connections;
import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.meeting.Meetings;
import dev.supie.application.peer.PeerFeature;
import dev.supie.application.runtime.SystemAlarms;
import dev.supie.application.server.StatsSource;
import dev.supie.application.speech.Ears;
import dev.supie.application.speech.SpeechFeature;
import dev.supie.application.speech.SpeechSettings;
import dev.supie.application.speech.SpeechTally;
import dev.supie.application.task.Tasks;
import dev.supie.domain.connection.ConnectionSettings;
import dev.supie.domain.connection.DuplicateSettings;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.server.MachineUse;
import dev.supie.domain.server.StatsToAll;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/// What badges that read notice of badges that do not (MSG-7). See benchmarks/README.md.
final class Backpressure {

    private static final int ALL = 200;
    private static final int STOPPING = 20;
    private static final int PER_SECOND = 100;

    /// A queue that has no room so many times in a row is not just waiting for its writer.
    private static final int FULL_LOOKS = 10;

    private static final int WARM_UP_SECONDS = 5;
    private static final String PADDING = " ".repeat(1000);

    private final InstantSource time = InstantSource.system();
    private final SystemAlarms alarms = new SystemAlarms(time);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BadgeLinks links = new BadgeLinks(time);
    private final Connections connections = connections();
    private final WebServer server = server();
    private final List<Reader> readers = new ArrayList<>();
    private int devices;

    private Backpressure() {}

    public static void main(String[] arguments) throws IOException {
        new Backpressure().run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        // Hundreds of connections need no goodbye.
        Runtime.getRuntime().halt(0);
    }

    private void run(int rounds, int seconds) throws IOException {
        for (int i = 0; i < ALL - STOPPING; i++) {
            Reader reader = new Reader(connect(65_536));
            readers.add(reader);
            threads.execute(reader);
        }
        send(List.of(), WARM_UP_SECONDS);
        double[] calm = new double[rounds];
        double[] beside = new double[rounds];
        IO.println("round   p99 ms alone   p99 ms beside stopped ones   they left");
        for (int round = 0; round < rounds; round++) {
            calm[round] = p99(List.of(), seconds);
            List<Peer> stopped = new ArrayList<>();
            for (int i = 0; i < STOPPING; i++) {
                stopped.add(connect(8192));
            }
            fill(stopped);
            beside[round] = p99(stopped, seconds);
            int left = ALL - connections.count();
            IO.println(
                    "%5d   %12.2f   %26.2f   %6d of %d"
                            .formatted(round + 1, calm[round], beside[round], left, STOPPING));
            for (Peer peer : stopped) {
                peer.socket().close();
            }
        }
        double ratio = median(beside) / median(calm);
        IO.println(
                "median  %12.2f   %26.2f   ratio %.2f (goal: at most 2)"
                        .formatted(median(calm), median(beside), ratio));
        boolean whole = readers.stream().allMatch(Reader::isWhole);
        IO.println("the others received " + (whole ? "everything in order" : "NOT everything"));
    }

    /// Sends until the kernel's buffers and the server's queues for them are full.
    private void fill(List<Peer> stopped) {
        BadgeMessage large =
                new BadgeMessage.GeneralError(ErrorCode.BUSY, PADDING.repeat(60), Rid.NONE);
        int refusals = 0;
        while (refusals < FULL_LOOKS) {
            boolean all = true;
            for (Peer peer : stopped) {
                all &= links.send(peer.session(), large) == BadgeLink.Delivery.REFUSED;
            }
            refusals = all ? refusals + 1 : 0;
            LockSupport.parkNanos(10_000_000);
        }
    }

    private double p99(List<Peer> stopped, int seconds) {
        readers.forEach(Reader::forget);
        send(stopped, seconds);
        long[] all = readers.stream().flatMapToLong(r -> Arrays.stream(r.taken())).toArray();
        Arrays.sort(all);
        return all[(int) (all.length * 0.99)] / 1e6;
    }

    /// Spread evenly over each hundredth of a second, as independent senders would be.
    private void send(List<Peer> stopped, int seconds) {
        List<SessionId> sessions = new ArrayList<>(readers.stream().map(Reader::session).toList());
        stopped.forEach(peer -> sessions.add(peer.session()));
        long gap = 1_000_000_000L / PER_SECOND / sessions.size();
        long due = System.nanoTime();
        for (int tick = 0; tick < PER_SECOND * seconds; tick++) {
            for (SessionId session : sessions) {
                while (due - System.nanoTime() > 0) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                String text = tick + ";" + System.nanoTime() + ";" + PADDING;
                links.send(session, new BadgeMessage.GeneralError(ErrorCode.BUSY, text, Rid.NONE));
                due += gap;
            }
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private Peer connect(int receiveBytes) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(receiveBytes);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        String request =
                "GET /supie/v1/ HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
                        + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nDevice-Id: b"
                        + devices++
                        + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 8192));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        String welcome = text(in);
        String session = welcome.replaceAll(".*\"session_id\":\"([^\"]*)\".*", "$1");
        return new Peer(socket, in, new SessionId(session));
    }

    private record Peer(Socket socket, DataInputStream in, SessionId session) {}

    /// The next text of a server that sends no other long frames.
    private static String text(DataInputStream in) throws IOException {
        int first = in.readUnsignedByte();
        int length = in.readUnsignedByte();
        byte[] payload = in.readNBytes(length == 126 ? in.readUnsignedShort() : length);
        return first == 0x81 ? new String(payload, StandardCharsets.UTF_8) : "";
    }

    /// Reads at once, and says so with a pong now and then, so that it is not taken for dead.
    private static final class Reader implements Runnable {

        private static final byte[] PONG = {(byte) 0x8A, (byte) 0x80, 0, 0, 0, 0};

        private final Peer peer;
        private final List<Long> taken = new ArrayList<>();
        private int expected;
        private boolean whole = true;

        Reader(Peer peer) {
            this.peer = peer;
        }

        SessionId session() {
            return peer.session();
        }

        @Override
        public void run() {
            try {
                while (true) {
                    take(text(peer.in()));
                }
            } catch (IOException ended) {
                whole = false;
            }
        }

        private void take(String text) throws IOException {
            long now = System.nanoTime();
            String[] parts = text.split(";", 3);
            if (parts.length < 3) {
                peer.socket().getOutputStream().write(PONG);
                return;
            }
            int number = Integer.parseInt(parts[0].substring(parts[0].lastIndexOf('"') + 1));
            synchronized (this) {
                whole &= number == 0 || number == expected;
                expected = number + 1;
                taken.add(now - Long.parseLong(parts[1]));
            }
        }

        synchronized void forget() {
            taken.clear();
        }

        synchronized long[] taken() {
            return taken.stream().mapToLong(Long::longValue).toArray();
        }

        synchronized boolean isWhole() {
            return whole;
        }
    }

    private WebServer server() {
        var gate =
                new BadgeGate(
                        _ -> new Access.Decision.Allowed(Principal.ANYBODY), TrustedProxies.NONE);
        var endpoint =
                new BadgeEndpoint(
                        BadgePaths.STANDARD, gate, connections, links, time, () -> "00000000");
        WebServerConfig.Builder builder = WebServer.builder().host("127.0.0.1").port(0);
        new WebSocketUpgrade(endpoint, WebSocketLimits.standard(), time, alarms).configure(builder);
        return builder.build().start();
    }

    private Connections connections() {
        var ports =
                new ConnectionFeature.Ports(
                        links,
                        threads,
                        alarms,
                        time,
                        deafEars(),
                        () -> new SessionId(UUID.randomUUID().toString()),
                        2 * ALL,
                        () -> ConnectionSettings.DEFAULTS,
                        () -> DuplicateSettings.DEFAULTS);
        var stats = new StatsSource(() -> new MachineUse(0, 0, 0, 0), () -> StatsToAll.NEVER);
        return ConnectionFeature.create(
                ports, _ -> none(Meetings.class), none(Tasks.class), PeerFeature.off(links), stats);
    }

    /// Nobody says anything here.
    private Ears deafEars() {
        var embedded = new EmbeddedSpeech(new ModelFolder(Path.of("none")), 1, alarms, time);
        return SpeechFeature.create(
                new SpeechFeature.Ports(
                        embedded.decoders(),
                        embedded.detectors(),
                        List.of(),
                        threads,
                        alarms,
                        time,
                        () -> SpeechSettings.DEFAULTS,
                        new SpeechTally()));
    }

    /// Nobody holds meetings or has tasks here: there are none of any badge, and none is made.
    private static <T> T none(Class<T> feature) {
        return feature.cast(
                Proxy.newProxyInstance(
                        feature.getClassLoader(),
                        new Class<?>[] {feature},
                        (_, method, _) -> method.getReturnType() == boolean.class ? false : null));
    }
}
