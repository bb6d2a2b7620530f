package dev.supie.adapter.in.badge.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.adapter.in.badge.codec.InboundFrame.Malformed;
import dev.supie.adapter.in.badge.codec.InboundFrame.RequestFrame;
import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.BadgeRequest.WithOthers;
import dev.supie.application.connection.port.Attending;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.ModeAction;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.JoinCode;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.Snippet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Meetings of several badges on the wire (MTG-1, MTG-4, MODE-1).
class CompanyCodecTest {

    private static final MeetingId MEETING = new MeetingId("m-1");
    private static final JoinCode CODE = JoinCode.of(123_456);
    private static final Instant AT = Instant.ofEpochMilli(1_795_251_600_000L);

    static final BadgeMessage MEMBERS =
            new BadgeMessage.CompanyPush(
                    MEETING,
                    List.of(
                            new BadgeMessage.Member(
                                    new DeviceId("aa:01"),
                                    Optional.of("Li"),
                                    Attending.Role.OWNER,
                                    true),
                            new BadgeMessage.Member(
                                    new DeviceId("aa:02"),
                                    Optional.empty(),
                                    Attending.Role.LEFT,
                                    false)));

    static final String MEMBERS_TEXT =
            "{'type':'meeting','phase':'members','sessionId':'m-1','members':["
                    + "{'id':'aa:01','name':'Li','role':'owner','here':true},"
                    + "{'id':'aa:02','role':'left','here':false}]}";

    static final BadgeMessage CAPTION =
            new BadgeMessage.Caption(
                    new SessionId("s-1"),
                    MEETING,
                    new Snippet(1, AT, "speech", "aa:02", "大家好"),
                    Optional.of("Li"));

    static final String CAPTION_TEXT =
            "{'type':'audio','event':'transcription','text':'大家好','ts':1795251600000,"
                    + "'speakerId':'aa:02','speaker':'Li','meetingId':'m-1','session_id':'s-1'}";

    static final BadgeMessage LIMITED =
            new BadgeMessage.JoinLimited("wait", Duration.ofMillis(1500), new Rid("r1"));

    static final String LIMITED_TEXT =
            "{'type':'mode','status':'error','code':'RATE_LIMITED','message':'wait',"
                    + "'state':'start','retryAfterMs':1500,'rid':'r1'}";

    private final BadgeCodec codec = new BadgeCodec();

    @ParameterizedTest
    @ValueSource(strings = {"'123456'", "'123 456'", "' 123-456 '"})
    void aCodeIsReadAsPeopleTypeIt(String code) {
        assertEquals(
                start(new WithOthers.JoinByCode(CODE)), decoded("start", "'joinCode':" + code));
    }

    @Test
    void aMeetingIsJoinedByItsId() {
        assertEquals(
                start(new WithOthers.JoinById(MEETING)), decoded("start", "'meetingId':'m-1'"));
    }

    @Test
    void aBadgeAsksForItsCodeAndLeavesToOthers() {
        assertEquals(start(new WithOthers.Invite()), decoded("start", "'invite':true"));
        assertEquals(
                new RequestFrame(
                        new BadgeRequest.SwitchMode(
                                ModeAction.END, Mode.MEETING, new WithOthers.Leave(), Rid.NONE)),
                decoded("end", "'leave':true"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'joinCode':null,'meetingId':null,'invite':null,'leave':null",
                "'joinCode':'','meetingId':' '",
                "'invite':false,'leave':false"
            })
    void nothingOfItIsABadgeAlone(String fields) {
        assertEquals(start(WithOthers.NOTHING), decoded("start", fields));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "start|'joinCode':'12345'|joinCode must be string of six digits",
                "start|'joinCode':123456|joinCode must be string",
                "start|'meetingId':7|meetingId must be string",
                "start|'meetingId':'no id!'|meetingId must be the sessionId of a meeting",
                "start|'invite':'yes'|invite must be true or false",
                "start|'invite':1|invite must be true or false",
                "start|'leave':true|leave is for mode end meeting only",
                "end|'joinCode':'123456'|joinCode is for mode start meeting only",
                "end|'invite':true|invite is for mode start meeting only",
                "start|'joinCode':'123456','invite':true|only one of invite,joinCode may be given",
            })
    void whateverIsWrongIsNamed(String state, String fields, String message) {
        assertEquals(
                new Malformed(
                        new BadgeMessage.FeatureError(
                                "mode", state, ErrorCode.SCHEMA_INVALID, message, Rid.NONE)),
                decoded(state, fields));
    }

    @Test
    void anotherModeHasNoMembers() {
        assertEquals(
                new Malformed(
                        new BadgeMessage.FeatureError(
                                "mode",
                                "start",
                                ErrorCode.SCHEMA_INVALID,
                                "joinCode is for mode start meeting only",
                                Rid.NONE)),
                codec.decode(
                        json("{'type':'mode','state':'start','mode':'chat','joinCode':'123456'}")));
    }

    @Test
    void receiptsSayWhereTheBadgeIs() {
        assertEquals(
                json(
                        "{'type':'mode','status':'ok','state':'start','mode':'meeting',"
                                + "'meetingId':'m-1','joinCode':'123456'}"),
                receipt(ModeAction.START, Attending.owner(MEETING, Optional.of(CODE))));
        assertEquals(
                json(
                        "{'type':'mode','status':'ok','state':'start','mode':'meeting',"
                                + "'joined':true,'meetingId':'m-1'}"),
                receipt(ModeAction.START, Attending.guest(MEETING)));
        assertEquals(
                json("{'type':'mode','status':'ok','state':'end','mode':'meeting','left':true}"),
                receipt(ModeAction.END, Attending.LEFT));
    }

    @Test
    void membersAreListedWithTheirNames() {
        assertEquals(json(MEMBERS_TEXT), codec.encode(MEMBERS));
    }

    @Test
    void aCaptionIsATranscriptionWithASpeaker() {
        assertEquals(json(CAPTION_TEXT), codec.encode(CAPTION));
    }

    @Test
    void transcriptsNameThoseWhoHaveAName() {
        List<Segment> segments =
                List.of(new Segment(1, AT, "aa:01", "hello"), new Segment(2, AT, "aa:02", "yes"));

        assertEquals(
                json(
                        "{'type':'meeting','phase':'transcript','sessionId':'m-1','segments':["
                                + "{'ts':1795251600000,'text':'hello','speakerId':'aa:01'},"
                                + "{'ts':1795251600000,'text':'yes','speakerId':'aa:02',"
                                + "'speaker':'Li'}],'totalSegments':2}"),
                codec.encode(
                        new BadgeMessage.TranscriptPush(
                                MEETING, segments, 2, Map.of("aa:02", "Li"))));
    }

    @Test
    void whoGuessesIsToldForHowLongToWait() {
        assertEquals(json(LIMITED_TEXT), codec.encode(LIMITED));
    }

    private InboundFrame decoded(String state, String fields) {
        return codec.decode(
                json("{'type':'mode','state':'" + state + "','mode':'meeting'," + fields + "}"));
    }

    private String receipt(ModeAction action, Attending attending) {
        return codec.encode(
                new BadgeMessage.ModeReceipt(
                        action, Mode.MEETING, false, false, Optional.of(attending), Rid.NONE));
    }

    private static RequestFrame start(WithOthers company) {
        return new RequestFrame(
                new BadgeRequest.SwitchMode(ModeAction.START, Mode.MEETING, company, Rid.NONE));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
