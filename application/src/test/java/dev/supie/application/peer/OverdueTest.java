package dev.supie.application.peer;

import static dev.supie.application.fixture.PeerBench.ACKS;
import static dev.supie.application.fixture.PeerBench.lasting;
import static dev.supie.application.fixture.PeerBench.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.fixture.PeerBench;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.InboxSettings;
import dev.supie.domain.peer.Mid;
import dev.supie.domain.peer.RequestRules;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.stream.IntStream;

/// PEER-8: however much is over at the same time, all of it is dealt with, some at a time.
class OverdueTest {

    private static final int TARGETS = 250;

    private final PeerBench bench = new PeerBench().with(manyTargets()).start();

    /// So that a few messages do.
    private static PeerSettings manyTargets() {
        PeerSettings usual = PeerBench.settings(InboxSettings.DEFAULTS);
        return new PeerSettings(
                new RequestRules(TARGETS, RequestRules.DEFAULTS.usualLifetime()),
                usual.inboxes(),
                usual.access(),
                usual.offset());
    }

    private static String[] targets(int from) {
        return IntStream.range(from, from + TARGETS).mapToObj(i -> "t" + i).toArray(String[]::new);
    }

    @Test
    void moreInboxesThanAreLookedThroughAtATimeAreAllEmptiedOfWhatIsTooOld() {
        SessionId li = bench.connect("li", ACKS);
        int wanted = PeerSteps.OVERDUE_MAX + TARGETS;
        for (int from = 0; from < wanted; from += TARGETS) {
            bench.send("li", li, lasting(Duration.ofMinutes(1), "x", targets(from)));
        }

        bench.pass(Duration.ofMinutes(2));

        assertEquals(wanted, bench.store.ends().size());
    }

    @Test
    void moreOldMessagesThanAreForgottenAtATimeAreAllForgotten() {
        SessionId li = bench.connect("li", ACKS);
        for (int number = 0; number < PeerSteps.FORGOTTEN_MAX + 100; number++) {
            bench.send("li", li, lasting(Duration.ofSeconds(1), "x", "t1"));
            bench.pass(Duration.ofSeconds(1));
        }
        bench.pass(Mid.REMEMBERED.plus(PeerSteps.FORGETTING_EVERY));

        for (int turn = 0; turn < 3; turn++) {
            bench.send("li", li, request("y", "t1"));
        }

        assertEquals(3, bench.store.messages().size());
    }
}
