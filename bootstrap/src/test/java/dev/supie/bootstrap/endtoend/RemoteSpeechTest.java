package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.server.StartException;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Badges whose speech is understood by a service, over real sockets on both sides (LIS-6, MTG-2).
final class RemoteSpeechTest {

    private static final Duration UTTERANCE = Duration.ofMillis(1_800);
    private static final List<byte[]> SOUND = SpokenTone.packets(UTTERANCE);
    private static final Duration WAIT_MAX = Duration.ofSeconds(30);

    private static boolean isTranscription(JsonObject message) {
        return message.getString("event", "").equals("transcription");
    }

    private static JsonObject listen(String state) {
        return Json.createObjectBuilder()
                .add("type", "listen")
                .add("state", state)
                .add("mode", "manual")
                .build();
    }

    /// Push to talk; what is told of it.
    private static JsonObject speak(Badge badge) throws InterruptedException {
        badge.say(listen("start"));
        SOUND.forEach(badge::send);
        badge.say(listen("stop"));
        return badge.await(RemoteSpeechTest::isTranscription);
    }

    private static String reason(JsonObject failure) {
        assertEquals("error", failure.getString("status", ""), failure::toString);
        return failure.getString("reason");
    }

    private static JsonObject health(Site site) throws IOException, InterruptedException {
        HttpResponse<String> response =
                site.client()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        site.httpUrl() + "/observe/health/ready"))
                                        .timeout(WAIT_MAX)
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertEquals(200, response.statusCode(), response::body);
        return Messages.parsed(response.body());
    }

    /// What health comes to say of the service.
    private static String state(Site site, String expected)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + WAIT_MAX.toNanos();
        String said = health(site).toString();
        while (!said.contains(expected) && System.nanoTime() < end) {
            LockSupport.parkNanos(10_000_000);
            said = health(site).toString();
        }
        return said;
    }

    @Test
    void everyMeetingOfAConnectionIsHeard(@TempDir Path folder)
            throws StartException, IOException, InterruptedException {
        try (SpeechService service = new SpeechService();
                Site site = Site.open(folder, service.settings())) {
            Badge badge = site.badge("aa:01");
            for (int meeting = 1; meeting <= 3; meeting++) {
                String words = "These words belong to meeting number " + meeting + ".";
                service.understands(words);
                badge.startMeeting();
                JsonObject told = speak(badge);
                assertEquals(words, told.getString("text", ""), told::toString);
                assertEquals("cloud", told.getString("provider"));
                assertTrue(service.lastSound().compareTo(UTTERANCE) >= 0);
                JsonObject summary = badge.finish();
                String transcript = site.archive().transcript(summary.getString("sessionId"));
                assertEquals(words + "\n", transcript);
            }
        }
    }

    @Test
    void aServiceThatHangsCostsOneErrorAndTheNextPieceWorks(@TempDir Path folder)
            throws StartException, InterruptedException {
        try (SpeechService service = new SpeechService();
                Site site = Site.open(folder, service.settings())) {
            Badge badge = site.badge("aa:01");
            badge.startMeeting();
            service.hangs();
            assertEquals("timeout", reason(speak(badge)));
            service.fails(503);
            assertEquals("unavailable", reason(speak(badge)));
            service.understands("It is back again.");
            assertEquals("It is back again.", speak(badge).getString("text", ""));
            assertFalse(
                    badge.unasked().stream().anyMatch(RemoteSpeechTest::isTranscription),
                    "no second error");
        }
    }

    @Test
    void aServiceThatHangsDoesNotHoldUpTheEndOfTheMeetingOrTheNextOne(@TempDir Path folder)
            throws StartException, InterruptedException {
        try (SpeechService service = new SpeechService();
                Site site = Site.open(folder, service.settings())) {
            Badge badge = site.badge("aa:01");
            badge.startMeeting();
            service.hangs();
            int calls = service.calls();
            badge.say(listen("start"));
            SOUND.forEach(badge::send);
            badge.say(listen("stop"));
            badge.finish();
            service.understands("The second meeting has begun.");
            badge.startMeeting();
            assertEquals("The second meeting has begun.", speak(badge).getString("text", ""));
            assertTrue(service.calls() > calls);
        }
    }

    @Test
    void theNextOfTheChainAnswersForAServiceThatIsNotThere(@TempDir Path folder)
            throws StartException, InterruptedException {
        try (SpeechService service = new SpeechService();
                Site site =
                        Site.open(
                                folder,
                                with(
                                        service.settings(),
                                        "asr.away.base_url=http://127.0.0.1:1/v1",
                                        "asr.away.model=m",
                                        "asr.chain=[away, cloud]"))) {
            service.understands("Somebody has heard it.");
            JsonObject told = speak(site.badge("aa:01"));
            assertEquals("Somebody has heard it.", told.getString("text", ""), told::toString);
            assertEquals("cloud", told.getString("provider"));
        }
    }

    @Test
    void aWrongAddressShowsInHealthBeforeAnybodySpeaks(@TempDir Path folder)
            throws StartException, IOException, InterruptedException {
        try (SpeechService service = new SpeechService();
                Site site =
                        Site.open(
                                folder,
                                with(
                                        service.settings(),
                                        "asr.away.base_url=ws://127.0.0.1:1",
                                        "asr.away.type=funasr",
                                        "asr.chain=[away, cloud]"))) {
            String health = state(site, "failing: no connection to the host in base_url");
            assertTrue(health.contains("\"name\":\"speech.away\""), health);
            assertTrue(health.contains("failing: no connection to the host in base_url"), health);
            assertTrue(state(site, "\"ready\"").contains("speech.cloud"), health);
            assertTrue(health.contains("not used: embedded is not in asr.chain"), health);
            assertEquals(1, service.calls(), "asked once at the start");
        }
    }

    private static String[] with(String[] settings, String... more) {
        String[] all = Arrays.copyOf(settings, settings.length + more.length);
        System.arraycopy(more, 0, all, settings.length, more.length);
        return all;
    }
}
