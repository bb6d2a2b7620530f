package dev.supie.application.peer;

import static dev.supie.application.fixture.PeerBench.ACKS;
import static dev.supie.application.fixture.PeerBench.PLAIN;
import static dev.supie.application.fixture.PeerBench.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.fixture.PeerBench;
import dev.supie.application.runtime.RecordedLog;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.InboxDecider;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// CON-1: what follows the messages that waited for a badge comes right behind them, and does not
/// wait for ever.
class ServedTest {

    private static final DeviceId ME = new DeviceId("me");

    private final PeerBench bench = new PeerBench().start();

    /// Of each time something followed, how many messages the badge had been sent by then.
    private final List<Integer> followed = new ArrayList<>();

    private void leaveForMe(int count) {
        SessionId li = bench.connect("li", PLAIN);
        for (int i = 0; i < count; i++) {
            bench.send("li", li, request("text " + i, "me"));
            bench.pass(Duration.ofMillis(200));
        }
    }

    /// The badge connects; nothing has run for it yet.
    private SessionId arrive() {
        SessionId me = bench.opening("me");
        follow(me);
        return me;
    }

    private void follow(SessionId me) {
        bench.peers().whenServed(ME, me, () -> followed.add(bench.link.sentTo(me).size()));
    }

    private void greet(SessionId me, PeerFeatures features) {
        bench.peers().greeted(ME, me, features);
        bench.threads.runAll();
    }

    @Test
    void ifNothingWaitsItFollowsAtOnce() {
        arrive();
        bench.threads.runAll();

        assertEquals(List.of(0), followed);
    }

    @Test
    void ifSomethingWaitsItFollowsThat() {
        leaveForMe(3);
        SessionId me = arrive();
        bench.threads.runAll();
        assertEquals(List.of(), followed);

        greet(me, ACKS);

        // The word that this was all is one of them.
        assertEquals(List.of(4), followed);
    }

    @Test
    void whoeverAcknowledgesIsWaitedForNoLongerThanForAWindow() {
        leaveForMe(20);
        SessionId me = arrive();

        greet(me, ACKS);

        assertEquals(List.of(16), followed);
    }

    @Test
    void whoeverDoesNotHasAllOfItFirst() {
        leaveForMe(20);
        SessionId me = arrive();

        greet(me, PLAIN);

        assertEquals(List.of(21), followed);
    }

    @Test
    void aBadgeThatSaysNothingIsNotWaitedForLong() {
        leaveForMe(1);
        arrive();
        bench.pass(InboxDecider.GREETING_MAX.minusMillis(1));
        assertEquals(List.of(), followed);

        bench.pass(Duration.ofMillis(300));

        assertEquals(List.of(2), followed);
    }

    @Test
    void whatAnOlderConnectionWaitedForIsOver() {
        leaveForMe(1);
        arrive();
        bench.threads.runAll();

        SessionId newer = arrive();
        bench.threads.runAll();
        assertEquals(List.of(0), followed);

        greet(newer, ACKS);
        assertEquals(List.of(0, 2), followed);
    }

    @Test
    void theEndOfAConnectionIsAnEndToo() {
        leaveForMe(1);
        SessionId me = arrive();
        bench.threads.runAll();

        bench.disconnect("me", me);

        assertEquals(List.of(0), followed);
    }

    @Test
    void aConnectionThatIsNotItsBadgesOwnWaitsForNothing() {
        leaveForMe(1);
        bench.connect("me", ACKS);

        follow(new SessionId("late"));
        bench.threads.runAll();

        assertEquals(1, followed.size());
    }

    @Test
    void aStoreThatIsAwayKeepsNobodyWaiting() {
        try (RecordedLog _ = new RecordedLog("dev.supie.application")) {
            leaveForMe(1);
            bench.store.failReads(1000);
            bench.start();
            arrive();
            bench.threads.runAll();
            assertEquals(List.of(0), followed);

            SessionId again = arrive();
            assertEquals(List.of(0, 0), followed);

            bench.store.heal();
            bench.pass(Duration.ofSeconds(5));
            greet(again, ACKS);
            assertEquals(List.of("text 0"), bench.texts(again));
            assertEquals(List.of(0, 0), followed);
        }
    }

    @Test
    void oneThatWaitedWhenTheStoreWentAwayIsLetGo() {
        try (RecordedLog _ = new RecordedLog("dev.supie.application")) {
            leaveForMe(1);
            arrive();
            bench.threads.runAll();
            SessionId li = bench.connect("li", PLAIN);
            bench.store.failSavesBefore(1);

            bench.send("li", li, request("lost", "me"));

            assertEquals(List.of(0), followed);
        }
    }
}
