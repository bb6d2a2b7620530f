package dev.supie.application.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage.StatsPush;
import dev.supie.application.connection.port.BadgeMessage.Welcome;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fixture.Bench;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.server.StatsClock;
import dev.supie.domain.server.StatsToAll;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// SRV-1 on virtual time.
class StatsPushesTest {

    private static final BadgeRequest SUBSCRIBE = new BadgeRequest.SubscribeStats(Rid.NONE);

    private final Bench bench = new Bench();

    @Test
    void theyFollowTheWelcomeAndNameWhoIsOnline() {
        start(StatsToAll.AUTO);
        bench.connect("aa:02");
        SessionId badge = bench.connect("aa:01");

        pass(Duration.ZERO);

        assertInstanceOf(Welcome.class, bench.link.sentTo(badge).getFirst());
        StatsPush push = assertInstanceOf(StatsPush.class, bench.link.sentTo(badge).get(1));
        assertEquals(2, push.stats().deviceCount());
        assertEquals(List.of(new DeviceId("aa:01"), new DeviceId("aa:02")), push.stats().online());
        assertEquals(Bench.MACHINE, push.stats().machine());
        assertEquals(bench.time.instant(), push.stats().at());
    }

    @Test
    void theyComeEveryTenSeconds() {
        start(StatsToAll.AUTO);
        SessionId badge = bench.connect("aa:01");
        pass(Duration.ZERO);
        bench.link.take(badge);

        pass(StatsClock.BEAT.minusMillis(1));
        assertEquals(0, pushes(badge));
        pass(Duration.ofMillis(1));
        assertEquals(1, pushes(badge));
        pass(Duration.ofSeconds(60));
        assertEquals(6, pushes(badge));
    }

    @Test
    void manyWhoComeAndGoWithinASecondAreOnePush() {
        start(StatsToAll.AUTO);
        SessionId badge = bench.connect("aa:01");
        pass(Duration.ZERO);
        bench.link.take(badge);
        for (int i = 0; i < 20; i++) {
            SessionId guest = bench.connect("guest-" + i);
            pass(Duration.ofMillis(20));
            if (i % 2 == 0) {
                bench.disconnect(guest);
            }
        }

        pass(Duration.ofMillis(599));
        assertEquals(0, pushes(badge));
        pass(Duration.ofMillis(1));

        List<StatsPush> told = bench.heard(badge, StatsPush.class);
        assertEquals(1, told.size());
        assertEquals(11, told.getFirst().stats().deviceCount());
    }

    @Test
    void whoeverAsksIsAnsweredAtOnceWithItsMarkAndGetsEveryPushFromThenOn() {
        start(StatsToAll.NEVER);
        SessionId badge = bench.connect("aa:01");
        SessionId other = bench.connect("aa:02");
        pass(Duration.ofMinutes(1));
        assertEquals(0, pushes(badge));

        bench.send(badge, new BadgeRequest.SubscribeStats(new Rid("r1")));

        assertEquals(new Rid("r1"), bench.heard(badge, StatsPush.class).getFirst().rid());
        pass(Duration.ofSeconds(30));
        assertEquals(3, pushes(badge));
        assertEquals(0, pushes(other));
    }

    @Test
    void askingTwiceIsAnsweredTwiceButSubscribedOnce() {
        start(StatsToAll.NEVER);
        SessionId badge = bench.connect("aa:01");
        bench.send(badge, SUBSCRIBE);
        bench.send(badge, SUBSCRIBE);
        assertEquals(2, pushes(badge));

        pass(Duration.ofSeconds(10));
        assertEquals(1, pushes(badge));
        bench.disconnect(badge);
        assertEquals(0, bench.time.alarms());
    }

    @Test
    void aSubscriptionEndsWithItsConnection() {
        start(StatsToAll.NEVER);
        SessionId badge = bench.connect("aa:01");
        bench.send(badge, SUBSCRIBE);
        bench.disconnect(badge);
        SessionId again = bench.connect("aa:01");

        pass(Duration.ofSeconds(19));

        assertEquals(0, pushes(again));
    }

    @Test
    void upToFiftyAllAreToldAndBeyondOnlyThoseWhoAsked() {
        start(StatsToAll.AUTO);
        List<SessionId> badges = connected(50);
        pass(Duration.ofSeconds(1));
        badges.forEach(badge -> assertTrue(pushes(badge) > 0));
        SessionId subscriber = badges.getFirst();
        bench.send(subscriber, SUBSCRIBE);
        SessionId tooMany = bench.connect("one more");
        badges.forEach(bench.link::take);

        pass(Duration.ofSeconds(10));

        assertEquals(0, pushes(tooMany));
        assertEquals(0, pushes(badges.getLast()));
        StatsPush told = bench.heard(subscriber, StatsPush.class).getFirst();
        assertEquals(51, told.stats().deviceCount());
    }

    @Test
    void nobodyWhoWantsThemMeansNoAlarmAtAll() {
        start(StatsToAll.NEVER);
        SessionId badge = bench.connect("aa:01");
        // The one alarm of the connection itself.
        assertEquals(1, bench.time.alarms());
        bench.send(badge, SUBSCRIBE);
        assertEquals(2, bench.time.alarms());
        bench.disconnect(badge);
        assertEquals(0, bench.time.alarms());
    }

    @Test
    void theReplacedConnectionIsNotTold() {
        start(StatsToAll.ALWAYS);
        SessionId old = bench.connect("aa:01");
        pass(Duration.ZERO);
        SessionId now = bench.connect("aa:01");
        bench.link.take(old);

        pass(Duration.ofSeconds(1));

        assertEquals(0, pushes(old));
        StatsPush told = bench.heard(now, StatsPush.class).getFirst();
        assertEquals(1, told.stats().deviceCount());
    }

    @Test
    void aConnectionThatIsNotWelcomedYetIsNotTold() {
        start(StatsToAll.ALWAYS);
        bench.connect("aa:01");
        SessionId opening = bench.opening("aa:02");

        // The push overtakes the welcome that still waits in its lane.
        while (bench.link.sentTo(opening).isEmpty()) {
            bench.time.fireNext();
            bench.threads.runAll();
        }

        assertInstanceOf(Welcome.class, bench.link.sentTo(opening).getFirst());
    }

    @Test
    void thousandsAreToldInSlicesWithPauses() {
        int many = 5000;
        bench.withRoomFor(many);
        start(StatsToAll.NEVER);
        List<SessionId> badges = connected(many);
        badges.forEach(badge -> bench.send(badge, SUBSCRIBE));
        pass(Duration.ofSeconds(2));
        badges.forEach(bench.link::take);
        bench.disconnect(badges.removeFirst());
        Instant begin = bench.time.instant();
        Set<SessionId> told = new HashSet<>();

        while (told.size() < badges.size()) {
            int before = told.size();
            bench.time.fireNext();
            bench.threads.runAll();
            badges.stream().filter(badge -> pushes(badge) > 0).forEach(told::add);
            assertTrue(told.size() - before <= StatsPushes.SLICE_MIN, "one burst");
        }

        Duration took = Duration.between(begin, bench.time.instant());
        assertTrue(took.compareTo(Duration.ofMillis(1500)) <= 0, took.toString());
    }

    private void start(StatsToAll toAll) {
        bench.tellingStatsTo(toAll).start();
    }

    private List<SessionId> connected(int count) {
        List<SessionId> badges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            badges.add(bench.connect("badge-" + i));
        }
        return badges;
    }

    private void pass(Duration duration) {
        bench.pass(duration);
    }

    private int pushes(SessionId badge) {
        return bench.heard(badge, StatsPush.class).size();
    }
}
