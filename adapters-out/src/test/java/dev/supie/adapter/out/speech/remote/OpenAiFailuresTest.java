package dev.supie.adapter.out.speech.remote;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;

import dev.supie.adapter.out.service.ServiceBreaker;
import dev.supie.adapter.out.service.ServiceEndpoint;
import dev.supie.adapter.out.service.TestTiming;
import dev.supie.application.fake.ToySpeech;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.RecognitionEvent.Code;
import dev.supie.application.speech.port.RecognitionEvent.Failed;
import dev.supie.application.speech.port.RecognitionStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Every way in which a service for transcriptions can fail is one event that says what to check,
/// and the next utterance works (LIS-6).
class OpenAiFailuresTest {

    private static final PcmFrame SOUND = ToySpeech.sound("hello-everybody", Duration.ofMillis(60));
    private static final String NOISE = "sk-echoed-by-the-server";

    private final TestTiming time = new TestTiming();
    private final TranscriptionServer server = new TranscriptionServer();
    private final OpenAiRecognizer recognizer = server.recognizer(time.timing());

    @AfterEach
    void close() {
        recognizer.close();
        server.close();
    }

    private Failed failure(ResponseDefinitionBuilder response) {
        server.always(response);
        return Told.of(recognizer, SOUND).failed();
    }

    private static ResponseDefinitionBuilder status(int status) {
        return TranscriptionServer.error(status, "{\"error\":{\"message\":\"" + NOISE + "\"}}");
    }

