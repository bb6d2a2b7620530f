package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// SRV-2 on a process of its own: a badge with the secret restarts it, and no other does.
@Timeout(120)
final class RestartTest {

    private static final int SHUTTING_DOWN = 1001;
    private static final int RESTART = 75;
    private static final String GUESS = "a-guess-that-nobody-may-read";

    private static JsonObject command(Badge badge, String action, String secret)
            throws InterruptedException {
        JsonObject command =
                Json.createObjectBuilder()
                        .add("type", "server")
                        .add("action", action)
                        .add("content", Json.createObjectBuilder().add("secret", secret))
                        .build();
        return badge.ask(command, Messages.ofType("server"));
    }

    @Test
    void itIsAnsweredAndTheProcessExitsWith75(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (SupieProcess process = SupieProcess.serve(folder).whenReady();
                HttpClient client = HttpClient.newHttpClient()) {
            Badge badge = Badge.connect(client, process.deviceUrl(), "aa:01");
            badge.startMeeting();
            badge.tell("Said just before the restart.");
            String secret = Files.readString(folder.resolve("admin-token")).strip();

            assertEquals("error", command(badge, "restart", GUESS).getString("status"));
            JsonObject read = command(badge, "update_config", secret);
            assertEquals("success", read.getString("status"), read::toString);
            JsonObject answer = command(badge, "restart", secret);

            assertEquals("success", answer.getString("status"), answer::toString);
            assertEquals("restart", answer.getJsonObject("content").getString("action"));
            assertEquals(SHUTTING_DOWN, badge.closed().code());
            assertEquals(RESTART, process.exit(), process.err()::toString);
            assertNothingIsTold(process, secret);
            assertNoted(folder);
        }
        try (SupieProcess again = SupieProcess.serve(folder).whenReady();
                HttpClient client = HttpClient.newHttpClient();
                Badge badge = Badge.connect(client, again.deviceUrl(), "aa:01")) {
            assertTrue(badge.startMeeting().getBoolean("resumed"));
        }
    }

    /// It would end with status 2: systemd leaves it so, Docker tries again and again.
    @Test
    void withABrokenFileItStaysUpAndSaysWhy(@TempDir Path place)
            throws IOException, InterruptedException {
        Path file = Files.writeString(place.resolve("supie.yaml"), "mode_phrases: {}\n");
        Path folder = place.resolve("data");
        try (SupieProcess process =
                        SupieProcess.serve(folder, "--config", file.toString()).whenReady();
                HttpClient client = HttpClient.newHttpClient();
                Badge badge = Badge.connect(client, process.deviceUrl(), "aa:01")) {
            String secret = Files.readString(folder.resolve("admin-token")).strip();
            Files.writeString(file, "mode_phrasings: {}\n");
            JsonObject answer = command(badge, "restart", secret);

            assertEquals("error", answer.getString("status"), answer::toString);
            String message = answer.getString("message");
            assertTrue(message.contains("mode_phrasings = {...}: is not a key of Supie"), message);
            badge.startMeeting();

            Files.writeString(file, "mode_phrases: {}\n");
            assertEquals("success", command(badge, "restart", secret).getString("status"));
            assertEquals(RESTART, process.exit(), process.err()::toString);
        }
    }

    private static void assertNothingIsTold(SupieProcess process, String secret) {
        String log = String.join("\n", process.err()) + String.join("\n", process.out());
        assertTrue(log.contains("command of no administrator: action=restart device=aa:01"), log);
        assertTrue(!log.contains(GUESS) && !log.contains(secret), log);
    }

    private static void assertNoted(Path folder) throws IOException {
        List<String> notes = Files.readAllLines(folder.resolve("logs").resolve("audit.log"));
        List<String> expected =
                List.of(
                        "action=restart target=aa:01 result=refused who=- ",
                        "action=update_config target=aa:01 result=done who=admin-token ",
                        "action=restart target=aa:01 result=done who=admin-token ");
        assertEquals(expected.size(), notes.size(), notes::toString);
        for (int i = 0; i < expected.size(); i++) {
            assertTrue(notes.get(i).contains(expected.get(i)), notes::toString);
        }
    }
}
