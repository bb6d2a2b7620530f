import dev.supie.adapter.out.jooq.DatabaseLocation;
import dev.supie.adapter.out.jooq.DatabaseOpenException;
import dev.supie.adapter.out.jooq.JooqDatabase;
import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.PeerNews;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.peer.PeerCaller;
import dev.supie.application.peer.PeerFeature;
import dev.supie.application.peer.PeerFeatures;
import dev.supie.application.peer.PeerSettings;
import dev.supie.application.peer.PeerTally;
import dev.supie.application.peer.Peers;
import dev.supie.application.peer.port.TaskBoards;
import dev.supie.application.runtime.SystemAlarms;
import dev.supie.application.runtime.Workers;
import dev.supie.domain.connection.CloseCode;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.Access;
import dev.supie.domain.peer.AccessRules;
import dev.supie.domain.peer.InboxSettings;
import dev.supie.domain.peer.Lifetime;
import dev.supie.domain.peer.Manners;
import dev.supie.domain.peer.PeerRequest;
import dev.supie.domain.peer.RequestRules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// What messages from badge to badge cost without sockets, on the database that the server uses,
/// beside that database alone: how many are accepted in a second, stored and synced, how fast full
/// inboxes are emptied, and how long a message to everybody takes. See benchmarks/README.md.
final class PeerRates {

    private static final int[] SENDERS = {1, 10, 100};

    /// A badge may send five messages a second (PEER-3). So whoever sends here is a crowd of badges
    /// that take turns, which lifts that limit and nothing else.
    private static final int BADGES = 8_000;

    /// Inboxes that take what is accepted, at most fifty messages of one sender (PEER-8).
    private static final int INBOXES = 900;

    private static final int EVERYBODY = 1_000;
    private static final String TEXT =
            "Could somebody bring the spare badge reader to room 4.12 before the stand-up? Thanks!";

    private final Path scratch;
    private final int rounds;
    private final long phaseNanos;

    /// Processor time of each piece of the last [#rate].
    private double lastMicros;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private PeerRates(Path scratch, int rounds, int phaseMillis) {
        this.scratch = scratch;
        this.rounds = rounds;
        this.phaseNanos = TimeUnit.MILLISECONDS.toNanos(phaseMillis);
    }

    /// Arguments: effort, scratch folder.
    public static void main(String[] arguments) throws Exception {
        boolean quick = arguments[0].equals("quick");
        new PeerRates(Path.of(arguments[1]), quick ? 3 : 9, quick ? 500 : 1500).run();
        System.exit(0);
    }

    private void run()
            throws IOException, SQLException, DatabaseOpenException, InterruptedException {
        double[][] row = new double[SENDERS.length + 1][rounds];
        double[][] bare = new double[SENDERS.length + 1][rounds];
        double[][] ours = new double[SENDERS.length + 1][rounds];
        double[] drained = new double[rounds];
        double[] broadcast = new double[rounds];
        try (BareDatabase oneRow = BareDatabase.ofOneTable(scratch.resolve("row"), TEXT);
                BareDatabase database = BareDatabase.ofOurTables(scratch.resolve("rows"), TEXT);
                Office office = new Office(Files.createDirectory(scratch.resolve("office")))) {
            office.connectSenders();
            System.err.println("warming up");
            for (int i = 0; i < 2; i++) {
                rate(oneRow, 100);
                rate(database, 100);
                rate(office, 100);
                office.drain();
                office.broadcast();
            }
            for (int round = 0; round < rounds; round++) {
                System.err.println("round " + (round + 1) + " of " + rounds);
                for (int i = 0; i < SENDERS.length; i++) {
                    row[i][round] = rate(oneRow, SENDERS[i]);
                    row[SENDERS.length][round] = lastMicros;
                    bare[i][round] = rate(database, SENDERS[i]);
                    bare[SENDERS.length][round] = lastMicros;
                    ours[i][round] = rate(office, SENDERS[i]);
                    ours[SENDERS.length][round] = lastMicros;
                    drained[round] = office.drain();
                }
                broadcast[round] = office.broadcast();
            }
        }
        print(row, bare, ours, drained, broadcast);
    }

