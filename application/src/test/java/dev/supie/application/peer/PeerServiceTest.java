package dev.supie.application.peer;

import static dev.supie.application.fixture.PeerBench.ACKS;
import static dev.supie.application.fixture.PeerBench.PLAIN;
import static dev.supie.application.fixture.PeerBench.deliveries;
import static dev.supie.application.fixture.PeerBench.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.PeerNews;
import dev.supie.application.fixture.PeerBench;
import dev.supie.domain.connection.CloseCode;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.PeerReceipt;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// PEER-1 to PEER-7: a message is stored, and sent in order until it is acknowledged.
class PeerServiceTest {

    private static final DeviceId ME = new DeviceId("me");

    private final PeerBench bench = new PeerBench().start();

    private static PeerReceipt receipt(List<PeerNews> news) {
        return assertInstanceOf(PeerNews.Receipt.class, news.getFirst()).receipt();
    }

    private static PeerReceipt receipt(List<DeviceId> delivered, List<DeviceId> enqueued) {
        return new PeerReceipt(delivered, enqueued, new LinkedHashMap<>());
    }

    private BadgeMessage.FeatureError error(SessionId session) {
        return assertInstanceOf(
                BadgeMessage.FeatureError.class, bench.link.take(session).getLast());
    }

    @Test
    void aMessageToABadgeThatIsThereArrivesAndIsReceipted() {
        SessionId me = bench.connect("me", ACKS);
        SessionId li = bench.connect("li", ACKS);
        bench.link.take(me);
        bench.link.take(li);

        bench.send("li", li, request("hello", "ME"));

        List<PeerNews> told = bench.news(li);
        assertEquals(1, told.size());
        assertEquals(receipt(List.of(ME), List.of()), receipt(told));
        PeerNews.Delivery got = deliveries(bench.news(me)).getFirst();
        assertEquals("hello", got.message().submission().text());
        assertEquals(new DeviceId("li"), got.message().sender());
        assertEquals(1, got.rseq());
        assertEquals(1, got.attempt());
        assertEquals(Duration.ofDays(3), got.lifetimeLeft());
    }

    @Test
    void acceptedIsStoredBeforeAnybodyHearsOfIt() {
        SessionId me = bench.connect("me", ACKS);
        SessionId li = bench.connect("li", ACKS);
        bench.link.take(li);
        bench.link.take(me);
        bench.store.duringNextSave(
                () -> {
                    assertEquals(List.of(), bench.link.sentTo(li));
                    assertEquals(List.of(), bench.link.sentTo(me));
                });

        bench.send("li", li, request("hello", "me"));

        assertEquals(List.of("hello"), bench.texts(me));
    }

    @Test
    void whatWaitsWhileARoundIsUnderWayIsStoredTogether() {
        SessionId li = bench.connect("li", ACKS);
        int before = bench.store.saves();
        for (int number = 1; number <= 5; number++) {
            bench.sending("li", li, request("text " + number, "me"));
        }
        bench.threads.runAll();

        assertEquals(before + 1, bench.store.saves());
        assertEquals(5, bench.store.shelf(ME).waiting().size());
    }

    @Test
    void aTargetThatIsAwayIsQueuedForAndNamed() {
        SessionId li = bench.connect("li", ACKS);
        bench.link.take(li);

        bench.send("li", li, request("hello", "me"));

        List<PeerNews> told = bench.news(li);
        assertEquals(receipt(List.of(), List.of(ME)), receipt(told));
        assertEquals(new PeerNews.TargetsOffline(List.of(ME)), told.getLast());
    }

    @Test
    void whatWaitedComesInOrderAndEverybodyHearsOfIt() {
        SessionId li = bench.connect("li", ACKS);
        bench.send("li", li, request("one", "me"));
        bench.send("li", li, request("two", "me"));
        bench.link.take(li);

        SessionId me = bench.connect("me", ACKS);

        List<PeerNews> got = bench.news(me);
        assertEquals(
                List.of("one", "two"),
                deliveries(got).stream().map(one -> one.message().submission().text()).toList());
        assertEquals(new PeerNews.BacklogEnd(2), got.getLast());
        assertEquals(List.of(new PeerNews.Redelivered(ME, 2)), bench.news(li));
    }

    @Test
    void withoutHelloItComesWithinThreeSeconds() {
        SessionId li = bench.connect("li", ACKS);
        bench.send("li", li, request("one", "me"));
        SessionId me = bench.opening("me");
        bench.pass(Duration.ofMillis(1_900));
        assertEquals(List.of(), bench.texts(me));

        bench.pass(Duration.ofSeconds(1));

        assertEquals(List.of("one"), bench.texts(me));
    }

    @Test
    void aBadgeWhoseHelloIsLateIsTakenForWhatItWasTheLastTime() {
        SessionId li = bench.connect("li", ACKS);
        bench.disconnect("me", bench.connect("me", ACKS));
        bench.send("li", li, request("one", "me"));
        bench.start();
        SessionId late = bench.opening("me");
        bench.pass(Duration.ofSeconds(3));
        bench.disconnect("me", late);

        assertEquals(List.of("one"), bench.texts(late));
        assertEquals(List.of("one"), bench.texts(bench.connect("me", ACKS)));
    }

