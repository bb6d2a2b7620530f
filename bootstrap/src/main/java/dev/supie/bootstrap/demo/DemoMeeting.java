package dev.supie.bootstrap.demo;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// The demo's story: a meeting, a pulled cable, a return, minutes, and the same minutes again.
final class DemoMeeting {

    /// MTG-3 allows ten snippets a second; a person speaks more slowly anyway.
    private static final Duration PACE = Duration.ofMillis(125);

    /// MTG-6: how soon the ack must come.
    private static final Duration ACK_MAX = Duration.ofMillis(100);

    private static final int SEGMENTS_MAX = 200;
    private static final String DEVICE = "AA:BB:CC:00:11:22";

    private final HttpClient client;
    private final String deviceUrl;
    private final String httpUrl;
    private final DemoScreen screen;
    private final PeerInbox messages = new PeerInbox();

    DemoMeeting(HttpClient client, String deviceUrl, String httpUrl, DemoScreen screen) {
        this.client = client;
        this.deviceUrl = deviceUrl;
        this.httpUrl = httpUrl;
        this.screen = screen;
    }

    void play(DemoScript script) throws InterruptedException, IOException {
        screen.title("A badge connects and starts a meeting");
        DemoBadge badge = connect();
        startMeeting(badge, false);
        int repeats = say(badge, script.before());

        screen.title("Its cable is pulled in the middle of the meeting, and it comes back");
        badge.pullCable();
        badge = connect();
        startMeeting(badge, true);
        repeats += say(badge, script.after());
        screen.check(repeats == 1, "what was said twice within a minute is there once (MTG-3)");

        screen.title("The meeting ends");
        JsonObject summary = finish(badge);

        screen.title("It ends again");
        badge.send(meeting("finalize"));
        JsonObject again = badge.await(phase("summary"));
        screen.check(again.getBoolean("idempotent", false), "the second answer says so (MTG-7)");
        screen.check(sameMinutes(summary, again), "it is the same summary (MTG-7)");
        badge.hangUp();

        screen.title("The minutes");
        Minutes.lines(summary).forEach(screen::plain);

        screen.title("The same over HTTP");
        readBack(summary.getString("sessionId"), script);
    }

    private DemoBadge connect() throws InterruptedException {
        screen.does("connect to " + deviceUrl);
        DemoBadge badge = DemoBadge.connect(client, deviceUrl, DEVICE, messages, screen::hears);
        JsonObject welcome = badge.await(_ -> true);
        screen.check(
                welcome.getString("type").equals("hello")
                        && welcome.getString("transport").equals("websocket"),
                "the welcome is the first message (CON-1)");
        badge.send(PeerInbox.hello());
        JsonObject answer = badge.await(type("hello"));
        screen.check(
                answer.getString("session_id").equals(welcome.getString("session_id")),
                "a hello is answered with the same session (CON-2)");
        return badge;
    }

    private void startMeeting(DemoBadge badge, boolean resumed) throws InterruptedException {
        badge.send(
                Json.createObjectBuilder()
                        .add("type", "mode")
                        .add("state", "start")
                        .add("mode", "meeting")
                        .build());
        JsonObject receipt = badge.await(type("mode"));
        screen.check(
                receipt.getString("status").equals("ok")
                        && receipt.getBoolean("resumed", false) == resumed,
                resumed ? "the meeting is resumed (MTG-9)" : "the meeting is a new one (MTG-1)");
    }

    /// Says every line and waits for each receipt; gives how many were recognised as repeats.
    private int say(DemoBadge badge, List<DemoScript.Line> lines) throws InterruptedException {
        int repeats = 0;
        int accepted = 0;
        for (DemoScript.Line line : lines) {
            screen.says(line.speaker(), line.text());
            badge.send(snippet(line));
            JsonObject receipt = badge.await(phase("snippet"));
            accepted += receipt.getInt("accepted", 0);
            repeats += receipt.getInt("ignored", 0);
            LockSupport.parkNanos(PACE.toNanos());
        }
        screen.check(accepted + repeats == lines.size(), "every line was answered ok (MTG-2)");
        return repeats;
    }