    private void print(
            double[][] row,
            double[][] bare,
            double[][] ours,
            double[] drained,
            double[] broadcast) {
        String form = "%-40s %9s %7s %9s %7s %9s";
        IO.println(
                form.formatted(
                        "without sockets", "bare row", "ratio", "bare rows", "ratio", "supie"));
        for (int i = 0; i <= SENDERS.length; i++) {
            String name =
                    i < SENDERS.length
                            ? "stored and synced /s, %d at once".formatted(SENDERS[i])
                            : "processor time of each of the last, µs";
            IO.println(
                    "%-40s %9.0f %7.2f %9.0f %7.2f %9.0f"
                            .formatted(
                                    name,
                                    median(row[i]),
                                    median(ratios(ours[i], row[i])),
                                    median(bare[i]),
                                    median(ratios(ours[i], bare[i])),
                                    median(ours[i])));
        }
        String last = "%-40s %9s %7s %9s %7s %9.1f";
        IO.println(last.formatted("sent and acknowledged /s", "", "", "", "", median(drained)));
        String everybody = "a message to %d, ms".formatted(EVERYBODY);
        IO.println(last.formatted(everybody, "", "", "", "", median(broadcast)));
    }

    private static double[] ratios(double[] ours, double[] bare) {
        double[] ratios = new double[ours.length];
        Arrays.setAll(ratios, i -> ours[i] / bare[i]);
        return ratios;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /// So many put one thing after the other, each as soon as the one before is there.
    private double rate(StoringPlace place, int senders) throws InterruptedException {
        long begin = System.nanoTime();
        long worked = processorMillis();
        AtomicLong count = new AtomicLong();
        CountDownLatch done = new CountDownLatch(senders);
        for (int i = 0; i < senders; i++) {
            int sender = i;
            threads.execute(
                    () -> {
                        try {
                            while (System.nanoTime() - begin < phaseNanos) {
                                place.put(sender);
                                count.incrementAndGet();
                            }
                        } catch (InterruptedException stopped) {
                            Thread.currentThread().interrupt();
                        } finally {
                            done.countDown();
                        }
                    });
        }
        done.await();
        lastMicros = (processorMillis() - worked) * 1e3 / count.get();
        return count.get() * 1e9 / (System.nanoTime() - begin);
    }

    /// Of all threads since the start.
    private static long processorMillis() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    }

    /// The feature of the server with badges that have no sockets.
    private final class Office implements StoringPlace, BadgeLink, AutoCloseable {

        private final JooqDatabase database;
        private final Peers peers;
        private final SystemAlarms alarms = new SystemAlarms(InstantSource.system());
        private final Semaphore[] receipts = new Semaphore[100];
        private final AtomicLong letters = new AtomicLong();
        private final AtomicLong owed = new AtomicLong();
        private final Map<SessionId, DeviceId> readers = new ConcurrentHashMap<>();
        private final Semaphore arrived = new Semaphore(0);
        private int visits;

        Office(Path folder) throws DatabaseOpenException {
            database = JooqDatabase.open(new DatabaseLocation.Folder(folder));
            Arrays.setAll(receipts, _ -> new Semaphore(0));
            AccessRules everything =
                    new AccessRules(
                            true, false, true, Set.of(), Map.of(), Map.of(), Map.of(), Map.of());
            PeerSettings settings =
                    new PeerSettings(
                            RequestRules.DEFAULTS,
                            InboxSettings.DEFAULTS,
                            new Access(everything, _ -> "all"),
                            ZoneOffset.UTC);
            peers =
                    PeerFeature.create(
                            new PeerFeature.Ports(
                                    database.peers(),
                                    this,
                                    Optional::empty,
                                    new Workers(threads, 4),
                                    threads,
                                    alarms,
                                    InstantSource.system(),
                                    () -> ThreadLocalRandom.current().nextLong(),
                                    () -> settings,
                                    _ -> new TaskBoards.Result.Refused("there are no boards"),
                                    new PeerTally()));
        }

        void connectSenders() {
            for (int i = 0; i < BADGES; i++) {
                peers.arrived(sender(i), session(i));
                peers.left(sender(i), session(i));
            }
            peers.drain().join();
        }

        private static DeviceId sender(int number) {
            return new DeviceId("sender-" + number);
        }

        private static SessionId session(int number) {
            return new SessionId("session-" + number);
        }

