package dev.supie.application.peer;

import static dev.supie.application.fixture.PeerBench.ACKS;
import static dev.supie.application.fixture.PeerBench.PLAIN;
import static dev.supie.application.fixture.PeerBench.RECEIPTS;
import static dev.supie.application.fixture.PeerBench.lasting;
import static dev.supie.application.fixture.PeerBench.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.connection.port.PeerNews;
import dev.supie.application.fixture.PeerBench;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.Ending;
import dev.supie.domain.peer.Envelope;
import dev.supie.domain.peer.InboxSettings;
import dev.supie.domain.peer.MessageId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// PEER-6 and PEER-8: senders hear how their messages end, at once or when they are back.
class EndingsTest {

    private static final DeviceId ME = new DeviceId("me");

    private final PeerBench bench = new PeerBench().start();

    private List<PeerNews> later(SessionId session) {
        return bench.news(session).stream()
                .filter(news -> !(news instanceof PeerNews.Receipt))
                .filter(news -> !(news instanceof PeerNews.TargetsOffline))
                .filter(news -> !(news instanceof PeerNews.BacklogEnd))
                .filter(news -> !(news instanceof PeerNews.Redelivered))
                .toList();
    }

    private MessageId id(int number) {
        return bench.store.messages().get(number - 1).message().id();
    }

    @Test
    void whoAskedHearsThatItArrived() {
        SessionId li = bench.connect("li", RECEIPTS);
        bench.send("li", li, request("one", "me"));
        assertEquals(List.of(), later(li));

        SessionId me = bench.connect("me", ACKS);
        bench.acknowledge("me", me, 1);

        assertEquals(List.of(new PeerNews.Ended(id(1), ME, Ending.DELIVERED)), later(li));
        assertEquals(List.of(), bench.store.untold(new DeviceId("li")));
    }

    @Test
    void whoDidNotAskDoesNot() {
        SessionId li = bench.connect("li", ACKS);
        bench.connect("me", PLAIN);
        bench.send("li", li, request("one", "me"));

        assertEquals(List.of(), later(li));
        assertEquals(List.of(), bench.store.shelf(ME).waiting());
    }

    @Test
    void everybodyHearsThatNobodyGotIt() {
        SessionId li = bench.connect("li", ACKS);
        bench.send("li", li, lasting(Duration.ofSeconds(10), "one", "me"));

        bench.pass(Duration.ofMillis(9_999));
        assertEquals(List.of(), later(li));
        bench.pass(Duration.ofSeconds(1));

        assertEquals(List.of(new PeerNews.Lost(Ending.EXPIRED, List.of(id(1)))), later(li));
        assertEquals(List.of(), bench.texts(bench.connect("me", ACKS)));
    }

    @Test
    void whoIsAwayHearsWhenItIsBack() {
        SessionId li = bench.connect("li", RECEIPTS);
        bench.send("li", li, lasting(Duration.ofSeconds(10), "one", "me"));
        bench.send("li", li, request("two", "me"));
        bench.disconnect("li", li);
        bench.pass(Duration.ofSeconds(11));
        SessionId me = bench.connect("me", ACKS);
        bench.acknowledge("me", me, 2);
        bench.start();

        SessionId back = bench.connect("li", RECEIPTS);

        assertEquals(
                List.of(
                        new PeerNews.Ended(id(1), ME, Ending.EXPIRED),
                        new PeerNews.Ended(id(2), ME, Ending.DELIVERED),
                        new PeerNews.Lost(Ending.EXPIRED, List.of(id(1)))),
                later(back));
        bench.disconnect("li", back);
        assertEquals(List.of(), later(bench.connect("li", RECEIPTS)));
    }

    @Test
    void whatIsNotWrittenIsToldAgain() {
        SessionId li = bench.connect("li", ACKS);
        bench.send("li", li, lasting(Duration.ofSeconds(10), "one", "me"));
        bench.link.disconnect(li);
        bench.pass(Duration.ofSeconds(11));
        bench.disconnect("li", li);

        SessionId back = bench.connect("li", ACKS);

        assertEquals(List.of(new PeerNews.Lost(Ending.EXPIRED, List.of(id(1)))), later(back));
    }

    @Test
    void whatIsDisplacedIsToldAtOnce() {
        bench.with(PeerBench.settings(new InboxSettings(1, InboxSettings.WhenFull.DROP_OLDEST)));
        SessionId li = bench.connect("li", ACKS);
        bench.send("li", li, request("one", "me"));
        bench.send("li", li, request("two", "me"));

        assertEquals(List.of(new PeerNews.Lost(Ending.DROPPED, List.of(id(1)))), later(li));
        assertEquals(List.of("two"), bench.texts(bench.connect("me", ACKS)));
    }

    @Test
    void whatIsDisplacedInTheRoundInWhichItCameIsToldToo() {
        bench.with(PeerBench.settings(new InboxSettings(1, InboxSettings.WhenFull.DROP_OLDEST)));
        SessionId li = bench.connect("li", ACKS);
        bench.sending("li", li, request("one", "me"));
        bench.sending("li", li, request("two", "me"));
        bench.threads.runAll();

        assertEquals(List.of(new PeerNews.Lost(Ending.DROPPED, List.of(id(1)))), later(li));
        assertEquals(List.of("two"), bench.texts(bench.connect("me", ACKS)));
    }

    @Test
    void whatNobodyEverAcknowledgesIsGivenUp() {
        SessionId li = bench.connect("li", RECEIPTS);
        bench.send("li", li, request("one", "me"));
        for (int time = 1; time <= Envelope.ATTEMPTS_MAX; time++) {
            SessionId me = bench.connect("me", ACKS);
            assertEquals(List.of("one"), bench.texts(me), "time " + time);
            bench.disconnect("me", me);
        }

        assertEquals(List.of(), bench.texts(bench.connect("me", ACKS)));
        assertEquals(
                List.of(
                        new PeerNews.Ended(id(1), ME, Ending.UNDELIVERABLE),
                        new PeerNews.Lost(Ending.DROPPED, List.of(id(1)))),
                later(li));
    }

    @Test
    void whatGrewTooOldWhileTheServerWasAwayIsToldAfterTheStart() {
        SessionId li = bench.connect("li", ACKS);
        bench.send("li", li, lasting(Duration.ofSeconds(10), "one", "me"));
        bench.start();
        bench.time.jump(Duration.ofSeconds(11));
        bench.threads.runAll();

        assertEquals(
                List.of(new PeerNews.Lost(Ending.EXPIRED, List.of(id(1)))),
                later(bench.connect("li", ACKS)));
    }

    @Test
    void aSetBackClockDelaysAnEndButDoesNotPreventIt() {
        SessionId li = bench.connect("li", ACKS);
        bench.pass(Duration.ofDays(1));
        bench.time.jump(Duration.ofDays(-1));
        bench.send("li", li, lasting(Duration.ofSeconds(10), "one", "me"));
        bench.disconnect("li", li);
        bench.pass(Duration.ofSeconds(11));

        assertEquals(List.of(), bench.store.shelf(ME).waiting());
    }

    @Test
    void messagesThatAreOverAreForgottenAfterADay() {
        SessionId li = bench.connect("li", ACKS);
        SessionId me = bench.connect("me", ACKS);
        bench.send("li", li, request("one", "me"));
        bench.acknowledge("me", me, 1);

        bench.pass(Duration.ofHours(23));
        bench.send("li", li, request("two", "me"));
        assertEquals(2, bench.store.messages().size());
        bench.pass(Duration.ofHours(2));
        bench.send("li", li, request("three", "me"));

        assertEquals(2, bench.store.messages().size());
    }
}
