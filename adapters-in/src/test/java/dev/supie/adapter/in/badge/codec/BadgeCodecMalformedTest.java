package dev.supie.adapter.in.badge.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.in.badge.codec.InboundFrame.Malformed;
import dev.supie.adapter.in.badge.codec.InboundFrame.TooDeep;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.BadgeMessage.FeatureError;
import dev.supie.application.connection.port.BadgeMessage.GeneralError;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// MSG-3 to MSG-5: bad input gets an answer that names every part that is missing or wrong. In the
/// inputs `'` stands for `"`.
class BadgeCodecMalformedTest {

    private static final String KNOWN =
            "; known: abort,coding,goodbye,hello,iot,keepalive,listen,mcp,meeting,mode,peer,ping"
                    + ",server,workflow";

    private final BadgeCodec codec = new BadgeCodec();

    static Stream<Arguments> noMessages() {
        return Stream.of(
                Arguments.of("", "a message must be one JSON object"),
                Arguments.of("   ", "a message must be one JSON object"),
                Arguments.of("[]", "a message must be one JSON object"),
                Arguments.of("[{'type':'ping'}]", "a message must be one JSON object"),
                Arguments.of("'ping'", "a message must be one JSON object"),
                Arguments.of("null", "a message must be one JSON object"),
                Arguments.of("true", "a message must be one JSON object"),
                Arguments.of("7", "a message must be one JSON object"),
                Arguments.of("{'type':'ping'} {}", "there is more after the JSON object"),
                Arguments.of("{'type':'ping'}7", "there is more after the JSON object"),
                Arguments.of("{", "not JSON, near character 1"),
                Arguments.of("ping", "not JSON, near character 0"),
                Arguments.of("{'type':'ping'}}", "not JSON, near character 15"),
                Arguments.of("{type:'ping'}", "not JSON, near character 1"),
                Arguments.of("{'type':'ping',}", "not JSON, near character 15"),
                Arguments.of("{'type':'pi\nng'}", "not JSON, near character 11"),
                Arguments.of("\u0000", "not JSON, near character 1"),
                Arguments.of("\uFEFF{'type':'ping'}", "not JSON, near character 0"),
                Arguments.of("{'type':'ping','n':NaN}", "not JSON, near character 22"),
                Arguments.of("{'type':'ping','n':01}", "not JSON, near character 20"),
                // A wake word that old firmware did not escape (T35).
                Arguments.of(
                        "{'type':'listen','state':'detect','text':'say 'hi' now'}",
                        "not JSON, near character 47"),
                Arguments.of("{}", "missing: type"),
                Arguments.of("{'Type':'ping'}", "missing: type"),
                Arguments.of("{'type':null}", "missing: type"),
                Arguments.of("{'type':7}", "type must be string"),
                Arguments.of("{'type':{}}", "type must be string"),
                Arguments.of("{'type':['ping']}", "type must be string"),
                Arguments.of("{'type':'nope'}", "unknown type 'nope'" + KNOWN),
                Arguments.of("{'type':''}", "unknown type ''" + KNOWN),
                Arguments.of("{'type':'code'}", "unknown type 'code'" + KNOWN),
                Arguments.of("{'type':'a\\r\\nb\\u0000'}", "unknown type 'a??b?'" + KNOWN),
                Arguments.of("{'type':'\\u202Eevil'}", "unknown type '?evil'" + KNOWN),
                Arguments.of("{'type':'\\ud800'}", "unknown type '?'" + KNOWN),
                Arguments.of("{'type':'徽章😀'}", "unknown type '徽章😀'" + KNOWN));
    }

    @ParameterizedTest
    @MethodSource("noMessages")
    void msg3WhatIsNoMessageIsAnInvalidRequest(String text, String message) {
        assertEquals(
                malformed(new GeneralError(ErrorCode.INVALID_REQUEST, message, Rid.NONE)),
                codec.decode(json(text)));
    }

    static Stream<Arguments> wrongHellos() {
        return Stream.of(
                Arguments.of("'features':true", "features must be object"),
                Arguments.of("'features':[]", "features must be object"),
                Arguments.of("'features':{'mcp':1}", "features.mcp must be boolean"),
                Arguments.of("'features':{'peer_ack':'yes'}", "features.peer_ack must be boolean"),
                Arguments.of("'features':{'receipts':1}", "features.receipts must be boolean"),
                Arguments.of(
                        "'features':{'peer_window':'8'}",
                        "features.peer_window must be integer 1..64"),
                Arguments.of(
                        "'features':{'peer_window':1.5}",
                        "features.peer_window must be integer 1..64"),
                Arguments.of("'version':'1'", "version must be integer"),
                Arguments.of("'version':1.5", "version must be integer"),
                Arguments.of("'audio_params':[]", "audio_params must be object"),
                Arguments.of("'audioParams':'opus'", "audioParams must be object"),
                Arguments.of(
                        "'rid':7,'version':{},'features':{'mcp':[],'peer_ack':0},"
                                + "'audio_params':1,'audioParams':2",
                        "rid must be string of at most 64 characters; version must be integer; "
                                + "features.mcp must be boolean; features.peer_ack must be boolean; "
                                + "audio_params must be object; audioParams must be object"));
    }

