package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.out.service.CallTiming;
import dev.supie.adapter.out.service.Secret;
import dev.supie.adapter.out.speech.Resampler;
import dev.supie.adapter.out.speech.WordErrors;
import dev.supie.adapter.out.speech.remote.RemoteRecognizers;
import dev.supie.adapter.out.speech.remote.RemoteSettings;
import dev.supie.adapter.out.speech.voice.OpenAiSynthesizer;
import dev.supie.adapter.out.speech.voice.RemoteVoiceSettings;
import dev.supie.application.runtime.SystemAlarms;
import dev.supie.application.speaking.port.DownlinkFormat;
import dev.supie.application.speaking.port.SynthesisRequest;
import dev.supie.application.speaking.port.SynthesisResult;
import dev.supie.application.speech.port.LanguageTag;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.RecognitionEvent;
import dev.supie.application.speech.port.RecognitionRequest;
import dev.supie.application.speech.port.RecognitionStream;
import dev.supie.application.speech.port.Recognizer;
import dev.supie.bootstrap.server.StartException;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// `/v1/audio` with the client that OpenAI publishes, and with our own adapters: real words, both
/// ways, through a whole server with its real models.
@Timeout(300)
final class OpenAiClientTest {

    private static final String CLIENT_VERSION = "7.55.0";
    private static final String ADMIN = "admin-token-of-the-team";
    private static final String SENTENCE = "Please bring the coffee to the second floor.";
    private static final Duration WITHIN = Duration.ofSeconds(30);

    /// A machine's voice is harder to understand than people are.
    private static final double ERRORS_MAX = 0.25;

    @TempDir private Path folder = Path.of("");
    private HearingSite site;

    @BeforeEach
    void open() throws StartException, IOException, InterruptedException {
        // The voice that is everywhere.
        site = HearingSite.open(folder, "server.admin_token=" + ADMIN, "tts.chain=[freetts]");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private URI baseUrl() {
        return URI.create(site.httpUrl() + "/v1");
    }

    private static void assertUnderstood(String text) {
        WordErrors errors = new WordErrors();
        errors.add(SENTENCE, text);
        assertTrue(errors.rate() <= ERRORS_MAX, () -> "understood: " + text);
    }

    private static double number(JsonObject object, String name) {
        return object.getJsonNumber(name).doubleValue();
    }

    private static String refusal(JsonObject told) {
        return "%s %d %s %s"
                .formatted(
                        told.getString("kind"),
                        told.getInt("status"),
                        told.getString("type"),
                        told.isNull("param") ? "-" : told.getString("param"));
    }

    @Test
    void theOfficialClientSpeaksAndIsUnderstoodAndReadsRefusals()
            throws IOException, InterruptedException {
        List<JsonObject> told =
                NpmPackage.fetched("openai", CLIENT_VERSION)
                        .run(
                                "/openai/client.mjs",
                                List.of(baseUrl().toString(), ADMIN, SENTENCE, folder.toString()))
                        .lines()
                        .map(Messages::parsed)
                        .toList();

        assertEquals(10, told.size(), told::toString);
        assertEquals("audio/wav", told.get(0).getString("type"));
        assertEquals("RIFF", told.get(0).getString("begins"));
        double seconds = told.get(1).getInt("bytes") / (2.0 * DownlinkFormat.SAMPLE_RATE);
        assertTrue(seconds > 1 && seconds < 10, () -> seconds + " s");
        assertUnderstood(told.get(2).getString("text"));
        assertEquals(told.get(2).getString("text"), told.get(3).getString("text"));
        assertEquals("english", told.get(3).getString("language"));
        assertEquals(seconds, number(told.get(3), "duration"), 0.1);
        assertEquals(1, told.get(3).getInt("segments"));
        assertUnderstood(told.get(4).getString("plain"));
        assertEquals(
                List.of(
                        "BadRequestError 400 invalid_request_error response_format",
                        "NotFoundError 404 invalid_request_error model",
                        "BadRequestError 400 invalid_request_error language",
                        "BadRequestError 400 invalid_request_error file",
                        "AuthenticationError 401 invalid_request_error -"),
                told.subList(5, told.size()).stream().map(OpenAiClientTest::refusal).toList());
        assertEquals("invalid_api_key", told.getLast().getString("code"));
    }

    @Test
    void ourOwnAdaptersSpeakAndUnderstandOverIt()
            throws InterruptedException, ExecutionException, TimeoutException {
        InstantSource time = InstantSource.system();
        try (SystemAlarms alarms = new SystemAlarms(time);
                OpenAiSynthesizer voice =
                        new OpenAiSynthesizer(
                                new RemoteVoiceSettings(
                                        "cloud",
                                        baseUrl(),
                                        Secret.of(ADMIN),
                                        "tts-1",
                                        "alloy",
                                        1,
                                        WITHIN),
                                1,
                                alarms,
                                CallTiming.real(time));
                RemoteRecognizers ears =
                        RemoteRecognizers.open(List.of(remoteEars()), alarms, time)) {
            assertUnderstood(heard(ears.byAlias().values().iterator().next(), spoken(voice)));
        }
    }

    private RemoteSettings remoteEars() {
        return new RemoteSettings(
                "cloud",
                RemoteSettings.Protocol.OPENAI,
                baseUrl(),
                Secret.of(ADMIN),
                "whisper-1",
                Optional.of(new LanguageTag("en")),
                WITHIN,
                1);
    }

    /// At the rate of badges' speech.
    private static PcmFrame spoken(OpenAiSynthesizer voice) {
        Resampler resampler = new Resampler(DownlinkFormat.SAMPLE_RATE, PcmFrame.SAMPLE_RATE);
        short[] all = new short[PcmFrame.samplesIn(WITHIN)];
        int[] length = {0};
        SynthesisResult result =
                voice.open(new SynthesisRequest(SENTENCE, new LanguageTag("en"), WITHIN))
                        .run(
                                (samples, count) -> {
                                    short[] piece = resampler.add(Arrays.copyOf(samples, count));
                                    System.arraycopy(piece, 0, all, length[0], piece.length);
                                    length[0] += piece.length;
                                });
        assertEquals(new SynthesisResult.Spoken(), result);
        return PcmFrame.of(all, length[0]);
    }

    private static String heard(Recognizer ears, PcmFrame sound)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<RecognitionEvent> end = new CompletableFuture<>();
        RecognitionStream stream =
                ears.open(
                        new RecognitionRequest(
                                new SessionId("session"),
                                new DeviceId("aa:01"),
                                Optional.empty(),
                                WITHIN),
                        end::complete);
        stream.push(sound);
        stream.finish();
        RecognitionEvent told = end.get(WITHIN.toSeconds(), TimeUnit.SECONDS);
        return assertInstanceOf(RecognitionEvent.Final.class, told, told::toString).text();
    }
}
