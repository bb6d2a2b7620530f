package dev.supie.adapter.in.badge.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.BuildEvent;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.PeerNews;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.connection.port.TaskEvent;
import dev.supie.domain.coding.Advice;
import dev.supie.domain.coding.Insight;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.ModeAction;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.FinalizeStage;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Minutes;
import dev.supie.domain.meeting.Quality;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.Summary;
import dev.supie.domain.server.ServerCommand;
import dev.supie.domain.server.ServerStats;
import dev.supie.domain.task.TaskId;
import dev.supie.domain.task.voice.VoiceIntent;
import dev.supie.domain.tool.DeviceRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The exact text of everything Supie says. In the texts `'` stands for `"`.
class BadgeCodecEncodeTest {

    private static final Rid R1 = new Rid("r1");
    private static final MeetingId M1 = new MeetingId("m-1");
    private static final Instant AT = Instant.ofEpochMilli(1_763_712_000_123L);
    private static final Minutes MINUTES =
            new Minutes(
                    "周会",
                    List.of("发布推迟到周五", "Budget approved"),
                    List.of("ship on Friday"),
                    List.of(),
                    List.of("risk"),
                    List.of());

    private static final ServerStats STATS = ServerCodecTest.STATS;

    private final BadgeCodec codec = new BadgeCodec();

    static Stream<Arguments> messages() {
        return Stream.of(
                        connection(),
                        modes(),
                        company(),
                        snippetReceipts(),
                        finalizing(),
                        pushes(),
                        summaries(),
                        ShownCodecTest.messages(),
                        speech(),
                        AnswerEncoderTest.messages(),
                        tasks(),
                        errors(),
                        warnings())
                .flatMap(stream -> stream);
    }

    private static Stream<Arguments> connection() {
        String hello =
                "{'type':'hello','transport':'websocket','version':1,'session_id':'s-1',"
                        + "'audio_params':{'format':'opus','sample_rate':24000,'channels':1,"
                        + "'frame_duration':60}";
        return Stream.of(
                golden(new BadgeMessage.Welcome(new SessionId("s-1"), Rid.NONE), hello + "}"),
                golden(new BadgeMessage.Welcome(new SessionId("s-1"), R1), hello + ",'rid':'r1'}"),
                golden(
                        new BadgeMessage.Welcome(new SessionId("s-1"), "e-1", R1),
                        hello + ",'inbox_epoch':'e-1','rid':'r1'}"),
                golden(new BadgeMessage.Pong(Rid.NONE), "{'type':'pong'}"),
                golden(new BadgeMessage.Pong(R1), "{'type':'pong','rid':'r1'}"),
                golden(new BadgeMessage.StatsPush(STATS, R1), ServerCodecTest.STATS_TEXT));
    }

    /// The fields of tasks are in [WorkflowCodecTest].
    private static Stream<Arguments> tasks() {
        List<TaskId> ids = List.of(new TaskId("t1"));
        return Stream.of(
                golden(
                        new BadgeMessage.TaskReceipt(TaskEvent.COMPLETE, ids, true, R1),
                        "{'type':'workflow','status':'ok','event':'complete','ids':['t1'],"
                                + "'idempotent':true,'rid':'r1'}"),
                golden(
                        new BadgeMessage.TaskCommand(
                                VoiceIntent.ASSIGN, Optional.of(ids.getFirst()), R1),
                        "{'type':'workflow','event':'command','intent':'assign','id':'t1',"
                                + "'rid':'r1'}"),
                golden(
                        new BadgeMessage.TaskCommand(
                                VoiceIntent.REFRESH, Optional.empty(), Rid.NONE),
                        "{'type':'workflow','event':'command','intent':'refresh'}"),
                golden(
                        new BadgeMessage.TaskList(List.of(), Rid.NONE),
                        "{'type':'workflow','event':'update','tasks':[]}"));
    }

