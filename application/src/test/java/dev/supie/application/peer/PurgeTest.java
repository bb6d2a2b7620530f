package dev.supie.application.peer;

import static dev.supie.application.fixture.PeerBench.ACKS;
import static dev.supie.application.fixture.PeerBench.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.port.PeerNews;
import dev.supie.application.fixture.PeerBench;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.Ending;
import dev.supie.domain.peer.Envelope;
import dev.supie.domain.peer.MessageId;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// An administrator clears an inbox: each message ends once, and its sender is told (PEER-8).
class PurgeTest {

    private static final DeviceId ME = new DeviceId("me");

    private final PeerBench bench = new PeerBench().start();

    private CompletableFuture<Integer> purge() {
        CompletableFuture<Integer> dropped = bench.peers().purge(ME);
        bench.threads.runAll();
        return dropped;
    }

    private MessageId id(int number) {
        return bench.store.messages().get(number - 1).message().id();
    }

    private List<PeerNews> lost(SessionId session) {
        return bench.news(session).stream().filter(PeerNews.Lost.class::isInstance).toList();
    }

    @Test
    void whatWaitsForABadgeThatIsAwayIsDroppedAndItsSenderTold() {
        SessionId li = bench.connect("li", ACKS);
        bench.send("li", li, request("one", "me"));
        bench.send("li", li, request("two", "me"));

        assertEquals(2, purge().join());

        assertEquals(List.of(new PeerNews.Lost(Ending.DROPPED, List.of(id(1), id(2)))), lost(li));
        assertEquals(
                List.of(Envelope.Reason.PURGED, Envelope.Reason.PURGED),
                bench.store.ends().stream().map(end -> ((Envelope.Dropped) end).reason()).toList());
        assertEquals(List.of(), bench.store.queues(10));
        assertEquals(List.of(), bench.texts(bench.connect("me", ACKS)));
    }

    @Test
    void whatIsInFlightIsDroppedTooAndALateAcknowledgementChangesNothing() {
        SessionId me = bench.connect("me", ACKS);
        SessionId li = bench.connect("li", ACKS);
        bench.send("li", li, request("one", "me"));

        assertEquals(1, purge().join());
        bench.acknowledge("me", me, 1);
        bench.send("li", li, request("two", "me"));

        assertEquals(List.of(new PeerNews.Lost(Ending.DROPPED, List.of(id(1)))), lost(li));
        assertEquals(1, bench.store.ends().size());
        assertEquals(List.of("one", "two"), bench.texts(me));
    }

    @Test
    void anEmptyInboxIsClearedOfNothing() {
        assertEquals(0, purge().join());
        assertEquals(0, bench.store.saves());
    }

    @Test
    void aStoreThatFailsKeepsEverythingAndSaysSo() {
        SessionId li = bench.connect("li", ACKS);
        bench.send("li", li, request("one", "me"));
        bench.store.failSavesBefore(1);

        CompletableFuture<Integer> dropped = purge();

        assertTrue(dropped.isCompletedExceptionally());
        var failure = assertThrows(ExecutionException.class, dropped::get);
        assertInstanceOf(StoreException.class, failure.getCause());
        assertEquals(1, bench.store.queues(10).getFirst().messages());
        assertTrue(purge().isCompletedExceptionally(), "the store rests after a failure");
        assertEquals(List.of(), lost(li));
    }
}
