package dev.supie.application.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.application.connection.BadgeRequest.Activity.Kind;
import dev.supie.application.connection.Connections.Receipt;
import dev.supie.application.fixture.Bench;
import dev.supie.application.runtime.Lane;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.kernel.SessionId;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/// CON-4: what is left of a connection that has ended; and what becomes of requests when there is
/// no room or nobody any more.
class NothingLeftTest {

    /// So far apart no takeover is one too many (DUP-2).
    private static final Duration FLAP_FREE = Duration.ofSeconds(12);

    private final Bench bench = new Bench().start();

    private void assertNothingLeft() {
        assertEquals(0, bench.connections().count());
        assertEquals(0, assertInstanceOf(ConnectionService.class, bench.connections()).routes());
        assertEquals(0, bench.time.alarms());
        assertEquals(0, bench.threads.waiting());
    }

    @Test
    void aThousandReconnectsOfOneBadgeLeaveNothing() {
        for (int i = 0; i < 1000; i++) {
            SessionId badge = bench.connect(Asking.DEVICE);
            bench.send(badge, Asking.hello());
            bench.send(badge, Asking.start(Mode.WORKING));
            bench.pass(Duration.ofMillis(300));
            bench.disconnect(badge);
        }

        assertNothingLeft();
    }

    @Test
    void aThousandTakeoversWithMeetingsLeaveNothing() {
        SessionId last = bench.connect(Asking.DEVICE);
        for (int i = 0; i < 1000; i++) {
            bench.startMeeting(last);
            bench.say(last, "words of turn " + i);
            bench.pass(FLAP_FREE);
            SessionId fresh = bench.connect(Asking.DEVICE);
            bench.disconnect(last);
            last = fresh;
        }
        bench.startMeeting(last);
        bench.finish(last);
        bench.disconnect(last);

        assertNothingLeft();
    }

    @Test
    void aWarnedAndAReplacedConnectionLeaveNothing() {
        SessionId warned = bench.connect("warned");
        Asking.passIdly(bench, warned, Duration.ofSeconds(590));
        bench.disconnect(warned);
        SessionId replaced = bench.connect("replaced");
        SessionId fresh = bench.connect("replaced");
        bench.disconnect(fresh);
        bench.disconnect(replaced);

        assertNothingLeft();
    }

    @Test
    void requestsInTheLaneOfAConnectionThatEndsLeaveNothing() {
        SessionId badge = bench.connect(Asking.DEVICE);
        bench.connections().receive(badge, Asking.start(Mode.WORKING));
        bench.connections().receive(badge, Asking.hello());
        bench.connections().closed(badge);
        bench.connections().closed(badge);

        bench.threads.runAll();

        assertNothingLeft();
    }

    @Test
    void afterItsCloseASessionIsGone() {
        SessionId badge = bench.connect(Asking.DEVICE);
        bench.disconnect(badge);

        assertEquals(Receipt.GONE, bench.send(badge, Asking.hello()));
        assertEquals(Receipt.GONE, bench.send(new SessionId("never"), Asking.hello()));
    }

    @Test
    void asManyRequestsAsALaneHoldsAreTakenAndOneMoreIsBusy() {
        SessionId badge = bench.connect(Asking.DEVICE);
        for (int i = 0; i < Lane.WAITING_MAX; i++) {
            assertEquals(
                    Receipt.TAKEN, bench.connections().receive(badge, Asking.seen(Kind.MESSAGE)));
        }

        assertEquals(Receipt.BUSY, bench.connections().receive(badge, Asking.hello()));

        bench.threads.runAll();
        assertEquals(1, bench.link.sentTo(badge).size());
        assertEquals(Receipt.TAKEN, bench.send(badge, Asking.hello()));
    }

    @Test
    void aFullLaneStillHearsOfItsEnd() {
        SessionId badge = bench.connect(Asking.DEVICE);
        for (int i = 0; i < Lane.WAITING_MAX; i++) {
            bench.connections().receive(badge, Asking.seen(Kind.AUDIO));
        }

        bench.disconnect(badge);

        assertNothingLeft();
    }
}
