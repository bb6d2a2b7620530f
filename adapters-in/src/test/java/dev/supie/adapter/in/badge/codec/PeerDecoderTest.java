package dev.supie.adapter.in.badge.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.domain.peer.Lifetime;
import dev.supie.domain.peer.MessageId;
import dev.supie.domain.peer.PeerRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// PEER-1 and PEER-7 as badges write them. In the inputs `'` stands for `"`.
class PeerDecoderTest {

    private static final Rid R1 = new Rid("r1");
    private static final String ID = "00000000000000000000000000000abc";

    private final BadgeCodec codec = new BadgeCodec();

    private InboundFrame decoded(String fields) {
        return codec.decode(("{'type':'peer'" + fields + "}").replace('\'', '"'));
    }

    private BadgeRequest read(String fields) {
        InboundFrame frame = decoded(fields);
        return assertInstanceOf(InboundFrame.RequestFrame.class, frame, frame::toString).request();
    }

    private BadgeMessage.FeatureError refused(String fields) {
        InboundFrame frame = decoded(fields);
        InboundFrame.Malformed malformed =
                assertInstanceOf(InboundFrame.Malformed.class, frame, frame::toString);
        return assertInstanceOf(BadgeMessage.FeatureError.class, malformed.answer());
    }

    @Test
    void everyFieldOfAMessageIsRead() {
        BadgeRequest request =
                read(
                        ",'mid':'m-1','to':['AA:01','bb:02'],'category':' Task ','ttlMs':60000,"
                                + "'payload':{'text':' 请提交 ','context':{'locale':'zh-CN',"
                                + "'category':'question','more':[1]},'more':{}},'rid':'r1',"
                                + "'session_id':'stale'");

        assertEquals(
                new BadgeRequest.SendMessage(
                        new PeerRequest(
                                "m-1",
                                List.of("AA:01", "bb:02"),
                                " Task ",
                                new Lifetime.Millis(60_000),
                                " 请提交 ",
                                "zh-CN",
                                "question"),
                        R1),
                request);
    }

    @Test
    void almostEverythingMayBeLeftOut() {
        PeerRequest bare =
                new PeerRequest(
                        "", List.of("broadcast"), "", new Lifetime.Usual(), "lunch", "", "");

        assertEquals(
                new BadgeRequest.SendMessage(bare, Rid.NONE),
                read(",'to':['broadcast'],'payload':{'text':'lunch'}"));
        assertEquals(
                new BadgeRequest.SendMessage(bare, Rid.NONE),
                read(
                        ",'mid':null,'to':['broadcast'],'category':null,'ttlMs':null,'event':null,"
                                + "'payload':{'text':'lunch','context':null}"));
    }

    static Stream<Arguments> acknowledgements() {
        return Stream.of(
                Arguments.of("'upTo':7", new BadgeRequest.AcknowledgeUpTo(7, R1)),
                Arguments.of("'upTo':0,'id':null", new BadgeRequest.AcknowledgeUpTo(0, R1)),
                Arguments.of(
                        "'id':'" + ID + "'",
                        new BadgeRequest.AcknowledgeOne(new MessageId(ID), R1)));
    }

    @ParameterizedTest
    @MethodSource("acknowledgements")
    void peer7AnAcknowledgementNamesAPlaceOrAMessage(String fields, BadgeRequest expected) {
        assertEquals(expected, read(",'event':' ACK '," + fields + ",'rid':'r1'"));
    }

