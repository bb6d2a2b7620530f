package dev.supie.adapter.out.speech.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.out.service.CallTiming;
import dev.supie.adapter.out.service.Secret;
import dev.supie.adapter.out.speech.remote.FunAsrServer.Dialect;
import dev.supie.adapter.out.speech.remote.FunAsrServer.Mishap;
import dev.supie.application.fake.ScriptedRecognizer;
import dev.supie.application.fake.ToySpeech;
import dev.supie.application.fake.VirtualTime;
import dev.supie.application.runtime.SystemAlarms;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.RecognitionEvent.Code;
import dev.supie.application.speech.port.RecognitionEvent.Failed;
import dev.supie.application.speech.port.RecognitionStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Conversations with a FunASR service over a real socket, in every dialect and with every mishap
/// (LIS-4, LIS-6).
class FunAsrConversationTest {

    private static final String WORDS = "good-morning-to-everybody";
    private static final PcmFrame SOUND = ToySpeech.sound(WORDS, Duration.ofMillis(60));
    private static final String KEY = "sk-test-0123456789";

    private final InstantSource time = InstantSource.system();
    private final SystemAlarms alarms = new SystemAlarms(time);
    private final ScriptedRecognizer mind =
            new ScriptedRecognizer("mind", Runnable::run, new VirtualTime(Instant.EPOCH))
                    .withPartials();
    private FunAsrServer server = new FunAsrServer(mind, Dialect.SPEAKING);
    private FunAsrRecognizer recognizer = recognizer(server.url(), Duration.ofSeconds(10), 8);

    private FunAsrRecognizer recognizer(URI url, Duration timeout, int concurrency) {
        RemoteSettings settings =
                new RemoteSettings(
                        "near",
                        RemoteSettings.Protocol.FUNASR,
                        url,
                        Secret.of(KEY),
                        "2pass",
                        Optional.empty(),
                        timeout,
                        concurrency);
        return new FunAsrRecognizer(settings, alarms, CallTiming.real(time));
    }

    private void speaking(Dialect dialect) {
        close();
        server = new FunAsrServer(mind, dialect);
        recognizer = recognizer(server.url(), Duration.ofSeconds(10), 8);
    }

    @AfterEach
    void closeAll() {
        close();
        alarms.close();
    }

    private void close() {
        recognizer.close();
        server.close();
    }

    private RecognitionStream open(Told told) {
        return recognizer.open(Told.request(Optional.empty()), told);
    }

    @ParameterizedTest
    @EnumSource
    void everyDialectGivesTheWholeTextOnce(Dialect dialect) {
        speaking(dialect);
        Told told = Told.of(recognizer, SOUND);
        assertEquals(WORDS, told.said().text());
        assertEquals("near", told.said().provider());
        assertEquals(SOUND.duration(), told.said().to());
        Until.until(() -> server.open() == 0);
    }

    @ParameterizedTest
    @EnumSource
    void inEveryDialectNoWordsAreAnEmptyText(Dialect dialect) {
        speaking(dialect);
        PcmFrame silence = PcmFrame.silence(Duration.ofSeconds(1));
        assertEquals("", Told.of(recognizer, silence).said().text());
    }

    @Test
    void guessesComeWhileSomebodySpeaksAndEachReplacesTheOneBefore() {
        Told told = new Told();
        RecognitionStream stream = open(told);
        stream.push(SOUND);
        Until.until(() -> told.partials().size() >= 2);
        stream.finish();
        assertEquals(WORDS, told.said().text());
        for (String guess : told.partials()) {
            assertTrue(WORDS.startsWith(guess), guess);
        }
        assertEquals(Set.copyOf(told.partials()).size(), told.partials().size());
    }

    @Test
    void soundGoesOutInFramesOf60MillisBetweenStartAndEnd() {
        Told told = new Told();
        RecognitionStream stream = open(told);
        stream.push(ToySpeech.sound("abcdefghijklmnopqrst", Duration.ofMillis(50)));
        stream.finish();
        assertEquals("abcdefghijklmnopqrst", told.said().text());
        FunAsrSession session = server.sessions().getFirst();
        assertEquals(Set.of(FunAsrRequest.FRAME_BYTES), Set.copyOf(session.frames()));
        assertEquals(17, session.frames().size(), "1 s, and the last one filled up");
        assertEquals(2, session.texts().size());
        assertTrue(session.texts().getFirst().contains("\"mode\":\"2pass\""));
        assertTrue(session.texts().getFirst().contains("\"chunk_size\":[5,10,5]"));
        assertTrue(session.texts().getFirst().contains("\"wav_name\":\"session-1\""));
        assertEquals("{\"is_speaking\":false,\"is_end\":true}", session.texts().getLast());
        assertEquals("binary", session.header("sec-websocket-protocol"));
        assertEquals("Bearer " + KEY, session.header("authorization"));
    }

