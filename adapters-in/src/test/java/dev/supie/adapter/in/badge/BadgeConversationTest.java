package dev.supie.adapter.in.badge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.in.badge.RecordingConnections.Event;
import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.BadgeRequest.Activity;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.Rid;
import dev.supie.domain.connection.ClientFeatures;
import dev.supie.domain.connection.CloseCode;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.SnippetInput;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What a badge and Supie say to each other over a real socket. In JSON `'` stands for `"`.
class BadgeConversationTest {

    private static final SessionId SESSION = new SessionId("session-1");
    private static final String PONG = "{'type':'pong'}";
    private static final String WELCOME =
            "{'type':'hello','transport':'websocket','version':1,'session_id':'session-1',"
                    + "'audio_params':{'format':'opus','sample_rate':24000,'channels':1,"
                    + "'frame_duration':60}}";

    private final RunningBadgeServer server = new RunningBadgeServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void con1TheWelcomeIsTheFirstMessage() throws InterruptedException {
        try (BadgeClient badge = server.connect("/supie/v1/")) {
            assertEquals(WELCOME, badge.read());
        }
    }

    @Test
    void t14AHelloIsAnsweredWithWhatFirmwareNeeds() throws InterruptedException {
        try (BadgeClient badge = server.welcomed()) {
            badge.say(
                    "{'type':'hello','version':1,'features':{'mcp':true},'transport':'websocket',"
                            + "'audio_params':{'format':'opus','sample_rate':16000,'channels':1,"
                            + "'frame_duration':60}}");
            assertEquals(WELCOME, badge.read());
            assertEquals(
                    new BadgeRequest.Hello(new ClientFeatures(true, false), Rid.NONE),
                    server.core.awaitRequest());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'hello'}",
                "{'type':'hello','audioParams':{'sampleRate':16000,'frameDuration':60}}",
                "{'type':'hello','device_id':'x','device_name':'页面','features':{'emoji':true}}",
                "{'type':'hello','version':3,'audio_params':{'format':'pcm','frame_duration':20}}",
            })
    void t15AHelloThatLacksFieldsOrWritesCamelCaseIsAnswered(String hello)
            throws InterruptedException {
        try (BadgeClient badge = server.welcomed()) {
            assertEquals(WELCOME, badge.say(hello).read());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "'of another day'", "7", "null"})
    void t15bAStaleOrEmptySessionIdIsNeverRefused(String id) throws InterruptedException {
        try (BadgeClient badge = server.welcomed()) {
            badge.say("{'session_id':" + id + ",'type':'meeting','phase':'finalize','rid':'r'}");
            assertEquals(
                    new BadgeRequest.FinalizeMeeting(new Rid("r")), server.core.awaitRequest());
        }
    }

    @Test
    void t16MessagesBeforeTheHelloDoNoHarm() throws InterruptedException {
        try (BadgeClient badge = server.welcomed()) {
            badge.sendAudio(new byte[0])
                    .sendAudio(new byte[2_600])
                    .say("{'type':'listen','state':'detect','text':'你好'}")
                    .say("{'type':'listen','state':'start','mode':'auto'}")
                    .say("{'type':'hello'}");
            assertEquals(WELCOME, badge.read());
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void t17AFrameWithAWrongSizeIsDroppedAndTheConnectionKept(String version)
            throws InterruptedException {
        try (BadgeClient badge =
                server.connect("/supie/v1/", "Device-Id", "a", "Protocol-Version", version)) {
            badge.read();
            badge.sendAudio(new byte[] {0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 127, -1, 1})
                    .sendAudio(new byte[] {0, 0, 127, -1, 1})
                    .say("{'type':'ping'}");
            assertEquals(PONG, badge.read());
        }
    }

    @Test
    void mtg2SnippetsReachTheCore() throws InterruptedException {
        try (BadgeClient badge = server.welcomed()) {
            badge.say(
                    "{'type':'meeting','phase':'snippet','items':[{'tag':'speech','text':'早上好'},"
                            + "{'tag':'speech','text':'hello','speakerId':'bob'}],'rid':'7'}");
            assertEquals(
                    new BadgeRequest.AddSnippets(
                            List.of(
                                    new SnippetInput("speech", "早上好", ""),
                                    new SnippetInput("speech", "hello", "bob")),
                            new Rid("7")),
                    server.core.awaitRequest());
        }
    }

    @Test
    void msg8APingFrameIsASignOfLife() throws InterruptedException {
        try (BadgeClient badge = server.welcomed()) {
            badge.ping();
            var life = new Event.Asked(SESSION, new Activity(Activity.Kind.CONTROL));
            assertEquals(life, server.core.await(event -> event instanceof Event.Asked));
        }
    }

    @Test
    void lastSentIsTrackedWhenTheBytesAreWritten() throws InterruptedException {
        try (BadgeClient badge = server.welcomed()) {
            server.time.advance(Duration.ofSeconds(5));
            CountDownLatch written = new CountDownLatch(1);
            server.links.send(SESSION, new BadgeMessage.Pong(Rid.NONE), written::countDown);
            assertEquals(PONG, badge.read());
            assertTrue(written.await(10, TimeUnit.SECONDS));
            assertEquals(
                    TestTime.START.plusSeconds(5),
                    server.links.lastSentAt(SESSION, TestTime.START.minusSeconds(1)));
        }
    }

    @Test
    void t35UnknownTypesAndBadJsonLeaveTheConnectionUsable() throws InterruptedException {
        try (BadgeClient badge = server.welcomed()) {
            badge.say("{'type':'listen','state':'detect','text':'say 'hi''}");
            assertTrue(badge.read().startsWith("{'type':'error','code':'INVALID_REQUEST',"));
            badge.say("{'type':'teleport'}");
            assertTrue(badge.read().contains("unknown type 'teleport'"));
            assertEquals(PONG, badge.say("{'type':'ping'}").read());
        }
    }

    @Test
    void t35HugeTextIsRefusedAndClosedWith1009() throws InterruptedException {
        try (BadgeClient badge = server.welcomed()) {
            badge.say("{'type':'ping','x':'" + "x".repeat(65_536) + "'}");
            assertEquals(
                    "{'type':'error','code':'MESSAGE_TOO_LARGE','message':"
                            + "'a text message may have at most 65536 bytes'}",
                    badge.read());
            assertEquals(1009, badge.closeCode());
            assertOnlyThisOneEnded();
        }
    }

    @Test
    void t35HugeAudioIsRefusedAndClosedWith1009() throws InterruptedException {
        try (BadgeClient badge = server.welcomed()) {
            badge.sendAudio(new byte[16_385]);
            assertTrue(badge.read().contains("a binary message may have at most 16384 bytes"));
            assertEquals(1009, badge.closeCode());
        }
    }

    @Test
    void t35DeepJsonIsRefusedAndClosedWith1009() throws InterruptedException {
        try (BadgeClient badge = server.welcomed()) {
            badge.say("[".repeat(40));
            assertTrue(badge.read().contains("JSON may be nested at most 32 deep"));
            assertEquals(1009, badge.closeCode());
        }
    }

    @Test
    void t35WrongUtf8IsClosedWith1007() throws IOException, InterruptedException {
        try (RawBadge badge = rawAndWelcomed()) {
            badge.send(RawBadge.TEXT, new byte[] {'{', (byte) 0xc3, 0x28, '}'});
            assertEquals(1007, badge.readCloseCode());
            badge.awaitEnd(() -> server.time.advance(Duration.ofSeconds(1)));
            assertOnlyThisOneEnded();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = CloseCode.class,
            names = {"NORMAL", "SHUTTING_DOWN", "REPLACED", "TOO_SLOW", "IDLE"})
    void msg10TheCoreClosesWithItsCodeAfterWhatIsQueued(CloseCode code)
            throws InterruptedException {
        try (BadgeClient badge = server.welcomed()) {
            server.links.send(SESSION, new BadgeMessage.Pong(Rid.NONE));
            server.links.close(SESSION, code);
            assertEquals(PONG, badge.read());
            assertEquals(code.code(), badge.closeCode());
            assertOnlyThisOneEnded();
        }
    }

    @Test
    void con6ADrainTellsConnectedBadgesToComeBackLater() throws InterruptedException {
        try (BadgeClient badge = server.welcomed()) {
            var _ = server.core.drain();
            assertEquals(CloseCode.SHUTTING_DOWN.code(), badge.closeCode());
            assertOnlyThisOneEnded();
        }
    }

    /// Stock firmware answers a Close frame with nothing and leaves TCP open.
    @Test
    void t31AfterItsCloseTheServerEndsTcpByItself() throws IOException, InterruptedException {
        try (RawBadge badge = rawAndWelcomed()) {
            server.links.close(SESSION, CloseCode.IDLE);
            assertEquals(CloseCode.IDLE.code(), badge.readCloseCode());
            badge.awaitEnd(() -> server.time.advance(Duration.ofSeconds(1)));
            assertOnlyThisOneEnded();
            assertTrue(server.time.instant().isBefore(TestTime.START.plusSeconds(10)));
        }
    }

    @Test
    void t30ATcpDropWithoutCloseFreesEverything() throws InterruptedException {
        try (BadgeClient badge = server.welcomed()) {
            badge.pullTheCable();
            assertOnlyThisOneEnded();
        }
    }

    @Test
    void anAbortedBadgeIsCutAndFreed() throws IOException, InterruptedException {
        try (RawBadge badge = rawAndWelcomed()) {
            server.links.abort(SESSION);
            badge.awaitEnd(() -> {});
            assertOnlyThisOneEnded();
        }
    }

    @Test
    void t40AThousandReconnectsLeaveNothing() throws IOException, InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            try (RawBadge badge = new RawBadge(server.port())) {
                badge.request(RawBadge.handshake("/supie/v1/", "Device-Id: a"));
            }
        }
        for (int i = 0; i < 1_000; i++) {
            server.core.await(event -> event instanceof Event.Ended);
        }
        assertEquals(0, server.core.count());
        assertEquals(0, server.links.size());
    }

    private RawBadge rawAndWelcomed() throws IOException {
        var badge = new RawBadge(server.port());
        badge.request(RawBadge.handshake("/supie/v1/", "Device-Id: a"));
        assertEquals(WELCOME, badge.readText());
        return badge;
    }

    private void assertOnlyThisOneEnded() throws InterruptedException {
        assertEquals(
                new Event.Ended(SESSION), server.core.await(event -> event instanceof Event.Ended));
        assertEquals(List.of(), server.core.past());
        assertEquals(0, server.core.count());
        assertEquals(0, server.links.size());
    }
}