    @ParameterizedTest
    @MethodSource("wrongHellos")
    void msg3AHelloWithFieldsOfAWrongTypeIsNamedInFull(String fields, String message) {
        assertEquals(
                malformed(new GeneralError(ErrorCode.SCHEMA_INVALID, message, Rid.NONE)),
                codec.decode(json("{'type':'hello'," + fields + "}")));
    }

    static Stream<Arguments> wrongModes() {
        String state = "state must be start|end";
        String mode = "mode must be chat|meeting|working|coding";
        return Stream.of(
                Arguments.of("{'type':'mode'}", "", "missing: state,mode"),
                Arguments.of("{'type':'mode','state':null,'mode':null}", "", "missing: state,mode"),
                Arguments.of("{'type':'mode','mode':'chat'}", "", "missing: state"),
                Arguments.of("{'type':'mode','state':'end'}", "end", "missing: mode"),
                Arguments.of("{'type':'mode','state':'stop','mode':'chat'}", "", state),
                Arguments.of("{'type':'mode','state':'start','mode':'x'}", "start", mode),
                Arguments.of("{'type':'mode','state':1,'mode':[]}", "", state + "; " + mode),
                Arguments.of("{'type':'mode','state':'go'}", "", "missing: mode; " + state),
                Arguments.of("{'type':'mode','state':'','mode':''}", "", state + "; " + mode));
    }

    @ParameterizedTest
    @MethodSource("wrongModes")
    void mode1BadValuesAreSchemaInvalid(String text, String state, String message) {
        assertEquals(
                malformed(
                        new FeatureError(
                                "mode", state, ErrorCode.SCHEMA_INVALID, message, Rid.NONE)),
                codec.decode(json(text)));
    }

    static Stream<Arguments> wrongMeetings() {
        String shape = "items must be array of {tag,text}";
        String lacks = shape + ": missing one of tag/text: ";
        return Stream.of(
                Arguments.of("", "", "missing: phase"),
                Arguments.of(",'phase':'summary'", "", "phase must be snippet|finalize"),
                Arguments.of(",'phase':{}", "", "phase must be snippet|finalize"),
                Arguments.of(",'phase':'snippet'", "snippet", "missing: items"),
                Arguments.of(",'phase':'snippet','items':null", "snippet", "missing: items"),
                Arguments.of(",'phase':'snippet','items':{}", "snippet", shape),
                Arguments.of(",'phase':'snippet','items':'x'", "snippet", shape),
                Arguments.of(",'phase':'snippet','items':[]", "snippet", "items must not be empty"),
                snippet("[{}]", lacks + "items[0].tag,items[0].text"),
                snippet("[{'tag':'speech'}]", lacks + "items[0].text"),
                snippet("[{'text':'x'}]", lacks + "items[0].tag"),
                snippet("[{'tag':null,'text':'x'}]", lacks + "items[0].tag"),
                snippet(
                        "[{'tag':'a','text':'x'},{'tag':'a'},{'text':'y'}]",
                        lacks + "items[1].text,items[2].tag"),
                snippet("['x']", shape + ": items[0] must be object"),
                snippet("[null,[]]", shape + ": items[0] must be object,items[1] must be object"),
                snippet("[{'tag':1,'text':'x'}]", shape + ": items[0].tag must be string"),
                snippet(
                        "[{'tag':'a','text':['x'],'speakerId':7}]",
                        shape + ": items[0].text must be string,items[0].speakerId must be string"),
                snippet(
                        "[{'tag':'a'},{'tag':'a','text':7}]",
                        lacks + "items[0].text; items[1].text must be string"),
                snippet(
                        "[" + "{},".repeat(6) + "{}]",
                        lacks
                                + "items[0].tag,items[0].text,items[1].tag,items[1].text,"
                                + "items[2].tag,items[2].text,items[3].tag,items[3].text,"
                                + "items[4].tag,items[4].text,and 4 more"),
                snippet(
                        "[" + "{'tag':'a','text':'b'},".repeat(200) + "7]",
                        "items must be at most 200, not 201"));
    }

