package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.out.jooq.DatabaseLocation;
import dev.supie.adapter.out.jooq.DatabaseOpenException;
import dev.supie.adapter.out.jooq.JooqDatabase;
import dev.supie.application.fixture.HeldMeeting;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/// REST-1: a meeting of more than 50 MB of text, on a server with less heap than that needs, is
/// exported, searched and removed.
@Timeout(240)
final class BigArchiveTest {

    private static final Instant MORNING = Instant.parse("2026-11-20T09:00:00Z");
    private static final List<String> SMALL_HEAP = List.of("-Xmx80m");
    private static final Duration ANSWER_MAX = Duration.ofSeconds(60);
    private static final int SEGMENTS = 18_000;
    private static final String SPEECH = "我们讨论预算 and what it means. ".repeat(80);
    private static final String LAST = "the needle in the haystack";

    @TempDir private Path folder = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();

    private void record() throws DatabaseOpenException {
        try (JooqDatabase database = JooqDatabase.open(new DatabaseLocation.Folder(folder))) {
            new HeldMeeting("long", MORNING)
                    .titled("A long day")
                    .saying(Collections.nCopies(SEGMENTS, SPEECH))
                    .saying(LAST)
                    .finishedIn(database.meetings(), true);
            new HeldMeeting("short", MORNING.plusSeconds(1))
                    .saying("a needle")
                    .finishedIn(database.meetings(), true);
        }
    }

    @Test
    void itIsExportedSearchedAndRemovedInASmallHeap()
            throws DatabaseOpenException, IOException, InterruptedException {
        record();
        try (SupieProcess server = SupieProcess.serveOn(SMALL_HEAP, folder)) {
            String meetings = server.whenReady().httpUrl() + "/supie/meetings/";
            for (String form : List.of("md", "json", "txt")) {
                long length = length(meetings + "long/export." + form);
                assertTrue(length > 50L * 1024 * 1024, form + " has " + length + " bytes");
            }

            // However slow this machine is, what was found in time is told.
            JsonObject page = answer("GET", meetings + "search?q=needle").getJsonObject("data");
            assertEquals("short", id(page, 0));
            assertTrue(!page.getBoolean("complete") || id(page, 1).equals("long"));

            answer("DELETE", meetings + "long");
            assertEquals(1, answer("GET", meetings + "recent").getJsonArray("data").size());
            server.terminate();
            assertEquals(0, server.exit(), () -> server.err().toString());
        }
    }

    private static String id(JsonObject page, int hit) {
        return page.getJsonArray("hits")
                .getJsonObject(hit)
                .getJsonObject("meeting")
                .getString("id");
    }

    private long length(String url) throws IOException, InterruptedException {
        HttpResponse<InputStream> response =
                client.send(
                        HttpRequest.newBuilder(URI.create(url)).timeout(ANSWER_MAX).build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(200, response.statusCode());
        try (InputStream body = response.body()) {
            return body.transferTo(OutputStream.nullOutputStream());
        }
    }

    private JsonObject answer(String method, String url) throws IOException, InterruptedException {
        String token = Files.readString(folder.resolve("admin-token")).strip();
        HttpResponse<String> response =
                client.send(
                        HttpRequest.newBuilder(URI.create(url))
                                .timeout(ANSWER_MAX)
                                .header("X-API-Token", token)
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(200, response.statusCode(), response.body());
        return Messages.parsed(response.body());
    }
}
