package dev.supie.application.simulation;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.fixture.Bench;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.server.StatsToAll;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// One run. Phase one, *safety*: badges talk under faults, and every promise is checked as it goes.
/// Phase two, *liveness*: the faults stop, the badges go home, and everything must come to rest.
final class Simulation {

    /// `-Dtrace=true` prints everything that happens, for a replay.
    private static final boolean PRINTED = Boolean.getBoolean("trace");

    private static final int REST_STEPS_MAX = 10_000;

    private final RandomGenerator random;
    private final SimulationOptions options;
    private final Bench bench;
    private final List<SimulatedBadge> badges = new ArrayList<>();
    private final Checkers checkers;
    private final Takeovers takeovers;
    private final Invitations invitations;
    private final MessageDigest trace;
    private boolean safetyPhase = true;
    private int kills;
    private long events;

    Simulation(long seed) {
        random = new SplittableRandom(seed);
        options = SimulationOptions.drawnFrom(random);
        StatsToAll[] choices = StatsToAll.values();
        bench =
                new Bench()
                        .summarisingOn(this::slowly)
                        .interruptedBy(this::interrupt)
                        .tellingOfMeetings(random::nextDouble)
                        .tellingStatsTo(choices[random.nextInt(choices.length)]);
        checkers = new Checkers(bench, options.storeFaultOdds() > 0);
        takeovers = new Takeovers(bench, checkers);
        invitations = new Invitations(options.shareOdds());
        try {
            trace = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
        for (int i = 1; i <= options.badges(); i++) {
            badges.add(new SimulatedBadge("b" + i, invitations));
        }
    }

    /// Runs it all; gives a hash of everything that happened.
    String run() {
        bench.start();
        for (int step = 0; step < options.steps(); step++) {
            step();
        }
        comeToRest();
        checkers.everythingFinalized(badges);
        new NoticeCheckers(bench, kills, options.webhookFaultOdds() > 0).run();
        for (SimulatedBadge badge : badges) {
            everySummaryIsDeliveredOnce(badge);
        }
        return HexFormat.of().formatHex(trace.digest());
    }

    /// How often a badge came into the meeting of another one.
    int joined() {
        return invitations.joined();
    }

    /// A summarizer's work takes some time, during which everything else goes on.
    private void slowly(Runnable work) {
        long most = options.modelDelayMax().toMillis();
        bench.time.at(
                bench.time.instant().plusMillis(random.nextLong(most + 1)),
                () -> bench.threads.execute(work));
    }

    private void step() {
        faults();
        SimulatedBadge badge = anyBadge();
        switch (random.nextInt(8)) {
            case 0, 1 -> {
                if (badge.session().isEmpty()) {
                    badge.connect(bench);
                    note("connect", badge.device());
                } else {
                    badge.act(bench, random);
                }
            }
            case 2, 3 -> badge.deliverOne(bench);
            case 4 -> read(badge);
            case 5, 6 -> bench.threads.runOne(random);
            default -> timePasses();
        }
        takeovers.haunt(random);
        takeovers.look();
    }

    private void takeOver(SimulatedBadge badge, boolean whileStoring) {
        read(badge);
        if (badge.session().isPresent()) {
            boolean done = takeovers.takeOver(badge, whileStoring);
            note(done ? "takeover" : "takeover refused", badge.device());
        }
    }

    /// Between the lane of a request and its turn the badge may connect anew, and the new
    /// connection may even be heard first.
    private void interrupt(DeviceId device) {
        if (!safetyPhase || !happens(options.takeoverOdds())) {
            return;
        }
        badges.stream()
                .filter(badge -> badge.device().equals(device.value()))
                .forEach(badge -> takeOver(badge, false));
        for (int i = random.nextInt(6); i > 0; i--) {
            bench.threads.runOne(random);
        }
    }

    private SimulatedBadge anyBadge() {
        return badges.get(random.nextInt(badges.size()));
    }

    private void faults() {
        if (happens(options.killOdds())) {
            kill();
        }
        if (happens(options.disconnectOdds())) {
            disconnect(anyBadge());
        }
        if (happens(options.takeoverOdds())) {
            takeOver(anyBadge(), false);
        }
        if (happens(options.takeoverOdds())) {
            bench.store.duringNextSave(() -> takeOver(anyBadge(), true));
        }
        if (happens(options.storeFaultOdds())) {
            if (random.nextBoolean()) {
                bench.store.failNextSaveBefore();
            } else {
                bench.store.failNextSaveAfter();
            }
        }
        if (happens(options.modelFaultOdds())) {
            if (random.nextBoolean()) {
                bench.model.failNext("HTTP 500");
            } else {
                bench.model.breakNext();
            }
        }
        if (happens(options.webhookFaultOdds())) {
            webhookFault();
        }
    }

    private void webhookFault() {
        switch (random.nextInt(5)) {
            case 0 -> bench.receiver.failNext();
            case 1 -> bench.receiver.loseNextAnswer();
            case 2 -> bench.receiver.breakNext();
            case 3 -> bench.store.outbox().failSavesBefore(1 + random.nextInt(3));
            default -> bench.store.outbox().failNextSaveAfter();
        }
    }

    private boolean happens(double odds) {
        return random.nextDouble() < odds;
    }

    private void kill() {
        note("kill", "");
        kills++;
        // What a badge had already received before the crash counts as promised.
        badges.forEach(this::read);
        badges.forEach(SimulatedBadge::lostConnection);
        takeovers.forget();
        bench.start();
        checkers.promisesAreStored(badges);
    }

    private void disconnect(SimulatedBadge badge) {
        badge.session()
                .ifPresent(
                        session -> {
                            note("disconnect", badge.device());
                            read(badge);
                            badge.lostConnection();
                            bench.link.disconnect(session);
                            bench.connections().closed(session);
                        });
    }

    private void read(SimulatedBadge badge) {
        if (badge.session().isPresent()) {
            SessionId session = badge.session().get();
            List<BadgeMessage> messages = bench.link.take(session);
            messages.forEach(message -> note(badge.device(), message.toString()));
            checkers.saw(session, messages);
            badge.read(messages);
            if (bench.link.closedWith(session).isPresent() || bench.link.isAborted(session)) {
                badge.lostConnection();
                bench.link.disconnect(session);
                bench.connections().closed(session);
            }
        }
    }

    private void timePasses() {
        if (happens(options.lateAlarmOdds())) {
            bench.time.jump(Duration.ofSeconds(random.nextInt(120)));
        } else if (random.nextInt(200) == 0) {
            long minutes = random.nextLong(40);
            note("minutes pass", Long.toString(minutes));
            bench.time.advance(Duration.ofMinutes(minutes));
        } else {
            bench.time.advance(Duration.ofMillis(random.nextInt(4000)));
        }
    }

    private void comeToRest() {
        safetyPhase = false;
        bench.store.duringNextSave(() -> {});
        bench.receiver.heal();
        bench.threads.runAll();
        takeovers.look();
        takeovers.endAll();
        badges.forEach(this::disconnect);
        bench.threads.runAll();
        int steps = 0;
        while (bench.time.fireNext()) {
            bench.threads.runAll();
            steps++;
            if (steps > REST_STEPS_MAX) {
                throw new AssertionError("does not come to rest: " + bench.store.unfinished());
            }
        }
    }

    private void everySummaryIsDeliveredOnce(SimulatedBadge badge) {
        // A kill or a fault between writing and noting it makes a second delivery possible once;
        // with the faults gone, one more visit must find nothing left.
        for (int visit = 0; visit < 20; visit++) {
            badge.connect(bench);
            bench.threads.runAll();
            checkers.newsFor(badge, bench.link.sentTo(badge.session().orElseThrow()));
            read(badge);
            disconnect(badge);
            bench.threads.runAll();
        }
        checkers.nothingWaitsFor(badge);
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
