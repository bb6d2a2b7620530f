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
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.AccessRules;
import dev.supie.domain.peer.Failure;
import dev.supie.domain.peer.InboxSettings;
import dev.supie.domain.peer.PeerReceipt;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;

/// PEER-1 to PEER-3 and PEER-7: what is taken in, what is not, and what is known already.
class PeerRequestTest {

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
    void theSameMarkIsTheSameMessageForADay() {
        SessionId li = bench.connect("li", ACKS);
        bench.send("li", li, marked("m1", "hello", "me"));
        bench.link.take(li);
        bench.send("li", li, marked("m1", "hello", "me"));

        PeerNews.Receipt again =
                assertInstanceOf(PeerNews.Receipt.class, bench.news(li).getFirst());
        assertTrue(again.repeated());
        assertEquals(receipt(List.of(), List.of(ME)), again.receipt());
        assertEquals(1, bench.store.messages().size());

        bench.start();
        bench.pass(Duration.ofHours(24));
        li = bench.connect("li", ACKS);
        bench.send("li", li, marked("m1", "hello", "me"));
        assertEquals(2, bench.store.shelf(ME).lastRseq());
    }

    @Test
    void theSameMarkTwiceInOneRoundIsOneMessage() {
        SessionId li = bench.connect("li", ACKS);
        bench.sending("li", li, marked("m1", "hello", "me"));
        bench.sending("li", li, marked("m1", "hello", "me"));
        bench.threads.runAll();

        assertEquals(1, bench.store.messages().size());
        assertEquals(
                List.of(false, true),
                bench.news(li).stream()
                        .filter(PeerNews.Receipt.class::isInstance)
                        .map(news -> ((PeerNews.Receipt) news).repeated())
                        .toList());
    }

    @Test
    void theSameMarkOnAnotherMessageIsRefused() {
        SessionId li = bench.connect("li", ACKS);
        bench.send("li", li, marked("m1", "hello", "me"));
        bench.send("li", li, marked("m1", "good bye", "me"));

        assertEquals(ErrorCode.INVALID_REQUEST, error(li).code());
        assertEquals(1, bench.store.messages().size());
    }

    @Test
    void aMarkBelongsToItsSender() {
        SessionId li = bench.connect("li", ACKS);
        SessionId zoe = bench.connect("zoe", ACKS);
        bench.send("li", li, marked("m1", "from li", "me"));
        bench.send("zoe", zoe, marked("m1", "from zoe", "me"));

        assertEquals(2, bench.store.messages().size());
    }

    @Test
    void whatIsMalformedCostsNothing() {
        SessionId li = bench.connect("li", ACKS);
        for (int times = 0; times < 20; times++) {
            bench.send("li", li, request("", "me"));
            assertEquals(ErrorCode.INVALID_REQUEST, error(li).code());
        }
        bench.send("li", li, request("hello", "me"));
        assertInstanceOf(PeerNews.Receipt.class, bench.news(li).getFirst());
    }

    @Test
    void whoMayNotSendIsRefusedAndPartlyAllowedIsToldOfTheRest() {
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
        SessionId li = bench.connect("li", ACKS);

        bench.send("li", li, request("hello", "zoe"));
        assertEquals(ErrorCode.UNAUTHORIZED, error(li).code());
        bench.send("li", li, request("hello", "broadcast"));
        assertEquals(ErrorCode.UNAUTHORIZED, error(li).code());

        bench.send("li", li, request("hello", "me", "zoe"));
        SequencedMap<DeviceId, Failure> failed = new LinkedHashMap<>();
        failed.put(new DeviceId("zoe"), Failure.UNAUTHORIZED);
        assertEquals(new PeerReceipt(List.of(), List.of(ME), failed), receipt(bench.news(li)));
        assertTrue(bench.peers().explain(new DeviceId("li"), ME).isAllowed());
        assertFalse(bench.peers().explain(ME, new DeviceId("li")).isAllowed());
    }

    @Test
    void theSixthMessageOfASecondHearsWhenToComeBack() {
        SessionId li = bench.connect("li", ACKS);
        for (int number = 1; number <= 6; number++) {
            bench.sending("li", li, request("text " + number, "me"));
        }
        bench.threads.runAll();

        assertEquals(new PeerNews.TooFast(Duration.ofMillis(200)), bench.news(li).getLast());
        assertEquals(5, bench.store.messages().size());
    }

    @Test
    void everybodyWhoIsThereGetsABroadcastButForItsSender() {
        SessionId li = bench.connect("li", ACKS);
        List<SessionId> others =
                IntStream.range(0, 5).mapToObj(i -> bench.connect("b" + i, ACKS)).toList();
        bench.disconnect("b0", others.getFirst());
        bench.link.take(li);

        bench.send("li", li, request("to all", "broadcast"));

        assertEquals(4, receipt(bench.news(li)).targetsCount());
        others.stream().skip(1).forEach(one -> assertEquals(List.of("to all"), bench.texts(one)));
        assertEquals(0, bench.store.shelf(new DeviceId("b0")).lastRseq());
    }

    @Test
    void aBroadcastToNobodyIsToldSo() {
        SessionId li = bench.connect("li", ACKS);
        bench.send("li", li, request("to all", "broadcast"));

        assertEquals(ErrorCode.TARGET_OFFLINE, error(li).code());
        assertEquals(List.of(), bench.store.messages());
    }

    @Test
    void aFullInboxRefusesTheNewMessageAndItMayBeSentAgainLater() {
        bench.with(PeerBench.settings(new InboxSettings(1, InboxSettings.WhenFull.REFUSE_NEW)));
        SessionId li = bench.connect("li", ACKS);
        bench.send("li", li, request("one", "me"));
        bench.link.take(li);

        bench.send("li", li, marked("m2", "two", "me"));

        SequencedMap<DeviceId, Failure> full = new LinkedHashMap<>();
        full.put(ME, Failure.QUEUE_FULL);
        assertEquals(new PeerReceipt(List.of(), List.of(), full), receipt(bench.news(li)));
        SessionId me = bench.connect("me", ACKS);
        bench.acknowledge("me", me, 1);
        bench.send("li", li, marked("m2", "two", "me"));
        assertEquals(List.of("one", "two"), bench.texts(me));
    }
}