    @Test
    void whatIsNotAcknowledgedComesAgainAndWhatIsDoesNot() {
        SessionId li = bench.connect("li", ACKS);
        SessionId first = bench.connect("me", ACKS);
        bench.send("li", li, request("one", "me"));
        bench.send("li", li, request("two", "me"));
        bench.acknowledge("me", first, 1);
        bench.disconnect("me", first);

        SessionId second = bench.connect("me", ACKS);

        PeerNews.Delivery again = deliveries(bench.news(second)).getFirst();
        assertEquals("two", again.message().submission().text());
        assertEquals(2, again.rseq());
        assertEquals(2, again.attempt());
    }

    @Test
    void aBadgeThatNeverAcknowledgesIsServedOnceItIsWritten() {
        SessionId li = bench.connect("li", ACKS);
        SessionId first = bench.connect("me", PLAIN);
        bench.send("li", li, request("one", "me"));
        bench.disconnect("me", first);

        assertEquals(List.of("one"), bench.texts(first));
        assertEquals(List.of(), bench.store.shelf(ME).waiting());
        assertEquals(List.of(), bench.texts(bench.connect("me", PLAIN)));
    }

    @Test
    void aCloseBeforeTheBytesAreWrittenLosesNothing() {
        SessionId li = bench.connect("li", ACKS);
        SessionId first = bench.connect("me", PLAIN);
        bench.sending("li", li, request("one", "me"));
        // The round, but not yet the writer.
        bench.threads.runOne(new SplittableRandom(1));
        bench.disconnect("me", first);

        assertEquals(List.of("one"), bench.texts(bench.connect("me", PLAIN)));
    }

    @Test
    void aTakeoverNeitherLosesNorReorders() {
        SessionId li = bench.connect("li", ACKS);
        SessionId first = bench.connect("me", ACKS);
        bench.send("li", li, request("one", "me"));
        bench.send("li", li, request("two", "me"));

        SessionId second = bench.connect("me", ACKS);
        bench.acknowledge("me", first, 2);
        bench.disconnect("me", first);

        assertEquals(List.of("one", "two"), bench.texts(second));
        assertEquals(2, bench.store.shelf(ME).waiting().size());
    }

    @Test
    void whatAnOldConnectionSendsIsRefused() {
        SessionId old = bench.connect("li", ACKS);
        bench.connect("li", ACKS);

        bench.send("li", old, request("ghost", "me"));

        assertEquals(ErrorCode.UNAUTHORIZED, error(old).code());
        assertEquals(List.of(), bench.store.messages());
    }

    @Test
    void whatAnOldConnectionSendsIsRefusedEvenIfTheNewOneHasLeft() {
        SessionId old = bench.connect("li", ACKS);
        SessionId newer = bench.connect("li", ACKS);
        bench.disconnect("li", newer);

        bench.send("li", old, request("ghost", "me"));

        assertEquals(ErrorCode.UNAUTHORIZED, error(old).code());
        assertEquals(List.of(), bench.store.messages());
    }

    @Test
    void aBadgeTooSlowForItsMessagesIsSentAwayAndGetsThemLater() {
        SessionId li = bench.connect("li", ACKS);
        SessionId slow = bench.connect("me", ACKS);
        bench.link.disconnect(slow);

        bench.send("li", li, request("one", "me"));

        assertEquals(Optional.of(CloseCode.TOO_SLOW), bench.link.closedWith(slow));
        bench.disconnect("me", slow);
        assertEquals(List.of("one"), bench.texts(bench.connect("me", ACKS)));
    }

    @Test
    void aBadgeThatStopsAcknowledgingIsClosedAfterAMinute() {
        SessionId li = bench.connect("li", ACKS);
        SessionId me = bench.connect("me", ACKS);
        bench.send("li", li, request("one", "me"));

        bench.pass(Duration.ofSeconds(59));
        assertEquals(Optional.empty(), bench.link.closedWith(me));
        bench.pass(Duration.ofSeconds(2));
        assertEquals(Optional.of(CloseCode.TOO_SLOW), bench.link.closedWith(me));
    }

    @Test
    void aKillLosesNothingThatWasReceipted() {
        SessionId li = bench.connect("li", ACKS);
        SessionId me = bench.connect("me", ACKS);
        bench.send("li", li, request("one", "me"));
        bench.send("li", li, request("two", "nobody"));
        assertEquals(List.of("one"), bench.texts(me));

        bench.start();

        PeerNews.Delivery again = deliveries(bench.news(bench.connect("me", ACKS))).getFirst();
        assertEquals(1, again.rseq());
        assertEquals(2, again.attempt());
        assertEquals(List.of("two"), bench.texts(bench.connect("nobody", ACKS)));
    }

    @Test
    void drainEndsOnceEverythingIsStored() {
        SessionId li = bench.connect("li", ACKS);
        bench.sending("li", li, request("one", "me"));
        var drained = bench.peers().drain();
        assertFalse(drained.isDone());

        bench.threads.runAll();

        assertTrue(drained.isDone());
        assertEquals(1, bench.store.messages().size());
    }

    @Test
    void theInboxesHaveTheNameThatTheStoreGivesThem() {
        assertEquals("epoch-1", bench.peers().inboxEpoch());
    }
}
