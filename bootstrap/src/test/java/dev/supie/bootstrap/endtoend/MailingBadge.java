package dev.supie.bootstrap.endtoend;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// A badge that writes to others and reads what they write, on a server that is killed again and
/// again, and does what PEER-7 asks of it: it remembers the highest place that it has seen,
/// acknowledges, and sends again with the same mark what has no receipt.
final class MailingBadge {

    /// Messages that it may send at once (PEER-3).
    static final int BURST = 5;

    /// Targets of a message (PEER-1).
    private static final int TARGETS = 10;

    private final String device;
    private final List<String> others;
    private Optional<Badge> connection = Optional.empty();
    private String epoch = "";

    // What it has sent.
    private final Map<String, JsonObject> waiting = new LinkedHashMap<>();
    private final Map<Integer, List<String>> accepted = new HashMap<>();
    private int sent;
    private int sentNow;
    private int receipts;
    private final Map<String, Integer> redelivered = new HashMap<>();

    // What it has received.
    private final Map<String, List<Integer>> received = new HashMap<>();
    private final Map<Long, String> idOfPlace = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private long highest;
    private int comeNow;
    private int backlogEnd = -1;

    MailingBadge(String device, List<String> all) {
        this.device = device;
        this.others = new ArrayList<>(all);
        this.others.remove(device);
    }

    /// Connects and says what it can do.
    void comeBack(HttpClient client, String url) throws InterruptedException {
        Badge badge = Badge.connect(client, url, device);
        connection = Optional.of(badge);
        sentNow = 0;
        comeNow = 0;
        backlogEnd = -1;
        redelivered.clear();
        badge.say("{\"type\":\"hello\",\"features\":{\"peer_ack\":true}}");
        heard(badge.await(message -> message.getString("type").equals("hello")));
    }

    private void heard(JsonObject hello) {
        String now = hello.getString("inbox_epoch");
        check(epoch.isEmpty() || epoch.equals(now), "the inboxes were wiped: " + now);
        epoch = now;
    }

    /// One message more, as long as it may; first what has no receipt.
    void send(Random random) {
        if (sentNow == 0) {
            sendAgain();
        }
        if (sentNow < BURST) {
            JsonObject next = next(random);
            waiting.put(next.getString("mid"), next);
            sentNow++;
            connection().say(next);
        }
    }

    private JsonObject next(Random random) {
        sent++;
        List<String> shuffled = new ArrayList<>(others);
        Collections.shuffle(shuffled, random);
        JsonArrayBuilder targets = Json.createArrayBuilder();
        shuffled.subList(0, TARGETS).forEach(targets::add);
        return Json.createObjectBuilder()
                .add("type", "peer")
                .add("mid", Integer.toString(sent))
                .add("rid", Integer.toString(sent))
                .add("to", targets)
                .add("payload", Json.createObjectBuilder().add("text", device + " " + sent))
                .build();
    }