        /// The number of the one who waits is the mark that its receipt comes back with.
        @Override
        public void put(int sender) throws InterruptedException {
            long letter = letters.getAndIncrement();
            int badge = (int) (letter % BADGES);
            String target = "inbox-" + letter % INBOXES;
            PeerRequest request =
                    new PeerRequest(
                            "m" + letter, List.of(target), "", new Lifetime.Usual(), TEXT, "", "");
            Rid rid = new Rid(Integer.toString(sender));
            peers.send(new PeerCaller(sender(badge), session(badge), rid), request);
            receipts[sender].acquire();
            owed.incrementAndGet();
        }

        /// Everybody comes for what waits; how much of it is acknowledged in a second.
        double drain() throws InterruptedException {
            long count = owed.getAndSet(0);
            long begin = System.nanoTime();
            List<SessionId> sessions = new ArrayList<>();
            for (int i = 0; i < INBOXES; i++) {
                DeviceId device = new DeviceId("inbox-" + i);
                SessionId session = new SessionId("visit-" + visits++);
                sessions.add(session);
                readers.put(session, device);
                peers.arrived(device, session);
                peers.greeted(device, session, new PeerFeatures(new Manners(true, 16), false));
            }
            arrived.acquire(Math.toIntExact(count));
            peers.drain().join();
            double rate = count * 1e9 / (System.nanoTime() - begin);
            sessions.forEach(session -> peers.left(readers.remove(session), session));
            peers.drain().join();
            return rate;
        }

        /// How long until the last of all who are connected has been sent it.
        double broadcast() throws InterruptedException {
            List<SessionId> sessions = new ArrayList<>();
            for (int i = 0; i < EVERYBODY; i++) {
                DeviceId device = new DeviceId("inbox-" + i);
                SessionId session = new SessionId("visit-" + visits++);
                sessions.add(session);
                readers.put(session, device);
                peers.arrived(device, session);
                peers.greeted(device, session, new PeerFeatures(new Manners(true, 16), false));
            }
            DeviceId speaker = new DeviceId("speaker-" + visits);
            SessionId own = new SessionId("speaker-" + visits);
            peers.arrived(speaker, own);
            peers.drain().join();
            PeerRequest request =
                    new PeerRequest(
                            "", List.of("broadcast"), "", new Lifetime.Usual(), TEXT, "", "");
            long begin = System.nanoTime();
            peers.send(new PeerCaller(speaker, own, new Rid("0")), request);
            arrived.acquire(EVERYBODY);
            double millis = (System.nanoTime() - begin) / 1e6;
            receipts[0].acquire();
            peers.drain().join();
            sessions.forEach(session -> peers.left(readers.remove(session), session));
            peers.left(speaker, own);
            peers.drain().join();
            return millis;
        }

        @Override
        public Delivery send(SessionId session, BadgeMessage message) {
            if (!(message instanceof BadgeMessage.Peer(PeerNews news, Rid rid))) {
                System.err.println("unexpected: " + message);
                Runtime.getRuntime().halt(1);
                throw new AssertionError("halted");
            }
            switch (news) {
                case PeerNews.Receipt receipt when receipt.receipt().isAccepted() ->
                        receipts[Integer.parseInt(rid.value())].release();
                case PeerNews.Delivery delivery -> {
                    peers.acknowledged(delivery.to(), session, delivery.rseq());
                    arrived.release();
                }
                case PeerNews.TargetsOffline _, PeerNews.BacklogEnd _, PeerNews.Redelivered _ -> {}
                default -> {
                    System.err.println("unexpected: " + news);
                    Runtime.getRuntime().halt(1);
                }
            }
            return Delivery.QUEUED;
        }

        @Override
        public Delivery send(SessionId session, BadgeMessage message, Runnable whenWritten) {
            Delivery queued = send(session, message);
            threads.execute(whenWritten);
            return queued;
        }

        /// Nobody is spoken to.
        @Override
        public Delivery sendAudio(
                SessionId session, byte[] packet, Duration position, Runnable whenWritten) {
            return Delivery.REFUSED;
        }

        @Override
        public void ping(SessionId session) {}

        @Override
        public Instant lastSentAt(SessionId session, Instant otherwise) {
            return otherwise;
        }

        @Override
        public void close(SessionId session, CloseCode code) {
            throw new IllegalStateException("closed: " + code);
        }

        @Override
        public void abort(SessionId session) {}

        @Override
        public void close() {
            alarms.close();
            database.close();
        }
    }
}
