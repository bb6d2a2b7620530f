package dev.supie.adapter.in.badge.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.adapter.in.badge.codec.InboundFrame.HelloFrame;
import dev.supie.adapter.in.badge.codec.InboundFrame.PingFrame;
import dev.supie.adapter.in.badge.codec.InboundFrame.RequestFrame;
import dev.supie.adapter.in.badge.codec.InboundFrame.UnheededFrame;
import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.BadgeRequest.AddSnippets;
import dev.supie.application.connection.BadgeRequest.FinalizeMeeting;
import dev.supie.application.connection.BadgeRequest.SwitchMode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.speech.port.UplinkFormat;
import dev.supie.domain.connection.ClientFeatures;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.ModeAction;
import dev.supie.domain.listening.ListenMode;
import dev.supie.domain.meeting.SnippetInput;
import dev.supie.domain.peer.Manners;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// What badges send and what it means. In the inputs `'` stands for `"`.
class BadgeCodecDecodeTest {

    private static final Rid R1 = new Rid("r1");

    private final BadgeCodec codec = new BadgeCodec();

    static Stream<Arguments> hellos() {
        return Stream.of(
                hello("{'type':'hello'}", false, false, 0, Rid.NONE),
                // Stock firmware 2.4.
                hello(
                        "{'type':'hello','version':3,'features':{'mcp':true,'glyph_push':true},"
                                + "'transport':'websocket','audio_params':{'format':'opus',"
                                + "'sample_rate':16000,'channels':1,'frame_duration':60}}",
                        true,
                        false,
                        3,
                        Rid.NONE),
                // Before 1.6.6 there were no features.
                hello(
                        "{'type':'hello','version':1,'transport':'websocket','audio_params':"
                                + "{'format':'opus','sample_rate':16000}}",
                        false,
                        false,
                        1,
                        Rid.NONE),
                // A load tool that writes camel case and nothing else.
                hello(
                        "{'type':'hello','audioParams':{'sampleRate':16000,'frameDuration':60}}",
                        false,
                        false,
                        0,
                        Rid.NONE),
                // A browser page.
                hello(
                        "{'type':'hello','device_id':'web','device_name':'页面','device_mac':'x',"
                                + "'token':'t','features':{'mcp':true,'emoji':true}}",
                        true,
                        false,
                        0,
                        Rid.NONE),
                hello(
                        "{'type':'hello','features':{'peer_ack':true},'rid':'r1'}",
                        false,
                        true,
                        0,
                        R1),
                hello("{'type':'hello','features':{'mcp':false}}", false, false, 0, Rid.NONE),
                hello("{'type':'hello','features':{'mcp':null}}", false, false, 0, Rid.NONE),
                hello("{'type':'hello','features':null}", false, false, 0, Rid.NONE),
                hello("{'type':'hello','features':{}}", false, false, 0, Rid.NONE),
                hello("{'type':'hello','audio_params':null}", false, false, 0, Rid.NONE),
                hello(
                        "{'type':'hello','audio_params':{'format':'pcm'}}",
                        false,
                        false,
                        0,
                        Rid.NONE),
                hello("{'type':'hello','version':2}", false, false, 2, Rid.NONE),
                // Framings that do not exist: the one of the handshake stays.
                hello("{'type':'hello','version':0}", false, false, 0, Rid.NONE),
                hello("{'type':'hello','version':4}", false, false, 0, Rid.NONE),
                hello("{'type':'hello','version':-1}", false, false, 0, Rid.NONE),
                hello("{'type':'hello','version':4294967297}", false, false, 0, Rid.NONE),
                hello("{'type':'hello','version':null}", false, false, 0, Rid.NONE));
    }

