package dev.supie.application.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.BadgeRequest.Activity.Kind;
import dev.supie.application.connection.port.BadgeMessage.Pong;
import dev.supie.application.fixture.Bench;
import dev.supie.domain.kernel.SessionId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;

/// MSG-8: pings, signs of life, and the end of a peer that gives none.
class AliveTest {

    private final Bench bench = new Bench().start();
    private final SessionId badge = bench.connect(Asking.DEVICE);

    @Test
    void aPingIsSentEveryTwentySeconds() {
        bench.pass(Duration.ofMillis(19_999));
        assertEquals(0, bench.link.pings(badge));
        bench.pass(Duration.ofMillis(1));
        assertEquals(1, bench.link.pings(badge));
        bench.pass(Duration.ofSeconds(60));
        assertEquals(4, bench.link.pings(badge));
    }

    @Test
    void nothingReceivedForTwoMinutesIsDead() {
        bench.pass(Duration.ofMillis(119_999));
        assertFalse(bench.link.isAborted(badge));

        bench.pass(Duration.ofMillis(1));

        assertTrue(bench.link.isAborted(badge));
        bench.disconnect(badge);
        assertEquals(0, bench.connections().count());
        assertEquals(0, bench.time.alarms());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "VOICE")
    void anyFrameIsASignOfLife(Kind kind) {
        bench.pass(Duration.ofSeconds(119));
        bench.send(badge, Asking.seen(kind));

        bench.pass(Duration.ofMillis(119_999));
        assertFalse(bench.link.isAborted(badge));

        bench.pass(Duration.ofMillis(1));
        assertTrue(bench.link.isAborted(badge));
    }

    @Test
    void theBadgeHearsSomeTextAtLeastEveryHundredSeconds() {
        Instant heard = bench.time.instant();
        int pongs = 0;
        for (int second = 0; second < 590; second++) {
            Asking.passIdly(bench, badge, Duration.ofSeconds(1));
            if (bench.link.sentTo(badge, Pong.class).size() > pongs) {
                pongs = bench.link.sentTo(badge, Pong.class).size();
                heard = bench.time.instant();
            }
            Duration silence = Duration.between(heard, bench.time.instant());
            assertTrue(silence.compareTo(Duration.ofSeconds(100)) <= 0, silence.toString());
        }
        assertTrue(pongs >= 5);
    }

    @Test
    void aBadgeThatHearsEnoughIsToldNothingMore() {
        for (int i = 0; i < 20; i++) {
            bench.send(badge, Asking.hello());
            Asking.passIdly(bench, badge, Duration.ofSeconds(60));
        }

        assertEquals(0, bench.link.sentTo(badge, Pong.class).size());
    }
}
