package dev.supie.bootstrap.endtoend;

import jakarta.json.JsonObject;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A badge whose server is killed again and again. It remembers what it was promised, and says
/// again what it has no receipt for, as firmware does.
final class CampaignBadge {

    private static final List<String> MINUTES =
            List.of(
                    "title",
                    "duration",
                    "bullets",
                    "decisions",
                    "actions",
                    "risks",
                    "nextSteps",
                    "sourceSegments",
                    "provider");

    private final String device;

    /// Sent since a meeting was last ended, without an answer; by rid.
    private final Map<String, String> unanswered = new LinkedHashMap<>();

    /// Sent before that, on this connection.
    private final Map<String, String> givenUp = new HashMap<>();

    /// Answered `ok` and taken, in the running meeting and in those before.
    private final Set<String> running = new LinkedHashSet<>();

    private final Set<String> closed = new LinkedHashSet<>();

    /// Answered `ok` but said to be dropped.
    private final Set<String> dropped = new LinkedHashSet<>();

    private final Map<String, JsonObject> summaries = new HashMap<>();
    private Optional<Badge> connection = Optional.empty();
    private int said;

    CampaignBadge(String device) {
        this.device = device;
    }

    /// Connects, starts or resumes a meeting, and says again what has no receipt.
    void comeBack(HttpClient client, String url) throws InterruptedException {
        givenUp.clear();
        Badge badge = Badge.connect(client, url, device);
        connection = Optional.of(badge);
        badge.say(Messages.mode("start", "meeting"));
        JsonObject message;
        do {
            message = badge.next().message();
            heed(message);
        } while (!Messages.ofType("mode").test(message));
        for (Map.Entry<String, String> open : List.copyOf(unanswered.entrySet())) {
            send(open.getKey(), open.getValue());
        }
    }

    /// Says something new.
    void tell() {
        said++;
        String rid = device + " " + said;
        String text = "Badge %s has item %05d.".formatted(device, said);
        unanswered.put(rid, text);
        send(rid, text);
    }

    private void send(String rid, String text) {
        connection().say(Messages.withRid(Messages.snippet(text), rid));
    }

    /// Ends the meeting and starts the next one at once. What has no receipt by now may be in the
    /// one that ends, so it cannot be said again in the other.
    void endAndStart() {
        givenUp.putAll(unanswered);
        unanswered.clear();
        connection().say(Messages.finalizing());
        connection().say(Messages.mode("start", "meeting"));
    }

    /// Ends the meeting for good and waits for its summary.
    void finish() throws InterruptedException {
        while (!unanswered.isEmpty()) {
            heed(connection().next().message());
        }
        connection().say(Messages.finalizing());
        JsonObject message;
        do {
            message = connection().next().message();
            heed(message);
        } while (!Messages.isDone(message));
    }

    /// Takes in what has arrived.
    void heed() throws InterruptedException {
        Optional<Badge.Heard> heard = connection().next(Duration.ZERO);
        while (heard.isPresent()) {
            heed(heard.get().message());
            heard = connection().next(Duration.ZERO);
        }
    }

    private void heed(JsonObject message) {
        if (Messages.ofType("mode").test(message)) {
            started(message);
        } else if (Messages.ofPhase("snippet").test(message)) {
            receipt(message);
        } else if (Messages.ofPhase("summary").test(message) && !message.getBoolean("checkpoint")) {
            summary(message);
        }
    }

    private void started(JsonObject receipt) {
        if (!receipt.getString("status").equals("ok")) {
            throw new AssertionError("not started: " + receipt);
        }
        if (!receipt.getBoolean("resumed", false)) {
            closed.addAll(running);
            running.clear();
        }
    }

    private void receipt(JsonObject receipt) {
        String rid = receipt.getString("rid", "");
        String text = unanswered.containsKey(rid) ? unanswered.remove(rid) : givenUp.remove(rid);
        if (text == null || !receipt.getString("status").equals("ok")) {
            return;
        }
        // An ignored text is a repetition: the first one was stored, only its receipt got lost.
        boolean taken = receipt.getInt("accepted", 0) + receipt.getInt("ignored", 0) == 1;
        (taken ? running : dropped).add(text);
    }

    private void summary(JsonObject summary) {
        JsonObject before = summaries.putIfAbsent(summary.getString("sessionId"), summary);
        if (before != null && !sameMinutes(before, summary)) {
            throw new AssertionError("two summaries: " + before + " and " + summary);
        }
    }

    /// The server is gone: takes in what had arrived by then.
    void notice() throws InterruptedException {
        connection().awaitEnd();
        heed();
        connection = Optional.empty();
    }

    /// What is promised of a meeting that is over holds for those that are: each text that was
    /// taken is there once, none twice, and none that was dropped.
    ///
    /// @param transcript of all meetings that are finalized
    void check(String transcript) {
        closed.forEach(text -> check(transcript, text, 1, 1));
        running.forEach(text -> check(transcript, text, 0, 1));
        unanswered.values().forEach(text -> check(transcript, text, 0, 1));
        dropped.forEach(text -> check(transcript, text, 0, 0));
    }

    /// The same once every meeting is finalized.
    void checkAll(String transcript, Map<String, JsonObject> archived) {
        closed.addAll(running);
        running.clear();
        check(transcript);
        summaries.forEach(
                (meeting, summary) -> {
                    JsonObject kept = archived.get(meeting);
                    if (kept == null || !sameMinutes(kept, summary)) {
                        throw new AssertionError(
                                device + " heard " + summary + " but there is " + kept);
                    }
                });
    }

    /// How many texts were taken.
    int taken() {
        return closed.size() + running.size();
    }

    private void check(String transcript, String text, int least, int most) {
        int times = transcript.split(Pattern.quote(text), -1).length - 1;
        if (times < least || times > most) {
            throw new AssertionError(
                    device
                            + ": "
                            + times
                            + " times there, not "
                            + least
                            + ".."
                            + most
                            + ": "
                            + text);
        }
    }

    static boolean sameMinutes(JsonObject one, JsonObject other) {
        return MINUTES.stream().allMatch(name -> Objects.equals(one.get(name), other.get(name)));
    }

    private Badge connection() {
        return connection.orElseThrow();
    }
}
