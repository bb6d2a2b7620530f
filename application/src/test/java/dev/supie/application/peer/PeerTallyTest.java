package dev.supie.application.peer;

import static dev.supie.application.fixture.PeerBench.ACKS;
import static dev.supie.application.fixture.PeerBench.PLAIN;
import static dev.supie.application.fixture.PeerBench.marked;
import static dev.supie.application.fixture.PeerBench.request;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fixture.PeerBench;
import dev.supie.application.runtime.RecordedLog;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.AccessRules;
import dev.supie.domain.peer.Ending;
import dev.supie.domain.peer.Failure;
import dev.supie.domain.peer.InboxSettings;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// What is counted of messages is what has happened (OBS-1).
class PeerTallyTest {

    private final StepExecutor work = new StepExecutor();
    private final PeerBench bench = new PeerBench().start();
    private final SessionId li = bench.connect("li", ACKS);

    private PeerTally.Messages messages() {
        return bench.tally.messages();
    }

    @Test
    void nothingHasHappenedYet() {
        assertEquals(new PeerTally.Messages(0, 0, 0, 0, Map.of(), Map.of(), Map.of()), messages());
    }

    @Test
    void acceptedAndRepeatedMessagesAreCountedOnce() {
        bench.send("li", li, marked("m1", "one", "me"));
        bench.send("li", li, marked("m1", "one", "me"));
        bench.send("li", li, request("two", "me", "zoe"));

        assertAll(
                () -> assertEquals(2, messages().accepted()),
                () -> assertEquals(1, messages().repeated()),
                () -> assertEquals(2, messages().degraded()),
                () -> assertEquals(Map.of(), messages().refused()));
    }

    @Test
    void whatAModelHasReadIsNotDegraded() {
        PeerBench read = new PeerBench().understandingOn(work).start();
        read.send("li", read.connect("li", ACKS), request("one", "me"));
        work.runAll();
        read.threads.runAll();

        assertEquals(1, read.tally.messages().accepted());
        assertEquals(0, read.tally.messages().degraded());
    }

    @Test
    void refusedMessagesAreCountedByWhatTheirSendersWereTold() {
        bench.send("li", li, request("", "me"));
        for (int number = 0; number < 7; number++) {
            bench.send("li", li, request("x" + number, "me"));
        }
        bench.with(PeerBench.settings(InboxSettings.DEFAULTS, AccessRules.NONE));
        bench.send("li", li, request("x", "me"));

        assertEquals(
                Map.of(
                        ErrorCode.INVALID_REQUEST, 1L,
                        ErrorCode.RATE_LIMITED, 2L,
                        ErrorCode.UNAUTHORIZED, 1L),
                messages().refused());
    }

    @Test
    void targetsForWhomAMessageFailedAreCountedByReason() {
        AccessRules rules =
                new AccessRules(
                        false,
                        false,
                        false,
                        Set.of(),
                        Map.of("li", Set.of("me")),
                        Map.of(),
                        Map.of(),
                        Map.of());
        bench.with(PeerBench.settings(InboxSettings.DEFAULTS, rules));
        bench.send("li", li, request("x", "me", "zoe", "bo"));

        assertEquals(Map.of(Failure.UNAUTHORIZED, 2L), messages().failed());
    }

    @Test
    void endsAreCountedForEachTarget() {
        bench.connect("me", PLAIN);
        bench.send("li", li, PeerBench.lasting(Duration.ofSeconds(1), "x", "me", "zoe", "bo"));
        bench.pass(Duration.ofSeconds(5));

        assertEquals(Map.of(Ending.DELIVERED, 1L, Ending.EXPIRED, 2L), messages().ended());
    }

    @Test
    void whatHadWaitedIsCountedOnceItIsThere() {
        bench.send("li", li, request("one", "me"));
        bench.send("li", li, request("two", "me"));
        bench.connect("me", PLAIN);
        bench.pass(Duration.ofSeconds(3));

        assertEquals(2, messages().redelivered());
    }

    @Test
    void roundsAreCountedWithWhatWasInThem() {
        long before = bench.tally.rounds().stored();
        bench.store.duringNextSave(() -> bench.time.jump(Duration.ofMillis(7)));
        bench.send("li", li, request("one", "me"));
        assertAll(
                () -> assertEquals(before + 1, bench.tally.rounds().stored()),
                () -> assertTrue(bench.tally.rounds().pieces() >= before + 1),
                () -> assertEquals(Duration.ofMillis(7), bench.tally.rounds().storing()),
                () -> assertEquals(0, bench.tally.rounds().lost()));
    }

    @Test
    void aRoundThatIsLostIsCountedAndNothingInItIs() {
        try (RecordedLog _ = new RecordedLog("dev.supie.application.peer")) {
            bench.store.failSavesBefore(1);
            bench.send("li", li, request("one", "me"));
        }
        assertAll(
                () -> assertEquals(1, bench.tally.rounds().lost()),
                () -> assertEquals(0, messages().accepted()),
                () -> assertEquals(Map.of(ErrorCode.INTERNAL_ERROR, 1L), messages().refused()));
    }
}