    private static JsonObject snippet(DemoScript.Line line) {
        JsonArray items =
                Json.createArrayBuilder()
                        .add(
                                Json.createObjectBuilder()
                                        .add("tag", "speech")
                                        .add("text", line.text())
                                        .add("speakerId", line.speaker()))
                        .build();
        return Json.createObjectBuilder(meeting("snippet")).add("items", items).build();
    }

    private JsonObject finish(DemoBadge badge) throws InterruptedException {
        long asked = System.nanoTime();
        badge.send(meeting("finalize"));
        JsonObject ack = badge.await(phase("finalize"));
        long tookMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked);
        screen.check(tookMillis < ACK_MAX.toMillis(), "the ack took " + tookMillis + " ms (MTG-6)");
        List<String> stages = new ArrayList<>();
        JsonObject next = badge.await(_ -> true);
        while (!next.getString("phase").equals("summary")) {
            stages.add(next.getString("stage", next.getString("phase")));
            next = badge.await(_ -> true);
        }
        screen.check(
                stages.equals(List.of("prepare", "llm_start", "llm_done")),
                "progress came in order, and no transcript between (MTG-6)");
        JsonObject summary = next;
        JsonObject last = badge.await(_ -> true);
        screen.check(
                last.getString("phase").equals("transcript")
                        && badge.await(_ -> true).getString("stage", "").equals("done"),
                "then the last transcript and done (MTG-6)");
        screen.check(
                summary.getString("sessionId").equals(ack.getString("sessionId"))
                        && summary.getInt("bulletsLength") > 0
                        && !summary.getBoolean("checkpoint"),
                "the summary has bullets (MTG-8)");
        return summary;
    }

    private static boolean sameMinutes(JsonObject one, JsonObject other) {
        return List.of("title", "bullets", "decisions", "actions", "risks", "nextSteps", "duration")
                .stream()
                .allMatch(name -> Objects.equals(one.get(name), other.get(name)));
    }

    /// REST-1: the archive has the meeting once, finalized, with every line exactly once.
    private void readBack(String meeting, DemoScript script)
            throws IOException, InterruptedException {
        JsonArray recent = fetched("/supie/meetings/recent").getJsonArray("data");
        screen.check(
                recent.size() == 1 && recent.getJsonObject(0).getString("id").equals(meeting),
                "the archive has one meeting (MTG-7)");
        JsonObject detail = fetched("/supie/meetings/" + meeting).getJsonObject("data");
        screen.check(
                detail.getString("phase").equals("finalized")
                        && detail.getJsonObject("summary").getInt("bulletsLength") > 0,
                "it is finalized, with its summary");
        JsonArray segments =
                fetched("/supie/meetings/" + meeting + "/transcript?limit=" + SEGMENTS_MAX)
                        .getJsonObject("data")
                        .getJsonArray("segments");
        StringBuilder transcript = new StringBuilder();
        for (int i = 0; i < segments.size(); i++) {
            transcript.append(segments.getJsonObject(i).getString("text")).append('\n');
        }
        long found =
                java.util.stream.Stream.concat(script.before().stream(), script.after().stream())
                        .map(DemoScript.Line::text)
                        .distinct()
                        .filter(text -> isThereOnce(transcript.toString(), text))
                        .count();
        screen.check(
                found == script.distinctLines(),
                found + " of " + script.distinctLines() + " lines are there exactly once");
    }

    private static boolean isThereOnce(String transcript, String text) {
        int first = transcript.indexOf(text);
        return first >= 0 && transcript.indexOf(text, first + 1) < 0;
    }

    private JsonObject fetched(String path) throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(
                        HttpRequest.newBuilder(URI.create(httpUrl + path)).build(),
                        HttpResponse.BodyHandlers.ofString());
        screen.does("GET " + path + " -> " + response.statusCode());
        try (var reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        }
    }

    private static JsonObject meeting(String phase) {
        return Json.createObjectBuilder().add("type", "meeting").add("phase", phase).build();
    }

    private static Predicate<JsonObject> type(String type) {
        return message -> message.getString("type").equals(type);
    }

    private static Predicate<JsonObject> phase(String phase) {
        return message -> message.getString("phase", "").equals(phase);
    }
}