    @ParameterizedTest
    @CsvSource({
        "400, 1, UNAVAILABLE, false, 'check model and what its server accepts'",
        "401, 1, UNAVAILABLE, false, 'check api_key'",
        "403, 1, UNAVAILABLE, false, 'check what api_key may use'",
        "404, 1, UNAVAILABLE, false, 'base_url ends before /audio/transcriptions'",
        "413, 1, BROKEN, false, 'too large for the server'",
        "302, 1, UNAVAILABLE, false, 'give the final address'",
        "408, 2, TIMEOUT, true, 'HTTP 408'",
        "429, 2, BUSY, true, 'too many requests'",
        "500, 2, UNAVAILABLE, true, 'in trouble'",
        "503, 2, UNAVAILABLE, true, 'in trouble'"
    })
    void aStatusIsOneFailureThatSaysWhatToCheck(
            int status, int attempts, Code code, boolean retryable, String advice) {
        Failed failed = failure(status(status));
        assertEquals(code, failed.code());
        assertEquals(retryable, failed.retryable());
        assertTrue(failed.message().contains(advice), failed::message);
        assertFalse(failed.message().contains(NOISE), failed::message);
        assertFalse(failed.message().contains(TranscriptionServer.KEY), failed::message);
        assertEquals(attempts, server.requests());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''",
                "<html>welcome</html>",
                "{\"text\":",
                "{\"words\":\"hello\"}",
                "{\"text\":null}",
                "{\"text\":[\"hello\"]}",
                "[]",
                "{\"error\":{\"message\":\"sk-echoed-by-the-server\"}}"
            })
    void anAnswerThatMakesNoSenseIsBroken(String body) {
        Failed failed = failure(aResponse().withStatus(200).withBody(body));
        assertEquals(Code.BROKEN, failed.code());
        assertFalse(failed.message().contains(NOISE), failed::message);
        assertEquals(1, server.requests());
    }

    @Test
    void anAnswerThatIsTooLargeIsBroken() {
        String filler = "a".repeat(ServiceEndpoint.BODY_BYTES_MAX);
        assertEquals(Code.BROKEN, failure(TranscriptionServer.text(filler)).code());
    }

    @Test
    void moreTextThanAnybodyCanSayIsBroken() {
        String most = "a".repeat(SpokenText.CHARS_MAX);
        server.always(TranscriptionServer.text(most));
        assertEquals(most, Told.of(recognizer, SOUND).said().text());
        assertEquals(Code.BROKEN, failure(TranscriptionServer.text(most + "a")).code());
    }

    @ParameterizedTest
    @CsvSource({"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE"})
    void aBrokenConnectionIsTriedOnceMore(Fault fault) {
        server.inTurn(aResponse().withFault(fault), TranscriptionServer.text("hello"));
        assertEquals("hello", Told.of(recognizer, SOUND).said().text());
        assertEquals(Code.UNAVAILABLE, failure(aResponse().withFault(fault)).code());
    }

    @Test
    void aServerThatAsksForPatienceGetsIt() {
        server.inTurn(
                status(429).withHeader("Retry-After", "2"), TranscriptionServer.text("hello"));
        assertEquals("hello", Told.of(recognizer, SOUND).said().text());
        assertEquals(List.of(Duration.ofSeconds(2)), time.pauses());
    }

    @Test
    void withoutMoneyNothingIsTriedAgain() {
        Failed failed =
                failure(
                        TranscriptionServer.error(
                                429, "{\"error\":{\"code\":\"insufficient_quota\"}}"));
        assertEquals(Code.BUSY, failed.code());
        assertEquals(1, server.requests());
    }

    @Test
    void aServerThatNeverAnswersIsGivenUpInTimeAndTheNextUtteranceWorks() {
        try (OpenAiRecognizer impatient = impatient(8)) {
            server.inTurn(aResponse().withFixedDelay(60_000), TranscriptionServer.text("next"));
            long began = System.nanoTime();
            Failed failed = Told.of(impatient, SOUND).failed();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            assertEquals(Code.TIMEOUT, failed.code());
            assertTrue(failed.retryable());
            assertTrue(took.compareTo(Duration.ofSeconds(10)) < 0, took::toString);
            assertEquals("next", Told.of(impatient, SOUND).said().text());
        }
    }

    @Test
    void aServerThatDripsIsGivenUpInTime() {
        try (OpenAiRecognizer impatient = impatient(8)) {
            server.always(TranscriptionServer.text("too late").withChunkedDribbleDelay(20, 60_000));
            assertEquals(Code.TIMEOUT, Told.of(impatient, SOUND).failed().code());
        }
    }

    @Test
    void oneUtteranceTooManyIsBusyAndTheOthersAreNotDisturbed() {
        try (OpenAiRecognizer narrow = narrow()) {
            server.always(TranscriptionServer.text("hello").withFixedDelay(1_500));
            Told first = Told.of(narrow, SOUND);
            Told second = Told.of(narrow, SOUND);
            Until.until(() -> server.requests() == 2);
            Failed third = Told.of(narrow, SOUND).failed();
            assertEquals(Code.BUSY, third.code());
            assertTrue(third.retryable());
            assertEquals("hello", first.said().text());
            assertEquals("hello", second.said().text());
            assertEquals("hello", Told.of(narrow, SOUND).said().text());
        }
    }

    @Test
    void whoeverCancelsFreesThePlace() {
        try (OpenAiRecognizer narrow = narrow()) {
            server.inTurn(
                    aResponse().withFixedDelay(60_000),
                    aResponse().withFixedDelay(60_000),
                    TranscriptionServer.text("hello"));
            for (int calls = 1; calls <= 2; calls++) {
                int expected = calls;
                RecognitionStream stream = narrow.open(Told.request(Optional.empty()), new Told());
                stream.push(SOUND);
                stream.finish();
                Until.until(() -> server.requests() == expected);
                stream.cancel();
            }
            Until.until(() -> narrow.underWay() == 0);
            assertEquals("hello", Told.of(narrow, SOUND).said().text());
        }
    }

    @Test
    void afterManyFailuresItIsNotAskedForAWhile() {
        server.always(status(500));
        for (int call = 0; call < RemoteSettings.BREAKER_CALLS_MIN; call++) {
            Told.of(recognizer, SOUND).failed();
        }
        int asked = server.requests();
        Failed failed = Told.of(recognizer, SOUND).failed();
        assertEquals(Code.UNAVAILABLE, failed.code());
        assertTrue(failed.message().contains("failed too often"), failed::message);
        assertEquals(asked, server.requests());
        time.skip(ServiceBreaker.OPEN.plusMillis(1));
        server.always(TranscriptionServer.text("back"));
        assertEquals("back", Told.of(recognizer, SOUND).said().text());
    }

    @Test
    void closingEndsWhatIsUnderWayAsAFailure() {
        server.always(aResponse().withFixedDelay(60_000));
        Told told = Told.of(recognizer, SOUND);
        Until.until(() -> server.requests() == 1);
        recognizer.close();
        assertEquals(Code.UNAVAILABLE, told.failed().code());
        assertEquals(Code.UNAVAILABLE, Told.of(recognizer, SOUND).failed().code());
    }

    /// As impatient as can be configured.
    private OpenAiRecognizer impatient(int concurrency) {
        return new OpenAiRecognizer(
                server.settings(RemoteSettings.TIMEOUT_MIN, concurrency, Optional.empty()),
                time.timing());
    }

    private OpenAiRecognizer narrow() {
        return new OpenAiRecognizer(
                server.settings(Duration.ofSeconds(10), 2, Optional.empty()), time.timing());
    }
}
