package dev.supie.bootstrap.endtoend;

import dev.supie.adapter.out.speech.VoiceClip;
import dev.supie.bootstrap.server.StartException;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A server with the real models, badges that speak to it, and what it says about itself.
final class HearingSite implements AutoCloseable {

    private static final long LOOK_NANOS = 20_000_000;

    private final Site site;
    private final Microphone microphone = new Microphone();

    private HearingSite(Site site) {
        this.site = site;
    }

    /// With the models that the build has fetched; without them it fails.
    static HearingSite open(Path folder, String... settings)
            throws StartException, IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("asr.models_dir=" + System.getProperty("supie.models"));
        HearingSite opened = new HearingSite(Site.open(folder, all.toArray(String[]::new)));
        opened.awaitModels();
        return opened;
    }

    /// With a folder of models in which there are none.
    static HearingSite withoutModels(Path folder) throws StartException {
        return new HearingSite(Site.open(folder, "asr.models_dir=" + folder.resolve("no-models")));
    }

    private void awaitModels() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + Badge.ANSWER_MAX.toNanos();
        while (!speechState().equals("ready")) {
            if (System.nanoTime() > deadline || speechState().startsWith("unavailable")) {
                throw new AssertionError("speech is " + speechState());
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /// What health says of speech.
    String speechState() throws IOException, InterruptedException {
        return Messages.parsed(fetched("/observe/health/ready"))
                .getJsonArray("checks")
                .getValuesAs(JsonValue::asJsonObject)
                .stream()
                .filter(check -> check.getString("name").equals("speech"))
                .map(check -> check.getJsonObject("data").getString("state"))
                .findFirst()
                .orElseThrow();
    }

    /// A number of the metrics; 0 if it is not there.
    double metric(String name) throws IOException, InterruptedException {
        return site.metric(name);
    }

    private String fetched(String path) throws IOException, InterruptedException {
        return site.fetched(path);
    }

    Badge badge(String device) throws InterruptedException {
        return site.badge(device);
    }

    String httpUrl() {
        return site.httpUrl();
    }

    Archive archive() {
        return site.archive();
    }

    Microphone microphone() {
        return microphone;
    }

    /// What was understood, and how long after the stop that came.
    record Understood(String text, Duration after) {}

    /// Push to talk, as fast as a badge may send.
    Understood talk(Badge badge, VoiceClip clip) throws InterruptedException {
        badge.say(listen("start"));
        microphone.play(badge, clip.packets(), Microphone.FASTEST).join();
        return stop(badge);
    }

    /// Ends a piece of speech and waits for its text.
    Understood stop(Badge badge) throws InterruptedException {
        long stopped = badge.say(listen("stop"));
        Badge.Heard heard = badge.hear(Messages.ofType("stt"));
        return new Understood(
                heard.message().getString("text"), Duration.ofNanos(heard.nanos() - stopped));
    }

    static JsonObject listen(String state) {
        return Json.createObjectBuilder()
                .add("type", "listen")
                .add("state", state)
                .add("mode", "manual")
                .build();
    }

    @Override
    public void close() {
        microphone.close();
        site.close();
    }
}