    private static Stream<Arguments> modes() {
        return Stream.of(
                golden(
                        new BadgeMessage.ModeReceipt(
                                ModeAction.START, Mode.MEETING, false, false, Rid.NONE),
                        "{'type':'mode','status':'ok','state':'start','mode':'meeting'}"),
                golden(
                        new BadgeMessage.ModeReceipt(
                                ModeAction.START, Mode.MEETING, false, true, Rid.NONE),
                        "{'type':'mode','status':'ok','state':'start','mode':'meeting',"
                                + "'resumed':true}"),
                golden(
                        new BadgeMessage.ModeReceipt(ModeAction.END, Mode.CODING, true, false, R1),
                        "{'type':'mode','status':'ok','state':'end','mode':'coding',"
                                + "'idempotent':true,'rid':'r1'}"));
    }

    private static Stream<Arguments> company() {
        return Stream.of(
                golden(CompanyCodecTest.MEMBERS, CompanyCodecTest.MEMBERS_TEXT),
                golden(CompanyCodecTest.CAPTION, CompanyCodecTest.CAPTION_TEXT),
                golden(CompanyCodecTest.LIMITED, CompanyCodecTest.LIMITED_TEXT));
    }

    private static Stream<Arguments> snippetReceipts() {
        return Stream.of(
                golden(
                        new BadgeMessage.SnippetReceipt(3, 0, 0, Rid.NONE),
                        "{'type':'meeting','status':'ok','phase':'snippet','accepted':3}"),
                golden(
                        new BadgeMessage.SnippetReceipt(0, 2, 1, R1),
                        "{'type':'meeting','status':'ok','phase':'snippet','accepted':0,"
                                + "'dropped':2,'ignored':1,'rid':'r1'}"));
    }

    private static Stream<Arguments> finalizing() {
        return Stream.of(
                golden(
                        new BadgeMessage.FinalizeAck(M1, AT, 4, false, Rid.NONE),
                        "{'type':'meeting','phase':'finalize','sessionId':'m-1',"
                                + "'startedAt':1763712000123,'pendingCount':4}"),
                golden(
                        new BadgeMessage.FinalizeAck(M1, AT, 0, true, R1),
                        "{'type':'meeting','phase':'finalize','sessionId':'m-1',"
                                + "'startedAt':1763712000123,'pendingCount':0,'idempotent':true,"
                                + "'rid':'r1'}"),
                progress(FinalizeStage.PREPARE, "prepare"),
                progress(FinalizeStage.LLM_START, "llm_start"),
                progress(FinalizeStage.LLM_DONE, "llm_done"),
                progress(FinalizeStage.DONE, "done"));
    }

    private static Stream<Arguments> pushes() {
        List<Segment> segments =
                List.of(
                        new Segment(8, AT, "aa:bb", "早上好 \"各位\" 😀"),
                        new Segment(9, AT.plusSeconds(5), "", "line\nbreak"));
        return Stream.of(
                golden(
                        new BadgeMessage.TranscriptPush(M1, List.of(), 0),
                        "{'type':'meeting','phase':'transcript','sessionId':'m-1','segments':[],"
                                + "'totalSegments':0}"),
                golden(
                        new BadgeMessage.TranscriptPush(M1, segments, 9),
                        "{'type':'meeting','phase':'transcript','sessionId':'m-1','segments':["
                                + "{'ts':1763712000123,'text':'早上好 \\'各位\\' 😀',"
                                + "'speakerId':'aa:bb'},"
                                + "{'ts':1763712005123,'text':'line\\nbreak','speakerId':''}],"
                                + "'totalSegments':9}"));
    }

    private static Stream<Arguments> summaries() {
        String lists =
                "'bullets':['发布推迟到周五','Budget approved'],'decisions':['ship on Friday'],"
                        + "'actions':[],'risks':['risk'],'nextSteps':[],'bulletsLength':2,";
        String head = "{'type':'meeting','phase':'summary','sessionId':'m-1','title':'周会',";
        return Stream.of(
                golden(
                        summary("PT1H2M3.9S", false, new Quality.Full(), false, Rid.NONE),
                        head
                                + "'duration':'01:02:03',"
                                + lists
                                + "'sourceSegments':12,'checkpoint':false,'provider':'extractive'}"),
                golden(
                        summary("PT5S", true, new Quality.Full(), false, Rid.NONE),
                        head
                                + "'duration':'00:00:05',"
                                + lists
                                + "'sourceSegments':12,'checkpoint':true,'provider':'extractive'}"),
                golden(
                        summary("PT100H", false, new Quality.Degraded("model timed out"), true, R1),
                        head
                                + "'duration':'100:00:00',"
                                + lists
                                + "'sourceSegments':12,'checkpoint':false,'provider':'extractive',"
                                + "'degraded':true,'degradedReason':'model timed out',"
                                + "'idempotent':true,'rid':'r1'}"));
    }

