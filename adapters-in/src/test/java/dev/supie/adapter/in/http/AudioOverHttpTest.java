package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supie.application.audio.AudioFeature;
import dev.supie.application.fake.ScriptedRecognizer;
import dev.supie.application.fake.ScriptedSynthesizer;
import dev.supie.application.fake.ToySoundFiles;
import dev.supie.application.fake.VirtualTime;
import dev.supie.application.runtime.Workers;
import dev.supie.application.speaking.port.SynthesisResult;
import dev.supie.application.speech.port.RecognitionEvent;
import dev.supie.domain.kernel.SessionId;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// `/v1/audio/…`: what HTTP says of everything, in the form that clients of OpenAI read.
class AudioOverHttpTest {

    private static final String TRANSCRIPTIONS = "/v1/audio/transcriptions";
    private static final String SPEECH = "/v1/audio/speech";
    private static final String FORM = "multipart/form-data; boundary=b";

    private final VirtualTime time = new VirtualTime(Meetings.NOON);
    private final ScriptedRecognizer recognizer =
            new ScriptedRecognizer("embedded", Runnable::run, time);
    private final ScriptedSynthesizer synthesizer = new ScriptedSynthesizer("freetts");
    private final Site site = site();

    private Site site() {
        AudioDesk audio =
                new AudioDesk(
                        AudioFeature.transcriptions(
                                new AudioFeature.Ears(
                                        List.of(recognizer),
                                        new ToySoundFiles(),
                                        () -> new SessionId("program"),
                                        Duration.ofSeconds(5))),
                        AudioFeature.speeches(
                                new AudioFeature.Voices(
                                        List.of(synthesizer),
                                        new Workers(Runnable::run, 8),
                                        Duration.ofSeconds(5))));
        ToolDesk desk = new ToolDesk(new FewTools(), new FewTools(), audio);
        return Site.with(Wiring.routes(Wiring.OPEN, desk, time)::onHttpListener);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private HttpRequest.Builder post(String path, String type, byte[] body) {
        return site.to(path)
                .header("Authorization", "Bearer " + FrontDesk.ADMIN_TOKEN)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    /// @param fields such as `model=whisper-1`
    private HttpRequest.Builder form(String... fields) {
        StringBuilder body = new StringBuilder();
        for (String field : fields) {
            String[] parts = field.split("=", 2);
            body.append("--b\r\nContent-Disposition: form-data; name=\"")
                    .append(parts[0])
                    .append("\"\r\n\r\n")
                    .append(parts[1])
                    .append("\r\n");
        }
        return post(TRANSCRIPTIONS, FORM, body.append("--b--\r\n").toString().getBytes(UTF_8));
    }

    private HttpResponse<String> transcribed(String... fields) {
        return site.send(form(fields));
    }

    private HttpRequest.Builder speech(String json) {
        return post(SPEECH, "application/json", json.replace('\'', '"').getBytes(UTF_8));
    }

    private HttpResponse<byte[]> said(String format) {
        String json =
                "{'model':'tts-1','voice':'alloy','input':'hello','response_format':'%s'}"
                        .formatted(format);
        return site.send(speech(json), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static JsonObject assertRefused(
            int status, String type, String parameter, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response::body);
        assertEquals("application/json", Site.header(response, "content-type"));
        JsonObject error = Site.json(response).getJsonObject("error");
        assertEquals(4, error.size(), error::toString);
        assertEquals(type, error.getString("type"));
        assertEquals(parameter, error.getString("param", ""), error::toString);
        assertTrue(!error.getString("message").isBlank());
        return error;
    }

    private static JsonObject assertWrong(String parameter, HttpResponse<String> response) {
        return assertRefused(400, "invalid_request_error", parameter, response);
    }

    @Test
    void aRecordingBecomesTextInTheFormThatIsWanted() {
        HttpResponse<String> json = transcribed("file=hello there", "model=whisper-1");
        assertEquals(200, json.statusCode(), json::body);
        assertEquals("{\"text\":\"hello there\"}", json.body());
        assertEquals("no-store", Site.header(json, "cache-control"));

        HttpResponse<String> text =
                transcribed("model=embedded", "file=hello", "response_format=text", "prompt=x");
        assertEquals("hello\n", text.body());
        assertEquals("text/plain", Site.header(text, "content-type"));

        JsonObject verbose =
                Site.json(
                        transcribed(
                                "file=hello",
                                "model=toy",
                                "language=en-US",
                                "response_format=verbose_json",
                                "timestamp_granularities[]=segment"));
        assertEquals("english", verbose.getString("language"));
        assertEquals(0.3, verbose.getJsonNumber("duration").doubleValue());
        assertEquals(
                "[{\"id\":0,\"start\":0.0,\"end\":0.3,\"text\":\"hello\"}]",
                verbose.getJsonArray("segments").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "model, file=hello",
        "file, model=whisper-1",
        "response_format, model=whisper-1; file=hello; response_format=srt",
        "language, model=whisper-1; file=hello; language=english",
        "language, model=whisper-1; file=hello; language=zh",
        "stream, model=whisper-1; file=hello; stream=true",
        "timestamp_granularities[], model=whisper-1; file=hello; timestamp_granularities[]=word",
        "file, model=whisper-1; file=?",
        "file, model=whisper-1; file="
    })
    void whatCannotBeIsNamed(String parameter, String fields) {
        assertWrong(parameter, transcribed(fields.split("; ")));
    }

    @Test
    void aRecordingThatLastsTooLongIsRefused() {
        JsonObject error =
                assertWrong("file", transcribed("model=whisper-1", "file=" + "x".repeat(1001)));
        assertTrue(error.getString("message").contains("60 s"), error::toString);
    }

    @Test
    void whatIsNoFormIsRefused() {
        assertWrong("body", site.send(post(TRANSCRIPTIONS, "application/json", new byte[] {'{'})));
        assertWrong("body", site.send(post(TRANSCRIPTIONS, FORM, new byte[] {'{'})));
        assertWrong("body", site.send(post(TRANSCRIPTIONS, FORM, new byte[0])));
    }

    @Test
    void aModelThatIsNotThereIsNotFound() {
        JsonObject error =
                assertRefused(
                        404,
                        "invalid_request_error",
                        "model",
                        transcribed("model=large", "file=hello"));
        assertEquals("model_not_found", error.getString("code"));
        assertTrue(error.getString("message").contains("embedded"), error::toString);
        assertRefused(
                404,
                "invalid_request_error",
                "model",
                site.send(speech("{'model':'x','input':'x','response_format':'pcm'}")));
    }

    @Test
    void aFileMayBeSoLargeAndNoLarger() {
        byte[] body = new byte[AudioRouting.RECORDING_BYTES_MAX + 1];
        HttpResponse<String> response = site.send(post(TRANSCRIPTIONS, FORM, body));

        assertRefused(413, "invalid_request_error", "", response);
        assertWrong(
                "body",
                site.send(post(TRANSCRIPTIONS, FORM, new byte[AudioRouting.RECORDING_BYTES_MAX])));
    }

    @Test
    void aBodyInChunksIsTaken() {
        byte[] body =
                ("--b\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nwhisper-1\r\n"
                                + "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n"
                                + "x".repeat(1000)
                                + "\r\n--b--\r\n")
                        .getBytes(UTF_8);
        HttpRequest.Builder request =
                post(TRANSCRIPTIONS, FORM, body)
                        .POST(
                                HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(body)));

        assertEquals(1000, Site.json(site.send(request)).getString("text").length());
    }

    @Test
    void aTextBecomesSoundOfBothForms() {
        HttpResponse<byte[]> samples = said("pcm");
        HttpResponse<byte[]> wav = said("wav");

        assertEquals(200, samples.statusCode());
        assertEquals("audio/pcm", samples.headers().firstValue("content-type").orElse(""));
        assertEquals("audio/wav", wav.headers().firstValue("content-type").orElse(""));
        assertEquals(5 * 1440 * 2, samples.body().length);
        ByteBuffer sound = ByteBuffer.wrap(samples.body()).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals('h' * 64, sound.getShort(0));
        assertEquals('e' * 64, sound.getShort(1440 * 2));
        assertEquals(44 + samples.body().length, wav.body().length);
        ByteBuffer header = ByteBuffer.wrap(wav.body()).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals("RIFF", new String(wav.body(), 0, 4, UTF_8));
        assertEquals(24_000, header.getInt(24));
        assertEquals(ByteBuffer.wrap(wav.body(), 44, 10), ByteBuffer.wrap(samples.body(), 0, 10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "model > {'input':'x','response_format':'pcm'}",
                "input > {'model':'tts-1','response_format':'pcm'}",
                "input > {'model':'tts-1','input':7,'response_format':'pcm'}",
                "input > {'model':'tts-1','input':'...','response_format':'pcm'}",
                "input > {'model':'tts-1','input':'会议','response_format':'pcm'}",
                "response_format > {'model':'tts-1','input':'x'}",
                "response_format > {'model':'tts-1','input':'x','response_format':'opus'}",
                "speed > {'model':'tts-1','input':'x','response_format':'pcm','speed':2}",
                "stream_format > {'model':'tts-1','input':'x','response_format':'pcm',"
                        + "'stream_format':'sse'}",
                "body > []",
                "body > nonsense",
            })
    void whatCannotBeSaidIsNamed(String parameter, String json) {
        assertWrong(parameter, site.send(speech(json)));
    }

    @Test
    void aTextMayBeSoLongAndNoLonger() {
        String json = "{'model':'tts-1','response_format':'pcm','speed':1.0,'input':'%s'}";
        String longest = "x ".repeat(SpeechForm.INPUT_CHARS_MAX / 2);

        assertEquals(200, site.send(speech(json.formatted(longest))).statusCode());
        assertWrong("input", site.send(speech(json.formatted(longest + "x"))));
        assertRefused(
                413,
                "invalid_request_error",
                "",
                site.send(speech(" ".repeat(AudioRouting.TEXT_BYTES_MAX + 1))));
    }

    @Test
    void onlyAdministratorsAreHeardAndTheOthersLearnItInTheSameForm() {
        HttpResponse<String> response =
                site.send(form("file=x", "model=whisper-1").setHeader("Authorization", "Bearer x"));

        JsonObject error = assertRefused(401, "invalid_request_error", "", response);
        assertEquals("invalid_api_key", error.getString("code"));
        assertEquals(JsonValue.NULL, error.get("param"));
        assertEquals("Bearer", Site.header(response, "www-authenticate"));
        assertEquals(0, recognizer.requests().size());
    }

    @Test
    void guessingIsSlow() {
        HttpRequest.Builder guess = speech("{}").setHeader("Authorization", "Bearer x");
        for (int i = 0; i < AdminGate.FAILED_MAX; i++) {
            assertEquals(401, site.send(guess).statusCode());
        }
        HttpResponse<String> response = site.send(speech("{}"));
        assertRefused(429, "rate_limit_error", "", response);
        assertTrue(!Site.header(response, "retry-after").isEmpty());
    }

    @Test
    void net4WithoutAnybodyWhoCouldItIsUnavailable() {
        recognizer.missing("no models; ./supie models fetch");
        HttpResponse<String> deaf = transcribed("file=x", "model=whisper-1");
        JsonObject error = assertRefused(503, "server_error", "", deaf);
        assertEquals("no models; ./supie models fetch", error.getString("message"));
        assertEquals("5", Site.header(deaf, "retry-after"));

        synthesizer.missing("it is away");
        HttpResponse<byte[]> dumb = said("wav");
        assertEquals(503, dumb.statusCode());
        assertTrue(new String(dumb.body(), UTF_8).contains("it is away"));
    }

    @ParameterizedTest
    @CsvSource({"BUSY, 429", "TIMEOUT, 503", "UNAVAILABLE, 503", "BROKEN, 500"})
    void aFailureHasItsStatus(String code, int status) {
        recognizer.failNext(RecognitionEvent.Code.valueOf(code));
        synthesizer.failNextAfter(1, SynthesisResult.Code.valueOf(code));

        assertEquals(status, transcribed("file=x", "model=whisper-1").statusCode());
        assertEquals(status, said("pcm").statusCode());
    }

    @Test
    void aSpeechThatFailsInTheMiddleIsBrokenOff() {
        String part = "a".repeat(239) + ".";
        synthesizer.afterEachLetter(
                () -> {
                    if (synthesizer.texts().size() == 1) {
                        synthesizer.failNextAfter(0, SynthesisResult.Code.BROKEN);
                        synthesizer.afterEachLetter(() -> {});
                    }
                });
        String json =
                "{'model':'tts-1','response_format':'wav','input':'%s %s'}".formatted(part, part);

        assertThrows(AssertionError.class, () -> site.send(speech(json)));
    }

    @Test
    void oneMoreThanMayIsTurnedAwayUntilThereIsRoomAgain()
            throws InterruptedException, ExecutionException {
        CountDownLatch speaking = new CountDownLatch(AudioRouting.SPEECHES_MAX);
        CountDownLatch goOn = new CountDownLatch(1);
        synthesizer.afterEachLetter(
                () -> {
                    speaking.countDown();
                    try {
                        goOn.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<byte[]>>> under =
                    List.of(threads.submit(() -> said("pcm")), threads.submit(() -> said("pcm")));
            speaking.await();
            HttpResponse<String> response = site.send(speech("{}"));
            assertRefused(429, "rate_limit_error", "", response);
            assertEquals("1", Site.header(response, "retry-after"));
            goOn.countDown();
            for (Future<HttpResponse<byte[]>> each : under) {
                assertEquals(200, each.get().statusCode());
            }
        }
        assertEquals(200, said("pcm").statusCode());
    }

    @ParameterizedTest
    @CsvSource({"GET, /v1/audio/speech", "POST, /v1/audio/translations", "GET, /v1/models"})
    void whatThereIsNotIsNotFoundInTheSameForm(String method, String path) {
        HttpResponse<String> response =
                site.send(site.to(path).method(method, HttpRequest.BodyPublishers.noBody()));

        assertRefused(404, "invalid_request_error", "", response);
    }
}
