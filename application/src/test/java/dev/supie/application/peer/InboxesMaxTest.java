package dev.supie.application.peer;

import static dev.supie.application.fixture.PeerBench.ACKS;
import static dev.supie.application.fixture.PeerBench.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.application.connection.port.PeerNews;
import dev.supie.application.fixture.PeerBench;
import dev.supie.application.peer.port.PeerStep;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.Failure;
import dev.supie.domain.peer.PeerReceipt;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// PEER-8: there are only so many inboxes, whoever may write to whom.
class InboxesMaxTest {

    private static final DeviceId ONE_MORE = new DeviceId("one-more");

    private final PeerBench bench = new PeerBench().start();

    /// As many as may be, less these.
    private SessionId filledBut(int free) {
        SessionId li = bench.connect("li", ACKS);
        bench.send("li", li, request("x", "me"));
        int there = bench.store.inboxes();
        List<PeerStep.Habit> others = new ArrayList<>();
        for (int number = there; number < Inboxes.INBOXES_MAX - free; number++) {
            others.add(new PeerStep.Habit(new DeviceId("other-" + number), true));
        }
        bench.store.save(
                new PeerStep(List.of(), List.of(), List.of(), List.of(), List.of(), others));
        bench.start();
        return bench.connect("li", ACKS);
    }

    private PeerReceipt receipt(SessionId session) {
        return bench.news(session).stream()
                .filter(PeerNews.Receipt.class::isInstance)
                .map(news -> assertInstanceOf(PeerNews.Receipt.class, news).receipt())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLastInboxIsMadeAndNoOther() {
        SessionId li = filledBut(1);

        bench.send("li", li, request("x", "one-more", "two-more"));

        PeerReceipt receipt = receipt(li);
        assertEquals(List.of(ONE_MORE), receipt.enqueued());
        assertEquals(Map.of(new DeviceId("two-more"), Failure.QUEUE_FULL), receipt.failed());
        assertEquals(Inboxes.INBOXES_MAX, bench.store.inboxes());
    }

    @Test
    void whoHasAnInboxIsStillWrittenTo() {
        SessionId li = filledBut(0);

        bench.send("li", li, request("x", "me"));

        assertEquals(Map.of(), receipt(li).failed());
    }

    @Test
    void aNewcomerIsNotRememberedAndDoesNoHarm() {
        SessionId li = filledBut(0);

        SessionId newcomer = bench.connect("one-more", ACKS);
        bench.send("li", li, request("x", "one-more"));

        assertEquals(Map.of(ONE_MORE, Failure.QUEUE_FULL), receipt(li).failed());
        assertEquals(List.of(), bench.texts(newcomer));
        assertEquals(Inboxes.INBOXES_MAX, bench.store.inboxes());
    }

    @Test
    void inboxesThatNobodyHasSeenMakeRoomAgain() {
        SessionId li = filledBut(1);
        bench.send("li", li, PeerBench.lasting(Duration.ofSeconds(5), "x", "one-more"));
        bench.send("li", li, request("x", "two-more"));
        assertEquals(1, receipt(li).enqueued().size());

        bench.pass(PeerSteps.FORGETTING_EVERY.multipliedBy(2));
        bench.send("li", li, request("y", "me"));
        bench.news(li);
        bench.send("li", li, request("x", "two-more"));

        assertEquals(List.of(new DeviceId("two-more")), receipt(li).enqueued());
    }
}
