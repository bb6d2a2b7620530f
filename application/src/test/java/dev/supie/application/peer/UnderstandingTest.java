package dev.supie.application.peer;

import static dev.supie.application.fixture.PeerBench.ACKS;
import static dev.supie.application.fixture.PeerBench.deliveries;
import static dev.supie.application.fixture.PeerBench.marked;
import static dev.supie.application.fixture.PeerBench.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.PeerNews;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fixture.PeerBench;
import dev.supie.application.runtime.RecordedLog;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.AccessRules;
import dev.supie.domain.peer.Category;
import dev.supie.domain.peer.InboxSettings;
import dev.supie.domain.peer.PeerMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// PEER-4: a model may say what is meant by a message; it never holds one up, loses one or changes
/// anything else.
class UnderstandingTest {

    private final RecordedLog log = new RecordedLog("dev.supie.application.peer");
    private final StepExecutor work = new StepExecutor();
    private final PeerBench bench = new PeerBench().understandingOn(work).start();
    private final SessionId li = bench.connect("li", ACKS);
    private final SessionId me = bench.connect("me", ACKS);

    @AfterEach
    void close() {
        log.close();
    }

    private void modelWorks() {
        work.runAll();
        bench.threads.runAll();
    }

    private PeerMessage only() {
        List<PeerNews.Delivery> got = deliveries(bench.news(me));
        assertEquals(1, got.size());
        return got.getFirst().message();
    }

    @Test
    void whatTheModelSaysGoesOutWithTheMessage() {
        bench.send("li", li, request("nice weather", "me"));
        assertEquals(List.of(), bench.texts(me));

        modelWorks();

        PeerMessage message = only();
        assertEquals(Category.NOTICE, message.structure().category());
        assertEquals("read: nice weather", message.structure().summary());
        assertFalse(message.degraded());
        assertEquals("nice weather", message.submission().text());
    }

    @Test
    void withoutModelRulesDoIt() {
        PeerBench plain = new PeerBench().start();
        SessionId sender = plain.connect("li", ACKS);
        SessionId target = plain.connect("me", ACKS);
        plain.send("li", sender, request("请提交报告", "me"));

        PeerMessage message = deliveries(plain.news(target)).getFirst().message();
        assertEquals(Category.TASK, message.structure().category());
        assertTrue(message.degraded());
    }

    @Test
    void afterThreeSecondsRulesDoIt() {
        bench.send("li", li, request("nice weather", "me"));
        bench.pass(Duration.ofMillis(2_999));
        assertEquals(List.of(), deliveries(bench.news(me)));
        bench.pass(Duration.ofMillis(1));

        PeerMessage message = only();
        assertEquals(Category.CHAT, message.structure().category());
        assertTrue(message.degraded());
        modelWorks();
        assertEquals(List.of(), bench.texts(me));
        assertEquals(List.of(), bench.model.asked());
    }

    @Test
    void aFailingModelCostsTheMessageNothingElse() {
        bench.model.failNext().breakNext();
        bench.send("li", li, request("one", "me"));
        bench.send("li", li, request("two", "me"));
        modelWorks();

        List<PeerNews.Delivery> got = deliveries(bench.news(me));
        assertEquals(2, got.size());
        assertTrue(got.stream().allMatch(one -> one.message().degraded()));
    }

    @Test
    void aSendersMessagesKeepTheirOrder() {
        bench.send("li", li, request("slow", "me"));
        // Its twin is understood at once, and waits nevertheless.
        bench.send("li", li, marked("m1", "second", "me"));
        bench.send("li", li, marked("m1", "second", "me"));
        assertEquals(List.of(), bench.texts(me));
        modelWorks();

        assertEquals(List.of("slow", "second"), bench.texts(me));
        assertEquals(2, bench.model.asked().size());
    }

    @Test
    void aSlowMessageHoldsUpNobodyElse() {
        bench.send("li", li, request("slow", "me"));
        bench.disconnect("li", li);
        bench.pass(Duration.ofSeconds(3));

        assertEquals(List.of("slow"), bench.texts(me));
    }

    @Test
    void whatIsRefusedCostsNoModel() {
        bench.with(PeerBench.settings(InboxSettings.DEFAULTS, AccessRules.NONE));
        bench.send("li", li, request("one", "me"));
        bench.with(PeerBench.settings(InboxSettings.DEFAULTS));
        bench.send("li", li, request("", "me"));
        for (int number = 0; number < 9; number++) {
            bench.send("li", li, request("x" + number, "me"));
        }
        modelWorks();

        assertEquals(5, bench.model.asked().size());
    }

    @Test
    void aMessageUnderWayWhenItsBadgeIsTakenOverIsRefused() {
        bench.send("li", li, request("ghost", "me"));
        bench.link.take(li);
        bench.connect("li", ACKS);
        modelWorks();

        assertEquals(
                ErrorCode.UNAUTHORIZED,
                assertInstanceOf(BadgeMessage.FeatureError.class, bench.link.take(li).getFirst())
                        .code());
        assertEquals(List.of(), bench.texts(me));
    }

    @Test
    void theTimeOfAMessageBeginsWhenItIsAccepted() {
        bench.send("li", li, PeerBench.lasting(Duration.ofSeconds(1), "short", "me"));
        bench.pass(Duration.ofSeconds(3));

        assertEquals(List.of("short"), bench.texts(me));
    }

    @Test
    void noMoreThanALineOfMessagesIsUnderWay() {
        int taken = 0;
        for (int number = 0; number < 40; number++) {
            bench.send("li", li, request("x" + number, "b" + number));
            bench.time.jump(Duration.ofMillis(200));
            taken++;
        }

        long busy =
                bench.link.take(li).stream()
                        .filter(BadgeMessage.FeatureError.class::isInstance)
                        .map(error -> ((BadgeMessage.FeatureError) error).code())
                        .filter(ErrorCode.BUSY::equals)
                        .count();
        assertEquals(taken - Senders.LINE_MAX, busy);
    }

    @Test
    void tooManySendersForgetTheOneThatWasQuietLongest() {
        Senders senders = new Senders();
        for (int number = 0; number <= Senders.SENDERS_MAX; number++) {
            senders.of(new DeviceId("badge-" + number)).wantsReceipts(true);
        }

        assertEquals(Senders.SENDERS_MAX, senders.size());
        assertTrue(senders.of(new DeviceId("badge-1")).wantsReceipts());
        assertFalse(senders.of(new DeviceId("badge-0")).wantsReceipts());
    }
}
