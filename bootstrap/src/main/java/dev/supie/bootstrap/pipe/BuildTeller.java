package dev.supie.bootstrap.pipe;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

import java.time.Duration;
import java.util.function.Consumer;

/// Tells a server what a command prints, on a thread of its own, in messages of as many lines as
/// there are by then: one at a time, each after the receipt of the one before, and no more of them
/// than MSG-2 allows.
final class BuildTeller implements Runnable {

    /// Forty messages a second at most.
    static final Duration GAP = Duration.ofMillis(25);

    /// A build may be silent for longer than a connection may (CON-3).
    static final Duration SILENCE_MAX = Duration.ofSeconds(45);

    /// COD-4 promises it within 2 s.
    static final Duration SUMMARY_MAX = Duration.ofMillis(2_500);

    private static final JsonObject KEEPALIVE =
            Json.createObjectBuilder().add("type", "keepalive").build();

    private final PipeTarget target;
    private final LogQueue queue;
    private final Consumer<String> notes;

    /// @param notes is told once if the build is not told, and why
    BuildTeller(PipeTarget target, LogQueue queue, Consumer<String> notes) {
        this.target = target;
        this.queue = queue;
        this.notes = notes;
    }

    @Override
    public void run() {
        try (BuildConnection connection = BuildConnection.open(target)) {
            connection.tell(event("start"));
            while (!queue.isOver()) {
                tellNext(connection);
            }
            connection.tell(event("stop"));
            connection.awaitSummary(SUMMARY_MAX);
        } catch (PipeException failure) {
            notes.accept(failure.getMessage() + "; the badge does not hear of this build");
        } catch (InterruptedException _) {
            // The command has ended, and nobody waits any longer.
            Thread.currentThread().interrupt();
        } finally {
            queue.abandon();
        }
    }

    private void tellNext(BuildConnection connection) throws PipeException, InterruptedException {
        String lines = queue.take(SILENCE_MAX);
        if (!lines.isEmpty()) {
            connection.tell(event("log").add("text", lines));
            queue.pause(GAP);
        } else if (!queue.isOver()) {
            connection.say(KEEPALIVE);
        }
    }

    private static JsonObjectBuilder event(String name) {
        return Json.createObjectBuilder().add("event", name);
    }
}
