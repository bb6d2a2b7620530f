package dev.supie.adapter.in.badge.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.PeerNews;
import dev.supie.application.connection.port.Rid;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.peer.Category;
import dev.supie.domain.peer.Ending;
import dev.supie.domain.peer.Failure;
import dev.supie.domain.peer.MessageId;
import dev.supie.domain.peer.Mid;
import dev.supie.domain.peer.Normalized;
import dev.supie.domain.peer.PeerMessage;
import dev.supie.domain.peer.PeerReceipt;
import dev.supie.domain.peer.Structure;
import dev.supie.domain.peer.Submission;
import dev.supie.domain.peer.Targets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// PEER-3 to PEER-9 on the wire.
class PeerEncoderTest {

    private static final MessageId ID = new MessageId("00000000000000000000000000000abc");
    private static final String ID_TEXT = "'00000000000000000000000000000abc'";
    private static final DeviceId LI = new DeviceId("aa:01");
    private static final DeviceId ZOE = new DeviceId("bb:02");
    private static final DeviceId ME = new DeviceId("cc:03");

    private static String encoded(PeerNews news, Rid rid) {
        return MessageEncoder.encode(new BadgeMessage.Peer(news, rid))
                .toString()
                .replace('"', '\'');
    }

    private static PeerNews.Delivery delivery(String locale, Normalized normalized, boolean rules) {
        Submission submission =
                new Submission(
                        new Mid("m1"),
                        new Targets.Named(List.of(ME, ZOE)),
                        "请提交",
                        new Submission.Hint.None(),
                        locale,
                        Duration.ofSeconds(60));
        PeerMessage message =
                new PeerMessage(
                        ID,
                        LI,
                        submission,
                        new Structure(Category.TASK, "sum", normalized),
                        rules,
                        Instant.ofEpochMilli(1_795_251_600_000L),
                        false);
        return new PeerNews.Delivery(message, ME, 7, 2, Duration.ofMillis(59_999));
    }

    private static PeerNews.Receipt receipt(boolean repeated) {
        SequencedMap<DeviceId, Failure> failed = new LinkedHashMap<>();
        failed.put(ME, Failure.QUEUE_FULL);
        return new PeerNews.Receipt(
                ID,
                new PeerReceipt(List.of(LI), List.of(ZOE), failed),
                "sum",
                Duration.ofMillis(12),
                repeated);
    }

    static Stream<Arguments> news() {
        return Stream.of(
                Arguments.of(
                        receipt(false),
                        "{'type':'peer','status':'done','id':"
                                + ID_TEXT
                                + ",'delivered':['aa:01'],'failed':['cc:03'],'enqueued':['bb:02'],"
                                + "'reasons':{'cc:03':'queue_full'},'summary':'sum',"
                                + "'targetsCount':3,'elapsedMs':12}"),
                Arguments.of(
                        new PeerNews.TargetsOffline(List.of(ZOE)),
                        "{'type':'peer','status':'error','code':'TARGET_OFFLINE',"
                                + "'message':'they get it when they connect, if in time',"
                                + "'failed':['bb:02']}"),
                Arguments.of(
                        new PeerNews.TooFast(Duration.ofMillis(200)),
                        "{'type':'peer','status':'error','code':'RATE_LIMITED',"
                                + "'message':'too many messages: send it again later',"
                                + "'retryAfterMs':200}"),
                Arguments.of(
                        new PeerNews.Redelivered(ME, 3),
                        "{'type':'peer','event':'redelivered','to':'cc:03','count':3}"),
                Arguments.of(
                        new PeerNews.BacklogEnd(3),
                        "{'type':'peer','event':'backlog_end','count':3}"),
                Arguments.of(
                        new PeerNews.Lost(Ending.EXPIRED, List.of(ID)),
                        "{'type':'peer','event':'expired','ids':[" + ID_TEXT + "]}"),
                Arguments.of(
                        new PeerNews.Lost(Ending.DROPPED, List.of(ID)),
                        "{'type':'peer','event':'dropped','ids':[" + ID_TEXT + "]}"),
                Arguments.of(
                        new PeerNews.Ended(ID, ME, Ending.UNDELIVERABLE),
                        "{'type':'peer','event':'receipt','id':"
                                + ID_TEXT
                                + ",'to':'cc:03','state':'undeliverable'}"));
    }

    @ParameterizedTest
    @MethodSource("news")
    void everyNewsHasItsForm(PeerNews news, String text) {
        assertEquals(text, encoded(news, Rid.NONE));
    }

    @Test
    void noKindOfNewsIsForgotten() {
        Set<Class<?>> seen = new HashSet<>(Set.of(PeerNews.Delivery.class));
        news().map(golden -> golden.get()[0].getClass()).forEach(seen::add);

        assertEquals(Set.of(PeerNews.class.getPermittedSubclasses()), seen);
    }

    @Test
    void aMessageHasEverythingInIt() {
        Normalized normalized = Normalized.of("提交", 1, "2026-11-30", List.of("li"));

        assertEquals(
                "{'type':'peer','event':'message','id':"
                        + ID_TEXT
                        + ",'from':'aa:01','to':'cc:03','category':'task','summary':'sum',"
                        + "'normalized':{'title':'提交','priority':1,'due':'2026-11-30',"
                        + "'assignees':['li']},"
                        + "'payload':{'text':'请提交','context':{'locale':'zh-CN'}},"
                        + "'ts':1795251600000,'rseq':7,'attempt':2,'ttlLeftMs':59999,"
                        + "'degraded':true}",
                encoded(delivery("zh-CN", normalized, true), Rid.NONE));
    }

    @Test
    void whatThereIsNotIsLeftOut() {
        Normalized normalized = Normalized.of("t", 2, "", List.of());

        assertEquals(
                "{'type':'peer','event':'message','id':"
                        + ID_TEXT
                        + ",'from':'aa:01','to':'cc:03','category':'task','summary':'sum',"
                        + "'normalized':{'title':'t','priority':2,'assignees':[]},"
                        + "'payload':{'text':'请提交'},"
                        + "'ts':1795251600000,'rseq':7,'attempt':2,'ttlLeftMs':59999}",
                encoded(delivery("", normalized, false), Rid.NONE));
    }

    @Test
    void anAnswerIsMarkedAndARepeatSaysSo() {
        String text = encoded(receipt(true), new Rid("r1"));

        assertEquals(
                "'elapsedMs':12,'dup':true,'rid':'r1'}", text.substring(text.indexOf("'elapsed")));
    }
}