    static Stream<Arguments> wrongMessages() {
        String shape = "to must be array of ids, or [\"broadcast\"]";
        String rest = ",'to':['a'],'payload':{'text':'x'}";
        return Stream.of(
                Arguments.of("", "missing: to,payload"),
                Arguments.of(",'payload':{}", "missing: to; payload: missing: text"),
                Arguments.of(",'to':'a','payload':{'text':'x'}", shape),
                Arguments.of(",'to':['a',7,{}],'payload':{'text':'x'}", shape),
                Arguments.of(",'to':['a'],'payload':'x'", "payload must be object"),
                Arguments.of(
                        ",'to':['a'],'payload':{'text':['x']}", "payload: text must be string"),
                Arguments.of(
                        ",'to':['a'],'payload':{'text':'x','context':'zh'}",
                        "payload: context must be object"),
                Arguments.of(
                        ",'to':['a'],'payload':{'text':1,'context':{'locale':1,'category':2}}",
                        "payload: text must be string; context: locale must be string;"
                                + " category must be string"),
                Arguments.of(rest + ",'mid':1", "mid must be string"),
                Arguments.of(rest + ",'category':1", "category must be string"),
                Arguments.of(rest + ",'ttlMs':'1'", "ttlMs must be integer, in milliseconds"),
                Arguments.of(rest + ",'ttlMs':1.5", "ttlMs must be integer, in milliseconds"),
                Arguments.of(
                        rest + ",'ttlMs':99999999999999999999",
                        "ttlMs must be integer, in milliseconds"),
                Arguments.of(
                        ",'to':[" + String.join(",", Collections.nCopies(1001, "'a'")) + "]",
                        "missing: payload; to must be at most 1000, not 1001"),
                Arguments.of(",'event':'send'" + rest, "event must be ack"),
                Arguments.of(",'event':7" + rest, "event must be ack"));
    }

    @ParameterizedTest
    @MethodSource("wrongMessages")
    void msg4AWrongMessageIsToldEverythingThatIsWrong(String fields, String message) {
        assertEquals(
                new BadgeMessage.FeatureError("peer", "", ErrorCode.INVALID_REQUEST, message, R1),
                refused(fields + ",'rid':'r1'"));
    }

    static Stream<Arguments> wrongAcknowledgements() {
        String place = "upTo must be integer, the rseq of a message";
        return Stream.of(
                Arguments.of("", "missing: upTo"),
                Arguments.of(",'upTo':'7'", place),
                Arguments.of(",'upTo':-1", place),
                Arguments.of(",'upTo':1.5", place),
                Arguments.of(",'upTo':99999999999999999999", place),
                Arguments.of(",'id':'m-1'", "id must be the id of a message"),
                Arguments.of(",'id':7", "id must be string; id must be the id of a message"),
                Arguments.of(",'id':'" + ID + "','upTo':7", "give upTo or id, not both"));
    }

    @ParameterizedTest
    @MethodSource("wrongAcknowledgements")
    void msg4SoIsAWrongAcknowledgement(String fields, String message) {
        assertEquals(
                new BadgeMessage.FeatureError(
                        "peer", "ack", ErrorCode.INVALID_REQUEST, message, Rid.NONE),
                refused(",'event':'ack'" + fields));
    }

    @Test
    void anErrorNamesTheEventOfItsRequest() {
        String text = codec.encode(refused(",'event':'ack'"));

        assertEquals(
                "{'type':'peer','status':'error','code':'INVALID_REQUEST',"
                        + "'message':'missing: upTo','event':'ack'}",
                text.replace('"', '\''));
    }

    @Test
    void msg2APayloadThatIsTooDeepIsTooLarge() {
        String deep = "{'x':".repeat(40) + "1" + "}".repeat(40);

        assertInstanceOf(InboundFrame.TooDeep.class, decoded(",'to':['a'],'payload':" + deep));
    }

    @Test
    void whatWasNotTakenIsAnsweredInTheFormOfTheFeature() {
        PeerRequest message =
                new PeerRequest("", List.of("a"), "", new Lifetime.Usual(), "x", "", "");

        assertEquals(
                Optional.of(new BadgeMessage.FeatureError("peer", "", ErrorCode.BUSY, "full", R1)),
                RefusedRequest.answer(
                        new BadgeRequest.SendMessage(message, R1), ErrorCode.BUSY, "full"));
        assertEquals(
                Optional.of(
                        new BadgeMessage.FeatureError("peer", "ack", ErrorCode.BUSY, "full", R1)),
                RefusedRequest.answer(
                        new BadgeRequest.AcknowledgeUpTo(1, R1), ErrorCode.BUSY, "full"));
    }
}