    private static Stream<Arguments> speech() {
        SessionId session = new SessionId("s-1");
        return Stream.of(
                golden(
                        new BadgeMessage.SpeechText(session, "早上好"),
                        "{'type':'stt','text':'早上好','session_id':'s-1'}"),
                golden(
                        new BadgeMessage.SwitchText(session, "工作模式", Mode.WORKING),
                        "{'type':'stt','text':'工作模式','intent':'mode_switch',"
                                + "'target_mode':'working','session_id':'s-1'}"),
                golden(
                        new BadgeMessage.Transcription(session, AT, "早上好", "embedded", true),
                        "{'type':'audio','event':'transcription','text':'早上好',"
                                + "'ts':1763712000123,'provider':'embedded','session_id':'s-1'}"),
                golden(
                        new BadgeMessage.Transcription(session, AT, "早上", "embedded", false),
                        "{'type':'audio','event':'transcription','text':'早上',"
                                + "'ts':1763712000123,'final':false,'provider':'embedded',"
                                + "'session_id':'s-1'}"),
                golden(
                        new BadgeMessage.TranscriptionFailed(
                                session, ErrorCode.BUSY, "busy", "too much to do"),
                        "{'type':'audio','event':'transcription','status':'error','code':'BUSY',"
                                + "'reason':'busy','message':'too much to do',"
                                + "'session_id':'s-1'}"),
                golden(
                        new BadgeMessage.ListenNow(),
                        "{'type':'listen','state':'start','mode':'manual'}"),
                golden(
                        new BadgeMessage.FeatureError(
                                "listen", "start", ErrorCode.BUSY, "too many", R1),
                        "{'type':'listen','status':'error','code':'BUSY','message':'too many',"
                                + "'state':'start','rid':'r1'}"));
    }

    private static Stream<Arguments> errors() {
        return Stream.of(
                golden(
                        new BadgeMessage.FeatureError(
                                "meeting", "snippet", ErrorCode.BUSY, "too many", R1),
                        "{'type':'meeting','status':'error','code':'BUSY','message':'too many',"
                                + "'phase':'snippet','rid':'r1'}"),
                golden(
                        new BadgeMessage.FeatureError(
                                "meeting", "", ErrorCode.NOT_FOUND, "no meeting", Rid.NONE),
                        "{'type':'meeting','status':'error','code':'NOT_FOUND',"
                                + "'message':'no meeting'}"),
                golden(
                        new BadgeMessage.FeatureError(
                                "mode",
                                "start",
                                ErrorCode.SCHEMA_INVALID,
                                "missing: mode",
                                Rid.NONE),
                        "{'type':'mode','status':'error','code':'SCHEMA_INVALID',"
                                + "'message':'missing: mode','state':'start'}"),
                golden(
                        new BadgeMessage.GeneralError(
                                ErrorCode.INVALID_REQUEST, "missing: type", R1),
                        "{'type':'error','code':'INVALID_REQUEST','message':'missing: type',"
                                + "'rid':'r1'}"),
                golden(
                        new BadgeMessage.RateLimited("slow down", Duration.ofMillis(19)),
                        "{'type':'error','code':'RATE_LIMITED','message':'slow down',"
                                + "'retryAfterMs':19}"));
    }

