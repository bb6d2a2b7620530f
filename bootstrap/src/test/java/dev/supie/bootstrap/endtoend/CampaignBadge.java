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
/// again what it has no receipt for, as firmware does. It has meetings of its own, which others may
/// join, or joins those of another badge.
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

    /// Whose meetings it joins; empty if it has its own.
    private final Optional<CampaignBadge> host;

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

    /// As it was told last.
    private String meeting = "";

    private String code = "";

    /// The code with which it has joined; empty while it is in no meeting of its host.
    private String joinedBy = "";

    private CampaignBadge(String device, Optional<CampaignBadge> host) {
        this.device = device;
        this.host = host;
    }

    static CampaignBadge alone(String device) {
        return new CampaignBadge(device, Optional.empty());
    }

    static CampaignBadge guestOf(CampaignBadge host, String device) {
        return new CampaignBadge(device, Optional.of(host));
    }

    /// Connects, starts, resumes or joins a meeting, and says again what has no receipt. A guest
    /// does so after its host.
    void comeBack(HttpClient client, String url) throws InterruptedException {
        givenUp.clear();
        Badge badge = Badge.connect(client, url, device);
        connection = Optional.of(badge);
        start();
        JsonObject message;
        do {
            message = badge.next().message();
            heed(message);
        } while (!Messages.ofType("mode").test(message));
        for (Map.Entry<String, String> open : List.copyOf(unanswered.entrySet())) {
            send(open.getKey(), open.getValue());
        }
    }

    private void start() {
        joinedBy = host.map(badge -> badge.code).orElse("");
        connection().say(host.isPresent() ? Messages.joining(joinedBy) : Messages.inviting());
    }

    /// Says something new; a guest without a meeting joins the next one of its host first.
    void tell() {
        if (host.isPresent() && joinedBy.isEmpty()) {
            if (!host.get().code.equals(code)) {
                start();
            }
            return;
        }
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
    /// one that ends, so it cannot be said again in the other. A guest leaves and joins again, and
    /// goes on in the same meeting.
    void endAndStart() {
        if (host.isPresent()) {
            if (!joinedBy.isEmpty()) {
                connection().say(Messages.mode("end", "meeting"));
                start();
            }
            return;
        }
        giveUp();
        connection().say(Messages.finalizing());
        start();
    }

    private void giveUp() {
        givenUp.putAll(unanswered);
        unanswered.clear();
    }

    /// Ends the meeting for good and waits for its summary; a guest lets its host end it.
    void finish() throws InterruptedException {
        while (!unanswered.isEmpty()) {
            heed(connection().next().message());
        }
        if (host.isEmpty()) {
            connection().say(Messages.finalizing());
        }
        while (!summaries.containsKey(meeting)) {
            heed(connection().next().message());
        }
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
        } else if (Messages.ofPhase("finalize").test(message) && host.isPresent()) {
            // Its host has ended the meeting; what has no receipt by now may be in it.
            giveUp();
            joinedBy = "";
        }
    }

    private void started(JsonObject receipt) {
        if (receipt.getString("state", "").equals("end")) {
            return;
        }
        if (!receipt.getString("status").equals("ok")) {
            notStarted(receipt);
            return;
        }
        String before = meeting;
        meeting = receipt.getString("meetingId");
        code = receipt.getString("joinCode", joinedBy);
        if (!meeting.equals(before)) {
            closed.addAll(running);
            running.clear();
            if (host.isPresent()) {
                giveUp();
            }
        }
    }

    /// The host may end its meeting just before its guest comes.
    private void notStarted(JsonObject refusal) {
        if (host.isEmpty() || !refusal.getString("code").equals("NOT_FOUND")) {
            throw new AssertionError("not started: " + refusal);
        }
        code = joinedBy;
        joinedBy = "";
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