    @Test
    void aConnectionThatIsLostBeforeAWordIsMadeAgainWithAllTheSound() {
        server.next(Mishap.REFUSED, Mishap.DROPPED);
        assertEquals(WORDS, Told.of(recognizer, SOUND).said().text());
        assertEquals(FunAsrStream.CONNECTIONS_MAX, server.attempts());
    }

    @Test
    void aConnectionThatIsLostTooOftenIsAFailureAndTheNextUtteranceWorks() {
        server.next(Mishap.DROPPED, Mishap.DROPPED, Mishap.REFUSED);
        Failed failed = Told.of(recognizer, SOUND).failed();
        assertEquals(Code.UNAVAILABLE, failed.code());
        assertTrue(failed.retryable());
        assertEquals(FunAsrStream.CONNECTIONS_MAX, server.attempts());
        assertEquals(WORDS, Told.of(recognizer, SOUND).said().text());
    }

    @Test
    void aConnectionThatIsLostAfterAWordIsAFailureAtOnce() {
        server.next(Mishap.DROPPED_LATER);
        Told told = new Told();
        RecognitionStream stream = open(told);
        stream.push(SOUND);
        Failed failed = told.failed();
        assertEquals(Code.UNAVAILABLE, failed.code());
        assertTrue(failed.retryable());
        assertEquals(1, server.attempts());
        stream.push(SOUND);
        stream.finish();
        assertEquals(WORDS, Told.of(recognizer, SOUND).said().text());
    }

    @Test
    void aWrongKeyIsAFailureThatSaysSo() {
        server.next(Mishap.UNAUTHORIZED);
        Failed failed = Told.of(recognizer, SOUND).failed();
        assertEquals(Code.UNAVAILABLE, failed.code());
        assertFalse(failed.retryable());
        assertEquals("HTTP 401: configuration error, check api_key", failed.message());
        assertEquals(1, server.attempts());
    }

    @Test
    void aServiceThatHangsIsGivenUpInTimeAndTheNextUtteranceWorks() {
        recognizer.close();
        recognizer = recognizer(server.url(), RemoteSettings.TIMEOUT_MIN, 8);
        server.next(Mishap.HUNG);
        Failed failed = Told.of(recognizer, SOUND).failed();
        assertEquals(Code.TIMEOUT, failed.code());
        assertTrue(failed.retryable());
        assertEquals(WORDS, Told.of(recognizer, SOUND).said().text());
    }

    @Test
    void aServiceThatFailsOrTalksNonsenseIsBroken() {
        server.next(Mishap.FAILED, Mishap.GIBBERISH, Mishap.FLOOD);
        for (int utterance = 0; utterance < 3; utterance++) {
            Failed failed = Told.of(recognizer, SOUND).failed();
            assertEquals(Code.BROKEN, failed.code());
            assertFalse(failed.message().contains("echoed"), failed::message);
        }
        assertEquals(WORDS, Told.of(recognizer, SOUND).said().text());
    }

    @Test
    void oneUtteranceTooManyIsBusy() {
        recognizer.close();
        recognizer = recognizer(server.url(), Duration.ofSeconds(10), 2);
        List<Told> told = List.of(new Told(), new Told(), new Told());
        List<RecognitionStream> streams = told.stream().map(this::open).toList();
        assertEquals(Code.BUSY, told.getLast().failed().code());
        streams.getFirst().cancel();
        assertEquals(WORDS, Told.of(recognizer, SOUND).said().text());
        streams.get(1).push(SOUND);
        streams.get(1).finish();
        assertEquals(WORDS, told.get(1).said().text());
        assertEquals(0, recognizer.underWay());
    }

    @Test
    void whoeverCancelsLeavesNothingBehind() {
        for (int utterance = 0; utterance < 20; utterance++) {
            Told told = new Told();
            RecognitionStream stream = open(told);
            stream.push(SOUND);
            stream.cancel();
            assertFalse(told.isEnded());
        }
        assertEquals(0, recognizer.underWay());
        Until.until(() -> server.open() == 0);
    }

    @Test
    void afterManyFailuresItIsNotAskedForAWhile() {
        for (int attempt = 0; attempt < RemoteSettings.BREAKER_CALLS_MIN; attempt++) {
            server.next(Mishap.REFUSED);
        }
        Told.of(recognizer, SOUND).failed();
        Told.of(recognizer, SOUND).failed();
        int attempts = server.attempts();
        Failed failed = Told.of(recognizer, SOUND).failed();
        assertTrue(failed.message().contains("failed too often"), failed::message);
        assertEquals(attempts, server.attempts());
    }

    @Test
    void closingEndsWhatIsUnderWayAsAFailure() {
        Told told = new Told();
        open(told).push(SOUND);
        Until.until(() -> !told.partials().isEmpty());
        recognizer.close();
        assertEquals(Code.UNAVAILABLE, told.failed().code());
        assertEquals(Code.UNAVAILABLE, Told.of(recognizer, SOUND).failed().code());
    }
}