    @ParameterizedTest
    @MethodSource("hellos")
    void con2HelloMayLackAnything(String text, HelloFrame frame) {
        assertEquals(frame, codec.decode(text));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "8, 8",
        "64, 64",
        "0, 1",
        "-5, 1",
        "65, 64",
        "99999999999999999999, 64",
        "-99999999999999999999, 1",
        "null, 16"
    })
    void peer7TheNearestWindowThatIsAllowedCounts(String window, int taken) {
        String text =
                "{'type':'hello','features':{'peer_ack':true,'receipts':true,'peer_window':%s}}"
                        .formatted(window);

        HelloFrame frame = assertInstanceOf(HelloFrame.class, codec.decode(json(text)));

        assertEquals(
                new ClientFeatures(false, new Manners(true, taken), true),
                frame.request().features());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'ping'}",
                "{'type':'keepalive'}",
                "{'type':' PING '}",
                "{'type':'Keepalive','session_id':''}",
                "  {'type' : 'ping'}\r\n",
                "{'type':'ping','rid':''}",
                "{'type':'ping','rid':null}",
            })
    void msg8PingAndKeepaliveAreTheSame(String text) {
        assertEquals(new PingFrame(Rid.NONE), codec.decode(json(text)));
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                listen("'state':'start'", ListenMode.AUTO),
                listen("'state':'start','mode':'auto','session_id':'s'", ListenMode.AUTO),
                listen("'state':' Start ','mode':'MANUAL'", ListenMode.MANUAL),
                listen("'state':'start','mode':'realtime'", ListenMode.REALTIME),
                request(
                        "{'type':'listen','state':'stop','rid':'r1'}",
                        new BadgeRequest.StopListening(R1)),
                request(
                        "{'type':'listen','state':'detect','text':'你好小智'}",
                        new BadgeRequest.Detected("你好小智", Rid.NONE)),
                request(
                        "{'type':'listen','state':'text','text':'hello'}",
                        new BadgeRequest.Detected("hello", Rid.NONE)),
                request(
                        "{'type':'listen','state':'detect'}",
                        new BadgeRequest.Detected("", Rid.NONE)),
                mode("'state':'start','mode':'meeting'", ModeAction.START, Mode.MEETING, Rid.NONE),
                mode("'state':'end','mode':'meeting'", ModeAction.END, Mode.MEETING, Rid.NONE),
                mode("'state':'start','mode':'coding'", ModeAction.START, Mode.CODING, Rid.NONE),
                mode("'state':'start','mode':'working'", ModeAction.START, Mode.WORKING, Rid.NONE),
                mode("'state':'start','mode':'chat'", ModeAction.START, Mode.CHAT, Rid.NONE),
                mode(
                        "'state':' START ','mode':'\\tMeeting\\n'",
                        ModeAction.START,
                        Mode.MEETING,
                        Rid.NONE),
                mode("'mode':'MEETING','state':'End','rid':'r1'", ModeAction.END, Mode.MEETING, R1),
                request("{'type':'meeting','phase':'finalize'}", new FinalizeMeeting(Rid.NONE)),
                request(
                        "{'type':'meeting','phase':' Finalize','rid':'r1'}",
                        new FinalizeMeeting(R1)),
                request(
                        "{'type':'meeting','phase':'finalize','items':'not looked at'}",
                        new FinalizeMeeting(Rid.NONE)),
                snippets("[{'tag':'speech','text':'hi'}]", new SnippetInput("speech", "hi", "")),
                snippets(
                        "[{'tag':'speech','text':'你好','speakerId':'李雷'}]",
                        new SnippetInput("speech", "你好", "李雷")),
                snippets(
                        "[{'tag':' Speech ','text':' as it is ','speakerId':null}]",
                        new SnippetInput("speech", " as it is ", "")),
                snippets("[{'tag':'note','text':''}]", new SnippetInput("note", "", "")),
                snippets("[{'tag':'','text':'x','more':1}]", new SnippetInput("", "x", "")),
                snippets(
                        "[{'tag':'speech','text':'a'},{'tag':'speech','text':'b'}]",
                        new SnippetInput("speech", "a", ""),
                        new SnippetInput("speech", "b", "")));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void readsRequests(String text, BadgeRequest request) {
        assertEquals(new RequestFrame(request), codec.decode(text));
    }

    @ParameterizedTest(name = "session_id {0}")
    @ValueSource(strings = {"''", "'stale'", "'\\u0000'", "null", "7", "{}", "[]", "true"})
    void t15bASessionIdIsNeverAReasonToRefuse(String sessionId) {
        String text = "{'session_id':" + sessionId + ",'type':'meeting','phase':'finalize'}";
        assertEquals(new RequestFrame(new FinalizeMeeting(Rid.NONE)), codec.decode(json(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'session_id':'s','type':'abort','reason':'wake_word_detected'}",
                "{'type':'abort','reason':7}",
                "{'type':'abort'}",
            })
    void t22AnAbortIsOneForWhateverReason(String text) {
        assertEquals(new RequestFrame(new BadgeRequest.Abort()), codec.decode(json(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'iot','update':true,'descriptors':[{'name':'Lamp'}]}",
                "{'type':'iot','states':[]}",
                "{'type':'goodbye','session_id':''}",
            })
    void t39WhatFirmwareSendsAndThisVersionHasNoUseForIsTakenInSilence(String text) {
        assertEquals(new UnheededFrame(), codec.decode(json(text)));
    }

    @Test
    void msg5TheLongestRidIsRepeated() {
        String rid = "徽".repeat(Rid.LENGTH_MAX);
        assertEquals(
                new PingFrame(new Rid(rid)),
                codec.decode(json("{'type':'ping','rid':'" + rid + "'}")));
    }

    @Test
    void aMessageMayHoldTwoHundredItems() {
        String items = "{'tag':'speech','text':'x'},".repeat(199) + "{'tag':'speech','text':'x'}";
        var frame =
                codec.decode(json("{'type':'meeting','phase':'snippet','items':[" + items + "]}"));
        var request = assertInstanceOf(RequestFrame.class, frame).request();
        assertEquals(200, assertInstanceOf(AddSnippets.class, request).items().size());
    }

    @Test
    void msg2NestingOf32IsRead() {
        String nested = "[".repeat(31) + "]".repeat(31);
        assertEquals(
                new PingFrame(Rid.NONE), codec.decode(json("{'type':'ping','x':" + nested + "}")));
    }

    @Test
    void ofARepeatedFieldTheLastCounts() {
        assertEquals(new PingFrame(Rid.NONE), codec.decode(json("{'type':'mode','type':'ping'}")));
    }

    private static Arguments hello(
            String text, boolean mcp, boolean peerAck, int version, Rid rid) {
        OptionalInt framing = version == 0 ? OptionalInt.empty() : OptionalInt.of(version);
        var request = new BadgeRequest.Hello(new ClientFeatures(mcp, peerAck), rid);
        // What it says about audio has its own test, at the socket.
        Optional<UplinkFormat> uplink =
                text.contains("pcm") ? Optional.empty() : Optional.of(UplinkFormat.USUAL);
        return Arguments.of(json(text), new HelloFrame(framing, uplink, request));
    }

    private static Arguments listen(String fields, ListenMode mode) {
        return request(
                "{'type':'listen'," + fields + "}",
                new BadgeRequest.StartListening(mode, Rid.NONE));
    }

    private static Arguments mode(String fields, ModeAction action, Mode mode, Rid rid) {
        return request("{'type':'mode'," + fields + "}", new SwitchMode(action, mode, rid));
    }

    private static Arguments snippets(String items, SnippetInput... inputs) {
        return request(
                "{'type':'meeting','phase':'snippet','items':" + items + ",'rid':'r1'}",
                new AddSnippets(List.of(inputs), R1));
    }

    private static Arguments request(String text, BadgeRequest request) {
        return Arguments.of(json(text), request);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