    private static Stream<Arguments> warnings() {
        return Stream.of(
                golden(
                        new BadgeMessage.IdleWarning(Duration.ofSeconds(15)),
                        "{'type':'system','event':'idle_warning','closing_in_ms':15000}"),
                golden(
                        new BadgeMessage.TimeoutWarning(Duration.ofSeconds(10), "still there?"),
                        "{'type':'system','event':'timeout_warning','closing_in_ms':10000,"
                                + "'message':'still there?'}"),
                golden(
                        new BadgeMessage.Replaced(Duration.ofMillis(1500), "connected elsewhere"),
                        "{'type':'system','event':'replaced','message':'connected elsewhere',"
                                + "'closing_in_ms':1500}"),
                golden(
                        new BadgeMessage.ServerReceipt(ServerCommand.RESTART, "soon", R1),
                        "{'type':'server','status':'success','message':'soon',"
                                + "'content':{'action':'restart'},'rid':'r1'}"),
                golden(
                        new BadgeMessage.ToolRequest(
                                new SessionId("s1"), new DeviceRequest.ListTools(2, "self.b")),
                        "{'type':'mcp','session_id':'s1','payload':{'jsonrpc':'2.0','id':2,"
                                + "'method':'tools/list','params':{'cursor':'self.b'}}}"),
                // The other kinds of it have a test of their own.
                golden(
                        new BadgeMessage.Peer(new PeerNews.BacklogEnd(3), R1),
                        "{'type':'peer','event':'backlog_end','count':3,'rid':'r1'}"),
                // So do these.
                golden(
                        new BadgeMessage.BuildReceipt(BuildEvent.LOG, R1),
                        "{'type':'coding','status':'ok','event':'log','rid':'r1'}"),
                golden(
                        new BadgeMessage.BuildAdvice(
                                new Insight("test", Advice.NONE, "m"), true, Optional.empty()),
                        "{'type':'coding','event':'summary','phase':'test','insights':[],"
                                + "'risks':[],'actions':[],'nextSteps':[],'provider':'m'}"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void saysExactly(BadgeMessage message, String text) {
        assertEquals(text, codec.encode(message));
    }

    @Test
    void everyKindOfMessageHasAGoldenText() {
        Set<Class<?>> seen =
                messages().map(golden -> golden.get()[0].getClass()).collect(Collectors.toSet());
        assertEquals(Set.copyOf(Arrays.asList(BadgeMessage.class.getPermittedSubclasses())), seen);
    }

    @Test
    void everyErrorCodeIsSpelledAsTheProtocolDoes() {
        for (ErrorCode code : ErrorCode.values()) {
            String text = codec.encode(new BadgeMessage.GeneralError(code, "x", Rid.NONE));
            assertEquals("{\"type\":\"error\",\"code\":\"" + code + "\",\"message\":\"x\"}", text);
        }
    }

    @Test
    void isOneLineWhateverIsSaid() {
        var error = new BadgeMessage.GeneralError(ErrorCode.BUSY, "a\r\n\t\u0000b", Rid.NONE);
        assertTrue(codec.encode(error).chars().noneMatch(Character::isISOControl));
    }

    @Test
    void speaksTheSameInEveryCountry() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            String text =
                    codec.encode(summary("PT1H2M3S", false, new Quality.Full(), false, Rid.NONE));
            assertTrue(text.contains("\"01:02:03\""), text);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static BadgeMessage.MeetingSummary summary(
            String duration, boolean checkpoint, Quality quality, boolean idempotent, Rid rid) {
        var summary =
                new Summary(
                        M1,
                        MINUTES,
                        Duration.parse(duration),
                        12,
                        checkpoint,
                        "extractive",
                        quality);
        return new BadgeMessage.MeetingSummary(summary, idempotent, rid);
    }

    private static Arguments progress(FinalizeStage stage, String word) {
        return golden(
                new BadgeMessage.MeetingProgress(M1, stage, Duration.ofMillis(1234), 800),
                "{'type':'meeting','phase':'progress','sessionId':'m-1','stage':'"
                        + word
                        + "','elapsedMs':1234,'maxTokens':800}");
    }

    static Arguments golden(BadgeMessage message, String text) {
        return Arguments.of(message, text.replace('\'', '"'));
    }
}
