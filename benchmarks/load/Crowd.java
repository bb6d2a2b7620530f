import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Many connections to one server, all on the calling thread.
final class Crowd implements AutoCloseable {

    /// Connections that are between their handshake and their greeting at the same time.
    private static final int GREETING_MAX = 32;

    /// A server that does nothing for so long hangs.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// A selector waits for whole milliseconds.
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);

    private static final int READ_BYTES = 64 * 1024;

    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BYTES);
    private final InetSocketAddress server;
    private final String path;
    private final Dialect dialect;
    private final List<Peer> peers = new ArrayList<>();
    private int named;
    private RoundTrips trips = new RoundTrips();
    private ArrayDeque<Peer> resting = new ArrayDeque<>();
    private int perTurn;
    private boolean asking;

    Crowd(URI url, Dialect dialect) throws IOException {
        this.server = new InetSocketAddress(url.getHost(), url.getPort());
        this.path = url.getPath();
        this.dialect = dialect;
    }

    /// @param nanos from the first connection to the last greeting
    record Arrival(int greeted, List<String> refusals, boolean hangs, long nanos) {

        double perSecond() {
            return greeted * 1e9 / nanos;
        }
    }

    List<Peer> peers() {
        return peers;
    }

    /// Connects `count` more, greets each, and stops early at a refusal or if nothing moves.
    Arrival join(int count) throws IOException {
        List<Peer> newcomers = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        int begun = 0;
        int greeted = 0;
        long begin = System.nanoTime();
        long moved = begin;
        while (greeted < count && !(newcomers.isEmpty() && !refusals.isEmpty())) {
            while (begun < count && newcomers.size() < GREETING_MAX && refusals.isEmpty()) {
                newcomers.add(Peer.connect(selector, server, path, "badge-" + named++, dialect));
                begun++;
            }
            read(Duration.ofMillis(100));
            int before = newcomers.size();
            for (Peer peer : newcomers) {
                switch (peer.state()) {
                    case OPEN -> {
                        greeted++;
                        peers.add(peer);
                    }
                    case REFUSED -> refusals.add(peer.status());
                    case GONE -> refusals.add("cut");
                    case UPGRADING, GREETING -> {}
                }
            }
            newcomers.removeIf(Crowd::isSettled);
            long now = System.nanoTime();
            if (newcomers.size() < before) {
                moved = now;
            } else if (now - moved > PATIENCE.toNanos()) {
                return new Arrival(greeted, refusals, true, now - begin);
            }
        }
        return new Arrival(greeted, refusals, false, System.nanoTime() - begin);
    }

    private static boolean isSettled(Peer peer) {
        return peer.state() != Peer.State.UPGRADING && peer.state() != Peer.State.GREETING;
    }

    /// Keeps `active` connections asking for a while, one question at a time each. After `perTurn`
    /// questions a connection rests and the one that has rested longest goes on, because a badge
    /// may send only so many texts at once and in a second (MSG-2).
    ///
    /// @throws IllegalStateException if a question is not answered, as those beyond that limit
    RoundTrips talk(int active, int perTurn, Duration duration) throws IOException {
        trips = new RoundTrips();
        this.perTurn = perTurn;
        resting = new ArrayDeque<>(peers);
        asking = true;
        long begin = System.nanoTime();
        for (int i = 0; i < active; i++) {
            next();
        }
        while (System.nanoTime() - begin < duration.toNanos()) {
            read(Duration.ofMillis(10));
        }
        RoundTrips timed = trips;
        timed.end(System.nanoTime() - begin);
        // What is still under way belongs to nobody's time.
        trips = new RoundTrips();
        asking = false;
        awaitAllAnswers();
        return timed;
    }

    /// Connections ask in turn, `perSecond` questions altogether and evenly, however long the
    /// answers take. Timed from when a question was sent.
    ///
    /// @throws IllegalStateException if a connection whose turn has come still waits for an answer,
    ///   or if a question is not answered
    RoundTrips talkAt(int perSecond, Duration duration) throws IOException {
        trips = new RoundTrips();
        asking = false;
        long interval = Duration.ofSeconds(1).toNanos() / perSecond;
        long begin = System.nanoTime();
        long due = begin;
        for (int turn = 0; due - begin < duration.toNanos(); ) {
            while (due <= System.nanoTime()) {
                Peer peer = peers.get(turn);
                if (peer.isWaiting()) {
                    throw new IllegalStateException("a question was not answered for a whole turn");
                }
                peer.ask();
                turn = (turn + 1) % peers.size();
                due += interval;
            }
            read(SHORTEST_WAIT);
        }
        awaitAllAnswers();
        trips.end(System.nanoTime() - begin);
        return trips;
    }

    /// Every connection asks once; how many are answered.
    int askAll() throws IOException {
        trips = new RoundTrips();
        asking = false;
        for (Peer peer : peers) {
            peer.ask();
            read(Duration.ZERO);
        }
        awaitAnswers();
        return trips.count();
    }

    private void awaitAllAnswers() throws IOException {
        awaitAnswers();
        if (peers.stream().anyMatch(Peer::isWaiting)) {
            throw new IllegalStateException("a question was not answered");
        }
    }

    private void awaitAnswers() throws IOException {
        long begin = System.nanoTime();
        while (peers.stream().anyMatch(Peer::isWaiting)
                && System.nanoTime() - begin < PATIENCE.toNanos()) {
            read(Duration.ofMillis(10));
        }
    }

    void answered(Peer peer, long nanos) {
        trips.add(nanos);
        if (asking) {
            try {
                if (peer.asked() < perTurn) {
                    peer.ask();
                } else {
                    peer.forgetAsked();
                    resting.addLast(peer);
                    next();
                }
            } catch (IOException gone) {
                throw new IllegalStateException(gone);
            }
        }
    }

    private void next() throws IOException {
        Peer peer = resting.pollFirst();
        if (peer == null) {
            throw new IllegalStateException("fewer connections than questions");
        }
        peer.ask();
    }

    /// Answers the server's pings for a while.
    void rest(Duration duration) throws IOException {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            read(Duration.ofMillis(50));
        }
    }

    /// The first `count` vanish.
    void leave(int count) {
        peers.subList(0, count).forEach(Peer::close);
        peers.subList(0, count).clear();
    }

    private void read(Duration wait) throws IOException {
        int ready = wait.isZero() ? selector.selectNow() : selector.select(wait.toMillis());
        if (ready > 0) {
            for (var key : selector.selectedKeys()) {
                ((Peer) key.attachment()).read(buffer, this);
            }
            selector.selectedKeys().clear();
        }
    }

    @Override
    public void close() throws IOException {
        selector.keys().forEach(key -> ((Peer) key.attachment()).close());
        selector.close();
    }
}
