package dev.supie.application.peer;

import static dev.supie.application.fixture.PeerBench.ACKS;
import static dev.supie.application.fixture.PeerBench.marked;
import static dev.supie.application.fixture.PeerBench.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.PeerNews;
import dev.supie.application.fixture.PeerBench;
import dev.supie.application.runtime.RecordedLog;
import dev.supie.application.runtime.Rounds;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.Envelope;
import dev.supie.domain.peer.InboxSettings;
import dev.supie.domain.peer.InboxSettings.WhenFull;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// PEER-7 when the store fails: nothing is promised that is not kept, and what was kept stays true.
class PeerFaultsTest {

    private static final DeviceId ME = new DeviceId("me");

    private final RecordedLog log = new RecordedLog("dev.supie.application");
    private final PeerBench bench = new PeerBench().start();

    @AfterEach
    void close() {
        log.close();
    }

    private List<BadgeMessage> heard(SessionId session) {
        return bench.link.take(session);
    }

    private static ErrorCode code(List<BadgeMessage> heard) {
        return assertInstanceOf(BadgeMessage.FeatureError.class, heard.getLast()).code();
    }

    private List<Long> places() {
        return bench.store.shelf(ME).waiting().stream().map(Envelope.Waiting::rseq).toList();
    }

    @Test
    void whatIsNotStoredIsNotReceiptedAndNotSent() {
        SessionId me = bench.connect("me", ACKS);
        SessionId li = bench.connect("li", ACKS);
        heard(me);
        bench.store.failSavesBefore(1);

        bench.send("li", li, request("one", "me"));

        assertEquals(ErrorCode.INTERNAL_ERROR, code(heard(li)));
        assertEquals(List.of(), heard(me));
        bench.pass(Duration.ofSeconds(2));
        assertEquals(List.of(), heard(me));
        bench.send("li", li, request("two", "me"));
        assertEquals(List.of("two"), bench.texts(me));
        assertEquals(List.of(1L), places());
    }

    @Test
    void whatIsStoredAlthoughItFailedArrivesAndARepeatIsRecognised() {
        SessionId me = bench.connect("me", ACKS);
        SessionId li = bench.connect("li", ACKS);
        heard(me);
        bench.store.failNextSaveAfter();

        bench.send("li", li, marked("m1", "one", "me"));
        assertEquals(ErrorCode.INTERNAL_ERROR, code(heard(li)));
        bench.pass(Duration.ofSeconds(2));
        bench.send("li", li, marked("m1", "one", "me"));

        assertTrue(assertInstanceOf(PeerNews.Receipt.class, bench.news(li).getFirst()).repeated());
        assertEquals(List.of("one"), bench.texts(me));
        assertEquals(List.of(1L), places());
    }

    @Test
    void anAcknowledgementIsDoneAgain() {
        SessionId me = bench.connect("me", ACKS);
        SessionId li = bench.connect("li", ACKS);
        bench.send("li", li, request("one", "me"));
        bench.store.failSavesBefore(2);

        bench.acknowledge("me", me, 1);
        assertEquals(List.of(1L), places());
        bench.pass(Duration.ofSeconds(10));

        assertEquals(List.of(), places());
        bench.disconnect("me", me);
        assertEquals(List.of(), bench.texts(bench.connect("me", ACKS)));
    }

    @Test
    void whatWasSentBeforeAFailureIsNotSentAgainOnTheSameConnection() {
        SessionId me = bench.connect("me", ACKS);
        SessionId li = bench.connect("li", ACKS);
        bench.send("li", li, request("one", "me"));
        bench.store.failNextSaveAfter();
        bench.send("li", li, request("two", "me"));
        bench.pass(Duration.ofSeconds(2));

        assertEquals(List.of("one", "two"), bench.texts(me));
    }

    @Test
    void whileTheStoreIsAwaySendersHearAtOnceAndNothingPilesUp() {
        SessionId li = bench.connect("li", ACKS);
        bench.store.failSavesBefore(1_000);
        bench.send("li", li, request("one", "me"));
        heard(li);

        for (int number = 0; number < 3 * Rounds.WAITING_MAX; number++) {
            assertTrue(bench.sending("li", li, request("x", "me")));
        }

        assertEquals(3 * Rounds.WAITING_MAX, heard(li).size());
        bench.store.heal();
        bench.pass(Duration.ofSeconds(40));
        bench.send("li", li, request("two", "me"));
        assertEquals(List.of(1L), places());
    }

    @Test
    void eachOfTwoRequestsThatAreAlikeIsAnsweredThoughTheirRoundIsLost() {
        SessionId li = bench.connect("li", ACKS);
        heard(li);
        bench.store.failSavesBefore(1);
        bench.sending("li", li, request("", "me"));
        bench.sending("li", li, request("", "me"));

        bench.send("li", li, request("one", "me"));

        assertEquals(
                List.of(
                        ErrorCode.INVALID_REQUEST,
                        ErrorCode.INVALID_REQUEST,
                        ErrorCode.INTERNAL_ERROR),
                heard(li).stream().map(one -> code(List.of(one))).toList());
    }

    @Test
    void aBadgeThatComesWhileTheStoreIsAwayIsServedWhenItIsBack() {
        SessionId li = bench.connect("li", ACKS);
        bench.send("li", li, request("one", "me"));
        bench.start();
        bench.store.failReads(3);
        SessionId me = bench.connect("me", ACKS);
        assertEquals(List.of(), bench.texts(me));

        bench.pass(Duration.ofSeconds(30));

        assertEquals(List.of("one"), bench.texts(me));
    }

