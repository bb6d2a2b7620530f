package dev.supie.bootstrap.endtoend;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;

/// A badge that changes tasks as fast as it can on a server that is killed again and again. Each
/// change counts up its own field of a task that all badges share, and with it a task of its own,
/// so that half a change would show.
final class StormyBadge {

    private static final String SHARED = "shared";

    /// Tasks of its own, which it changes in turn.
    private static final int OWN = 5;

    private final String device;
    private final String field;
    private Optional<Badge> connection = Optional.empty();
    private int sent;
    private int receipted;
    private int receipts;

    StormyBadge(String device) {
        this.device = device;
        this.field = "of-" + device;
    }

    /// Connects and looks whether everything is there that should be.
    void comeBack(HttpClient client, String url) throws InterruptedException {
        Badge badge = Badge.connect(client, url, device);
        connection = Optional.of(badge);
        if (sent == 0) {
            return;
        }
        JsonObject pull = Messages.withRid(Messages.workflow("list").build(), "pull");
        sent = check(badge.ask(pull, Messages.withRid("pull")).getJsonArray("tasks"));
    }

    /// Gives how far it had come.
    private int check(JsonArray tasks) {
        int count = number(tasks, SHARED, field);
        if (count < receipted || count > sent) {
            throw new AssertionError(
                    "%s: %d is there, %d had a receipt, %d was sent"
                            .formatted(device, count, receipted, sent));
        }
        if (count > 0 && number(tasks, own(count), "count") != count) {
            throw new AssertionError(device + ": half of change " + count + " in " + tasks);
        }
        return count;
    }

    private static int number(JsonArray tasks, String id, String name) {
        return tasks.stream()
                .map(JsonObject.class::cast)
                .filter(task -> task.getString("id").equals(id))
                .map(task -> task.getInt(name, 0))
                .findFirst()
                .orElse(0);
    }

    private String own(int count) {
        return device + "-" + count % OWN;
    }

    /// Sends the next change.
    void change() {
        sent++;
        JsonObject shared =
                Json.createObjectBuilder()
                        .add("id", SHARED)
                        .add("title", "everybody's")
                        .add(field, sent)
                        .build();
        JsonObject own =
                Json.createObjectBuilder()
                        .add("id", own(sent))
                        .add("title", "of " + device)
                        .add("count", sent)
                        .build();
        connection().say(Messages.withRid(Messages.tasks(shared, own), Integer.toString(sent)));
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
        if (Messages.isTaskList(message) || !message.containsKey("rid")) {
            return;
        }
        if (!message.getString("status", "").equals("ok")) {
            throw new AssertionError("refused: " + message);
        }
        receipted = Integer.parseInt(message.getString("rid"));
        receipts++;
    }

    /// The server is gone: takes in what had arrived by then.
    void notice() throws InterruptedException {
        connection().awaitEnd();
        heed();
        connection = Optional.empty();
    }

    int receipts() {
        return receipts;
    }

    private Badge connection() {
        return connection.orElseThrow();
    }
}
