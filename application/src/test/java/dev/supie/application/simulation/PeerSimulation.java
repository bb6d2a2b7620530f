package dev.supie.application.simulation;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.PeerNews;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fixture.PeerBench;
import dev.supie.application.peer.PeerCaller;
import dev.supie.domain.kernel.SessionId;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// One run of badges that send each other messages. Phase one, *safety*: under faults, every
/// promise is checked as it goes. Phase two, *liveness*: the faults stop, the badges stay until
/// they have everything, and everything must have come to its one end.
final class PeerSimulation {

    /// `-Dtrace=true` prints everything that happens, for a replay.
    private static final boolean PRINTED = Boolean.getBoolean("trace");

    private static final int REST_ROUNDS_MAX = 2_000;

    private final RandomGenerator random;
    private final PeerOptions options;
    private final PeerBench bench;
    private final PeerCheckers checkers;
    private final List<PeerBadge> badges = new ArrayList<>();
    private final List<Ghost> ghosts = new ArrayList<>();
    private final MessageDigest trace;
    private int ghostly;
    private long events;

    PeerSimulation(long seed) {
        random = new SplittableRandom(seed);
        options = PeerOptions.drawnFrom(random);
        bench = new PeerBench().with(PeerBench.settings(options.inboxes())).handingOver();
        if (random.nextInt(3) > 0) {
            bench.understandingOn(this::slowly);
        }
        checkers = new PeerCheckers(bench, options.inboxes());
        for (int number = 1; number <= options.badges(); number++) {
            badges.add(new PeerBadge("b" + number, random));
        }
        try {
            trace = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// A connection that has been taken over, and talks on.
    private record Ghost(PeerBadge badge, SessionId session) {}

    /// How a run went.
    ///
    /// @param hash of everything that happened
    record Outcome(String hash, int arrivals) {}

    Outcome run() {
        bench.start();
        for (int step = 0; step < options.steps(); step++) {
            faults();
            step();
            haunt();
        }
        comeToRest();
        checkers.everythingEnded(badges);
        return new Outcome(HexFormat.of().formatHex(trace.digest()), checkers.arrivals());
    }

    /// A model's work takes some time, during which everything else goes on.
    private void slowly(Runnable work) {
        long most = options.modelDelayMax().toMillis();
        bench.time.at(
                bench.time.instant().plusMillis(random.nextLong(most + 1)),
                () -> bench.threads.execute(work));
    }

    private void step() {
        PeerBadge badge = anyBadge();
        switch (random.nextInt(12)) {
            case 0 -> {
                if (badge.session().isEmpty()) {
                    connect(badge);
                }
            }
            case 1 -> badge.greet(bench);
            case 2, 3 -> badge.say(badges, random);
            case 4, 5 -> badge.deliverOne(bench, happens(options.doubledOdds()));
            case 6 -> badge.insist();
            case 7, 8 -> read(badge, options.lostOdds());
            case 9 -> {
                if (!happens(options.forgottenOdds())) {
                    badge.acknowledge(bench);
                }
            }
            case 10 -> bench.threads.runOne(random);
            default -> timePasses();
        }
        if (random.nextBoolean()) {
            bench.threads.runOne(random);
        }
    }

    /// Of a badge that is not known at all the server can only guess that it does not acknowledge,
    /// if it hears no hello from it for a while; so the first one comes at once.
    private void connect(PeerBadge badge) {
        note("connect", badge.name());
        badge.connect(bench);
        if (!badge.isKnown(bench)) {
            badge.greet(bench);
        }
    }

    private void faults() {
        if (happens(options.killOdds())) {
            kill();
        }
        if (happens(options.disconnectOdds())) {
            disconnect(anyBadge());
        }
        if (happens(options.takeoverOdds())) {
            takeOver(anyBadge());
        }
        if (happens(options.takeoverOdds())) {
            PeerBadge badge = anyBadge();
            bench.store.duringNextSave(() -> takeOver(badge));
        }
        if (happens(options.storeFaultOdds())) {
            storeFault();
        }
        if (happens(options.lateAlarmOdds())) {
            bench.time.jump(Duration.ofSeconds(random.nextInt(120)));
        }
    }

    private void storeFault() {
        switch (random.nextInt(5)) {
            case 0 -> bench.store.failSavesBefore(1 + random.nextInt(3));
            case 1 -> bench.store.failNextSaveAfter();
            case 2 -> bench.boards.loseNext();
            case 3 -> bench.boards.failNextAfter();
            default -> bench.store.failReads(1 + random.nextInt(3));
        }
    }

    private void kill() {
        note("kill", "");
        badges.forEach(badge -> read(badge, 0));
        badges.forEach(PeerBadge::lostConnection);
        ghosts.clear();
        bench.store.heal();
        checkers.limitsHold(badges);
        // While a process lives its time only goes on; the next one may know another.
        if (happens(options.clockOdds())) {
            note("clock", "set");
            bench.time.jump(Duration.ofSeconds(random.nextInt(-1_800, 1_800)));
        }
        bench.start();
    }

    /// The cable is pulled, and what is on its way is lost.
    private void disconnect(PeerBadge badge) {
        badge.session()
                .ifPresent(
                        session -> {
                            note("disconnect", badge.name());
                            badge.lostConnection();
                            end(badge, session);
                        });
    }

    private void end(PeerBadge badge, SessionId session) {
        bench.link.disconnect(session);
        bench.peers().left(badge.device(), session);
    }

    private void takeOver(PeerBadge badge) {
        badge.session()
                .ifPresent(
                        old -> {
                            note("takeover", badge.name());
                            ghosts.add(new Ghost(badge, old));
                            badge.lostConnection();
                            connect(badge);
                        });
    }

    /// An old connection acknowledges everything, sends something, or ends.
    private void haunt() {
        if (ghosts.isEmpty() || random.nextInt(4) > 0) {
            return;
        }
        Ghost ghost = ghosts.get(random.nextInt(ghosts.size()));
        switch (random.nextInt(3)) {
            case 0 ->
                    bench.peers()
                            .acknowledged(ghost.badge().device(), ghost.session(), Long.MAX_VALUE);
            case 1 -> {
                ghostly++;
                PeerCaller from = new PeerCaller(ghost.badge().device(), ghost.session(), Rid.NONE);
                String text = PeerCheckers.GHOSTLY + ghostly;
                bench.peers().send(from, PeerBench.request(text, anyBadge().name()));
            }
            default -> {
                ghosts.remove(ghost);
                end(ghost.badge(), ghost.session());
            }
        }
    }

    /// The badge reads what has arrived, until its connection is gone.
    ///
    /// @param lostOdds that it goes before a message
    private void read(PeerBadge badge, double lostOdds) {
        if (badge.session().isEmpty()) {
            return;
        }
        SessionId session = badge.session().get();
        for (BadgeMessage message : bench.link.take(session)) {
            if (happens(lostOdds)) {
                disconnect(badge);
                return;
            }
            note(badge.name(), message.toString());
            hear(badge, session, message);
        }
        if (bench.link.closedWith(session).isPresent()) {
            disconnect(badge);
        }
    }

    private void hear(PeerBadge badge, SessionId session, BadgeMessage message) {
        if (message instanceof BadgeMessage.FeatureError error) {
            badge.heard(error);
        }
        if (!(message instanceof BadgeMessage.Peer(PeerNews news, Rid rid))) {
            return;
        }
        switch (news) {
            case PeerNews.Delivery delivery -> {
                checkers.sent(badge, session, delivery);
                if (badge.process(delivery)) {
                    checkers.processed(badge, delivery);
                }
            }
            case PeerNews.Receipt receipt -> {
                checkers.receipted(receipt);
                badge.answered(rid.value());
            }
            case PeerNews.BacklogEnd end -> checkers.backlogEnded(session, end);
            case PeerNews.Ended ended -> checkers.told(ended);
            case PeerNews.Lost lost -> checkers.told(lost);
            case PeerNews.TargetsOffline _, PeerNews.TooFast _, PeerNews.Redelivered _ -> {}
        }
    }

    private PeerBadge anyBadge() {
        return badges.get(random.nextInt(badges.size()));
    }

    private boolean happens(double odds) {
        return random.nextDouble() < odds;
    }

    private void timePasses() {
        if (random.nextInt(60) == 0) {
            long seconds = random.nextLong(300);
            note("time passes", Long.toString(seconds));
            bench.time.advance(Duration.ofSeconds(seconds));
        } else {
            bench.time.advance(Duration.ofMillis(random.nextInt(1_500)));
        }
    }

    private void comeToRest() {
        bench.store.heal();
        ghosts.forEach(ghost -> end(ghost.badge(), ghost.session()));
        ghosts.clear();
        bench.pass(Duration.ofMinutes(1));
        for (int round = 0; isBusy(); round++) {
            if (round > REST_ROUNDS_MAX) {
                throw new AssertionError("does not come to rest");
            }
            badges.forEach(this::talkOut);
            bench.pass(Duration.ofSeconds(1));
        }
        badges.forEach(this::disconnect);
        bench.pass(Duration.ofDays(8));
        // Senders that were away hear what became of their messages.
        badges.forEach(this::talkOut);
        bench.pass(Duration.ofSeconds(10));
        badges.forEach(badge -> read(badge, 0));
        badges.forEach(this::disconnect);
        bench.pass(Duration.ofDays(1));
        if (bench.time.alarms() != 0) {
            throw new AssertionError("alarms left: " + bench.time.alarms());
        }
    }

    private void talkOut(PeerBadge badge) {
        if (badge.session().isEmpty()) {
            connect(badge);
        }
        badge.greet(bench);
        bench.threads.runAll();
        read(badge, 0);
        badge.acknowledge(bench);
        badge.insist();
        for (int count = 0; count < 5; count++) {
            badge.deliverOne(bench, false);
        }
        bench.threads.runAll();
        read(badge, 0);
        badge.acknowledge(bench);
        bench.threads.runAll();
    }

    private boolean isBusy() {
        return badges.stream()
                .anyMatch(
                        badge ->
                                badge.session().isEmpty()
                                        || badge.hasUnanswered()
                                        || !bench.store.shelf(badge.device()).waiting().isEmpty());
    }

    private void note(String who, String what) {
        events++;
        String line = events + " " + bench.time.instant() + " " + who + " " + what + "\n";
        if (PRINTED) {
            IO.print(line);
        }
        trace.update(line.getBytes(StandardCharsets.UTF_8));
    }
}