    @Test
    void aBugCostsItsOwnRoundAndNoOther() {
        SessionId me = bench.connect("me", ACKS);
        SessionId li = bench.connect("li", ACKS);
        heard(me);
        bench.store.breakNextSave();
        bench.send("li", li, request("one", "me"));
        assertEquals(ErrorCode.INTERNAL_ERROR, code(heard(li)));

        bench.send("li", li, request("two", "me"));

        assertEquals(List.of("two"), bench.texts(me));
    }

    @Test
    void tooMuchAtOnceIsBusy() {
        SessionId li = bench.connect("li", ACKS);
        for (int number = 0; number < Rounds.WAITING_MAX; number++) {
            assertTrue(bench.sending("li", li, request("x", "me")));
        }

        assertFalse(bench.sending("li", li, request("x", "me")));
    }

    /// PEER-7: a badge whose last acknowledgement is lost would be closed after a minute.
    @Test
    void anAcknowledgementIsTakenHoweverMuchIsWaiting() {
        SessionId me = bench.connect("me", ACKS);
        SessionId li = bench.connect("li", ACKS);
        bench.send("li", li, request("one", "me"));
        while (bench.sending("li", li, request("x", "zoe"))) {
            // Until no more is taken.
        }

        bench.acknowledge("me", me, 1);

        assertEquals(List.of(), places());
    }

    @Test
    void ofManyAcknowledgementsTheFurthestCountsAndTakesOnePlace() {
        SessionId me = bench.connect("me", ACKS);
        SessionId li = bench.connect("li", ACKS);
        bench.send("li", li, request("one", "me"));
        bench.send("li", li, request("two", "me"));
        bench.send("li", li, request("three", "me"));
        int saves = bench.store.saves();

        for (int number = 0; number < 3 * Rounds.ROUND_MAX; number++) {
            bench.peers().acknowledged(ME, me, number == 7 ? 2 : 1);
        }
        bench.pass(PeerBench.PATIENCE);

        assertEquals(List.of(3L), places());
        assertEquals(saves + 1, bench.store.saves());
        bench.acknowledge("me", me, 3);
        assertEquals(List.of(), places());
    }

    @Test
    void anAcknowledgementIsStoredWithWhateverComesNextOrSoonByItself() {
        SessionId me = bench.connect("me", ACKS);
        SessionId li = bench.connect("li", ACKS);
        bench.send("li", li, request("one", "me"));
        bench.send("li", li, request("two", "me"));
        int saves = bench.store.saves();

        bench.peers().acknowledged(ME, me, 1);
        bench.threads.runAll();
        assertEquals(List.of(1L, 2L), places());
        bench.send("li", li, request("three", "me"));
        assertEquals(List.of(2L, 3L), places());
        assertEquals(saves + 1, bench.store.saves());

        bench.peers().acknowledged(ME, me, 2);
        bench.pass(PeerService.ACKNOWLEDGED_AFTER.minusMillis(1));
        assertEquals(List.of(2L, 3L), places());
        bench.pass(Duration.ofMillis(1));
        assertEquals(List.of(3L), places());
        assertEquals(saves + 2, bench.store.saves());
    }

    /// CON-6: what was acknowledged before the goodbye does not come again.
    @Test
    void drainingWaitsForNoCompany() {
        SessionId me = bench.connect("me", ACKS);
        SessionId li = bench.connect("li", ACKS);
        bench.send("li", li, request("one", "me"));

        bench.peers().acknowledged(ME, me, 1);
        CompletableFuture<Void> drained = bench.peers().drain();
        bench.threads.runAll();

        assertTrue(drained.isDone());
        assertEquals(List.of(), places());
    }

    /// DUP-2, even if one that came in time is still waiting: they are not taken together.
    @Test
    void anAcknowledgementThatComesAfterATakeoverDoesNotCount() {
        SessionId me = bench.connect("me", ACKS);
        SessionId li = bench.connect("li", ACKS);
        bench.send("li", li, request("one", "me"));
        bench.send("li", li, request("two", "me"));

        bench.peers().acknowledged(ME, me, 1);
        SessionId newest = bench.opening("me");
        bench.peers().acknowledged(ME, me, 2);
        bench.peers().greeted(ME, newest, ACKS);
        bench.threads.runAll();

        assertEquals(List.of("two"), bench.texts(newest));
    }

    @Test
    void inboxesThatNobodyUsesAreForgottenInMemory() {
        SessionId li = bench.connect("li", ACKS);
        for (int number = 0; number < Inboxes.AWAY_MAX + 100; number++) {
            bench.send("li", li, request("x", "badge-" + number));
            bench.pass(Duration.ofMillis(200));
        }

        int known = ((PeerService) bench.peers()).inboxesInMemory();
        assertEquals(Inboxes.AWAY_MAX + 1, known);
        SessionId first = bench.connect("badge-0", ACKS);
        assertEquals(List.of("x"), bench.texts(first));
    }

    /// Found by the simulation: what asks the store about an inbox in doubt may be refused, and
    /// then nobody went on with it.
    @Test
    void anInboxThatWasRestoredForSomebodyWhoIsRefusedIsLookedAfter() {
        ArrayDeque<Runnable> work = new ArrayDeque<>();
        PeerBench full =
                new PeerBench()
                        .with(PeerBench.settings(new InboxSettings(1, WhenFull.REFUSE_NEW)))
                        .understandingOn(work::addLast)
                        .start();
        SessionId target = full.connect("me", ACKS);
        full.send("li", full.connect("li", ACKS), request("one", "me"));
        full.send("zoe", full.connect("zoe", ACKS), request("two", "me"));
        full.store.failNextSaveAfter();
        work.removeFirst().run();
        full.threads.runAll();
        work.removeFirst().run();
        full.store.failReads(1);

        full.pass(Duration.ofSeconds(10));

        assertEquals(List.of("one"), full.texts(target));
    }
}