    @ParameterizedTest
    @MethodSource("wrongMeetings")
    void msg4AMeetingErrorNamesEveryPart(String fields, String phase, String message) {
        assertEquals(
                malformed(
                        new FeatureError(
                                "meeting", phase, ErrorCode.SCHEMA_INVALID, message, Rid.NONE)),
                codec.decode(json("{'type':'meeting'" + fields + "}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "true", "{}", "[]", "'LONG'"})
    void msg5AWrongRidRefusesTheRequestAndIsNotRepeated(String rid) {
        String field = ",'rid':" + rid.replace("LONG", "x".repeat(65)) + "}";
        String message = "rid must be string of at most 64 characters";
        assertEquals(
                malformed(new GeneralError(ErrorCode.SCHEMA_INVALID, message, Rid.NONE)),
                codec.decode(json("{'type':'ping'" + field)));
        assertEquals(
                malformed(
                        new FeatureError(
                                "meeting",
                                "finalize",
                                ErrorCode.SCHEMA_INVALID,
                                message,
                                Rid.NONE)),
                codec.decode(json("{'type':'meeting','phase':'finalize'" + field)));
        assertEquals(
                malformed(
                        new FeatureError(
                                "mode",
                                "",
                                ErrorCode.SCHEMA_INVALID,
                                "missing: state,mode; " + message,
                                Rid.NONE)),
                codec.decode(json("{'type':'mode'" + field)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'rid':'r1'}",
                "{'type':'nope','rid':'r1'}",
                "{'type':7,'rid':'r1'}",
                "{'type':'hello','version':'x','rid':'r1'}",
                "{'type':'mode','rid':'r1'}",
                "{'type':'meeting','phase':'snippet','rid':'r1'}",
            })
    void msg5AnErrorRepeatsTheRid(String text) {
        BadgeMessage answer = assertInstanceOf(Malformed.class, codec.decode(json(text))).answer();
        assertTrue(codec.encode(answer).endsWith(",\"rid\":\"r1\"}"), codec.encode(answer));
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 34, 1_000, 30_000})
    void msg2DeeperThan32IsTooLarge(int depth) {
        String text = "{'type':'ping','x':" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
        assertEquals(
                new TooDeep(
                        new GeneralError(
                                ErrorCode.MESSAGE_TOO_LARGE,
                                "JSON may be nested at most 32 deep",
                                Rid.NONE)),
                codec.decode(json(text)));
    }

    @Test
    void anAbsurdNumberIsBadInputAndCostsNothing() {
        String text = json("{'type':'ping','n':" + "9".repeat(60_000) + "}");
        assertInstanceOf(Malformed.class, codec.decode(text));
    }

    @Test
    void tenThousandFieldNamesAreReadAndForgotten() {
        var text = new StringBuilder("{'type':'ping'");
        for (int i = 0; i < 5_000; i++) {
            text.append(",'").append(Integer.toString(i, 36)).append("':0");
        }
        InboundFrame frame = codec.decode(json(text + "}"));
        assertEquals(new InboundFrame.PingFrame(Rid.NONE), frame);
    }

    @Test
    void anErrorRepeatsOnlyAShortPieceOfTheInput() {
        String text = json("{'type':'" + "é".repeat(60_000) + "'}");
        var answer = assertInstanceOf(Malformed.class, codec.decode(text)).answer();
        assertEquals(
                "unknown type '" + "é".repeat(32) + "…'" + KNOWN,
                assertInstanceOf(GeneralError.class, answer).message());
    }

    /// The parser's own messages quote what they could not read.
    @Test
    void anErrorNeverRepeatsWhatIsNotJson() {
        var answer = assertInstanceOf(Malformed.class, codec.decode("secrettoken")).answer();
        assertFalse(codec.encode(answer).contains("secret"));
    }

    @Test
    void noDamageToAMessageMakesTheCodecThrow() {
        var random = new Random(20261121);
        List<String> whole =
                List.of(
                        json("{'type':'hello','version':1,'features':{'mcp':true},'rid':'r'}"),
                        json("{'type':'mode','state':'start','mode':'meeting'}"),
                        json(
                                "{'type':'meeting','phase':'snippet','items':[{'tag':'a','text':'é'}]}"),
                        json("{'type':'peer','event':'ack','upTo':7}"),
                        json(
                                "{'type':'peer','mid':'m','to':['a'],'ttlMs':1000,"
                                        + "'payload':{'text':'é','context':{'locale':'zh'}}}"));
        List<String> pieces =
                List.of(
                        "{", "}", "[", "]", "\"", "\\", ",", ":", "1e9", "null", "\u0000",
                        "\ud83d");
        for (int round = 0; round < 50_000; round++) {
            var text = new StringBuilder(whole.get(random.nextInt(whole.size())));
            for (int i = random.nextInt(4); i >= 0; i--) {
                int at = random.nextInt(text.length() + 1);
                if (random.nextBoolean()) {
                    text.insert(at, pieces.get(random.nextInt(pieces.size())));
                } else {
                    text.delete(at, Math.min(text.length(), at + random.nextInt(4)));
                }
            }
            assertAnswerIsShort(codec.decode(text.toString()));
        }
    }

    private void assertAnswerIsShort(InboundFrame frame) {
        List<BadgeMessage> answers = new ArrayList<>();
        switch (frame) {
            case Malformed malformed -> answers.add(malformed.answer());
            case TooDeep tooDeep -> answers.add(tooDeep.answer());
            case InboundFrame.PingFrame _,
                    InboundFrame.HelloFrame _,
                    InboundFrame.RequestFrame _,
                    InboundFrame.UnheededFrame _ -> {}
        }
        for (BadgeMessage answer : answers) {
            String text = codec.encode(answer);
            assertTrue(text.length() < 600, text);
            assertFalse(text.chars().anyMatch(Character::isISOControl), text);
        }
    }

    private static Arguments snippet(String items, String message) {
        return Arguments.of(",'phase':'snippet','items':" + items, "snippet", message);
    }

    private static Malformed malformed(BadgeMessage answer) {
        return new Malformed(answer);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