    void sendAgain() {
        sentNow += waiting.size();
        waiting.values().forEach(connection()::say);
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /// Takes in what has arrived, and acknowledges it.
    void heed() throws InterruptedException {
        int before = comeNow;
        takeIn();
        if (comeNow > before) {
            connection().say("{\"type\":\"peer\",\"event\":\"ack\",\"upTo\":" + highest + "}");
        }
    }

    private void takeIn() throws InterruptedException {
        Optional<Badge.Heard> heard = connection().next(Duration.ZERO);
        while (heard.isPresent()) {
            heed(heard.get().message());
            heard = connection().next(Duration.ZERO);
        }
    }

    private void heed(JsonObject message) {
        if (!message.getString("type").equals("peer")) {
            return;
        }
        switch (message.getString("event", "")) {
            case "message" -> receive(message);
            case "backlog_end" -> backlogEnd = message.getInt("count");
            case "redelivered" ->
                    redelivered.merge(
                            message.getString("to"), message.getInt("count"), Integer::sum);
            // A message that was sent in five lives of the server, and acknowledged in none of them
            // before the kill, is given up (PEER-7). Its target has it all the same.
            case "dropped" -> {}
            default -> answered(message);
        }
    }

    private void answered(JsonObject answer) {
        boolean offline = answer.getString("code", "").equals("TARGET_OFFLINE");
        if (offline && answer.containsKey("failed")) {
            return;
        }
        check(answer.getString("status", "").equals("done"), "refused: " + answer);
        // PEER-8: an inbox that is full says so, and then nothing was promised for it.
        boolean full =
                answer.getJsonObject("reasons").values().stream()
                        .map(JsonString.class::cast)
                        .allMatch(reason -> reason.getString().equals("queue_full"));
        check(full, "not for everybody: " + answer);
        String rid = answer.getString("rid");
        check(waiting.remove(rid) != null, "a second receipt: " + answer);
        List<String> targets = new ArrayList<>(texts(answer.getJsonArray("delivered")));
        targets.addAll(texts(answer.getJsonArray("enqueued")));
        int failed = answer.getJsonArray("failed").size();
        check(targets.size() + failed == TARGETS, "not about everybody: " + answer);
        accepted.put(Integer.parseInt(rid), targets);
        receipts++;
    }

    private static List<String> texts(JsonArray array) {
        return array.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
    }

    /// PEER-5: places have no gap, and a place that was seen before is the same message again.
    private void receive(JsonObject message) {
        comeNow++;
        long place = message.getJsonNumber("rseq").longValue();
        String id = message.getString("id");
        if (place <= highest) {
            check(id.equals(idOfPlace.get(place)), "another message in a place: " + message);
            return;
        }
        check(place == highest + 1, "a gap after " + highest + ": " + message);
        check(ids.add(id), "the same message in a second place: " + message);
        idOfPlace.put(place, id);
        highest = place;
        String from = message.getString("from");
        String[] words = message.getJsonObject("payload").getString("text").split(" ", 2);
        check(words[0].equals(from), "not its sender's: " + message);
        List<Integer> numbers = received.computeIfAbsent(from, _ -> new ArrayList<>());
        int number = Integer.parseInt(words[1]);
        check(
                numbers.isEmpty() || numbers.getLast() < number,
                "out of order after " + numbers + ": " + message);
        numbers.add(number);
    }

    /// The server is gone: takes in what had arrived by then.
    void notice() throws InterruptedException {
        connection().awaitEnd();
        takeIn();
        connection = Optional.empty();
    }

    boolean hasBacklog() {
        return backlogEnd >= 0;
    }

    /// PEER-9, if nobody has sent anything meanwhile.
    void checkBacklog() {
        check(backlogEnd == comeNow, "told of " + backlogEnd + ", sent " + comeNow);
    }

    /// PEER-9, of a badge that came back when all others were there: whoever wrote to it is told
    /// how many of his were sent.
    boolean isKnownToBeRedelivered(List<MailingBadge> senders) {
        int told =
                senders.stream()
                        .mapToInt(sender -> sender.redelivered.getOrDefault(device, 0))
                        .sum();
        check(told <= backlogEnd, "redelivered " + backlogEnd + ", its senders were told " + told);
        return told == backlogEnd;
    }

    void checkNothingCame() {
        check(backlogEnd == 0 && comeNow == 0, "came again: " + comeNow);
    }

    int receipts() {
        return receipts;
    }

    int arrived() {
        return ids.size();
    }

    /// Whether everybody has whatever this badge has a receipt for.
    boolean hasArrived(List<MailingBadge> all) {
        return all.stream().allMatch(target -> owedTo(target).isEmpty());
    }

    /// PEER-7: each exactly once; that nothing came twice was checked as it came.
    void checkArrivals(List<MailingBadge> all) {
        for (MailingBadge target : all) {
            List<Integer> owed = owedTo(target);
            check(owed.isEmpty(), "lost on the way to " + target.device + ": " + owed);
        }
    }

    private List<Integer> owedTo(MailingBadge target) {
        Set<Integer> there = Set.copyOf(target.received.getOrDefault(device, List.of()));
        return accepted.entrySet().stream()
                .filter(entry -> entry.getValue().contains(target.device))
                .map(Map.Entry::getKey)
                .filter(number -> !there.contains(number))
                .toList();
    }

    private Badge connection() {
        return connection.orElseThrow();
    }

    private void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(device + ": " + otherwise);
        }
    }
}
