package dev.supie.bootstrap.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Predicate;

/// A badge whose wearer talks: it presses, streams packets and lets go (LIS-1, manual), and records
/// a meeting all the while. For one thread; what is understood meanwhile is shown by others.
final class SpokenBadge {

    private final String wearer;
    private final CaptionScreen screen;
    private final DemoBadge badge;

    private SpokenBadge(HttpClient client, String url, Person person, CaptionScreen screen) {
        this.wearer = person.name();
        this.screen = screen;
        this.badge = DemoBadge.connect(client, url, person.device(), new PeerInbox(), this::hears);
    }

    /// Who wears which badge.
    record Person(String name, String device) {}

    /// What came of a turn, and how long after `listen stop`.
    record Understood(String text, Duration latency) {}

    /// Connects and starts a meeting (MTG-1).
    static SpokenBadge inMeeting(HttpClient client, String url, Person person, CaptionScreen screen)
            throws InterruptedException {
        SpokenBadge badge = new SpokenBadge(client, url, person, screen);
        badge.badge.await(type("hello"));
        badge.badge.send(
                Json.createObjectBuilder()
                        .add("type", "mode")
                        .add("state", "start")
                        .add("mode", "meeting")
                        .build());
        badge.badge.await(type("mode"));
        return badge;
    }

    private void hears(JsonObject message) {
        if (type("audio").test(message) && !message.getBoolean("final", true)) {
            screen.guess(wearer, message.getString("text"));
        }
    }

    /// Says one turn and waits for its text.
    Understood say(SpokenTurn turn, Metronome metronome) throws InterruptedException {
        screen.speaks(wearer);
        badge.send(listen("start"));
        for (byte[] packet : turn.packets()) {
            metronome.await();
            badge.send(packet);
            screen.tick();
        }
        long stopped = System.nanoTime();
        badge.send(listen("stop"));
        JsonObject answer = badge.await(SpokenBadge::isAnswer);
        Duration latency = Duration.ofNanos(System.nanoTime() - stopped);
        if (!answer.containsKey("text")) {
            throw new IllegalStateException("the server did not hear " + wearer + ": " + answer);
        }
        return new Understood(answer.getString("text"), latency);
    }

    private static JsonObject listen(String state) {
        return Json.createObjectBuilder()
                .add("type", "listen")
                .add("state", state)
                .add("mode", "manual")
                .build();
    }

    /// The final text, or an error of any kind: packets over the limit are told as one (MSG-2).
    private static boolean isAnswer(JsonObject message) {
        return type("error").test(message)
                || (type("audio").test(message) && message.getBoolean("final", true));
    }

    /// Ends the meeting; its summary (MTG-6).
    JsonObject finish() throws InterruptedException {
        badge.send(
                Json.createObjectBuilder().add("type", "meeting").add("phase", "finalize").build());
        JsonObject summary = badge.await(phase("summary"));
        badge.hangUp();
        return summary;
    }

    private static Predicate<JsonObject> type(String type) {
        return message -> message.getString("type").equals(type);
    }

    private static Predicate<JsonObject> phase(String phase) {
        return message -> message.getString("phase", "").equals(phase);
    }
}
