package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;

import dev.supie.adapter.out.jooq.DatabaseLocation;
import dev.supie.adapter.out.jooq.DatabaseOpenException;
import dev.supie.adapter.out.jooq.JooqDatabase;
import dev.supie.application.fixture.HeldMeeting;
import dev.supie.bootstrap.server.StartException;
import dev.supie.domain.meeting.Minutes;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// `supie meetings …` against a running server, and against none.
@Timeout(120)
final class MeetingsCommandTest {

    private static final Instant MORNING = Instant.parse("2026-11-20T09:00:00Z");
    private static final String MINE = "11111111-1111-4111-8111-111111111111";
    private static final String RUNNING = "22222222-2222-4222-8222-222222222222";

    @TempDir private Path folder = Path.of("");

    private Terminal.Said meetings(String... words) {
        return new Terminal(folder)
                .meetings(
                        Stream.concat(Stream.of(words), Stream.of("--data", folder.toString()))
                                .toArray(String[]::new));
    }

    private static void assertFails(Terminal.Said said, String... parts) {
        assertEquals(1, said.status(), said.err());
        assertEquals("", said.out());
        assertTrue(said.err().startsWith("supie: "), said.err());
        assertEquals(1, said.err().lines().count(), said.err());
        for (String part : parts) {
            assertTrue(said.err().contains(part), said.err());
        }
    }

    @Nested
    class WithAServer {

        @BeforeEach
        void recorded() throws DatabaseOpenException {
            try (JooqDatabase database = JooqDatabase.open(new DatabaseLocation.Folder(folder))) {
                new HeldMeeting(MINE, MORNING)
                        .with(
                                new Minutes(
                                        "周会 Weekly",
                                        List.of("Budget is fine"),
                                        List.of(),
                                        List.of("Ann writes tests"),
                                        List.of(),
                                        List.of("Meet again")))
                        .saying("Hello, all", "大家好")
                        .finishedIn(database.meetings(), false);
                for (int i = 1; i <= 2; i++) {
                    new HeldMeeting("older-" + i, MORNING.minusSeconds(i))
                            .titled("Older \u001b[2J" + i)
                            .finishedIn(database.meetings(), true);
                }
            }
        }

        @Test
        void listsForPeopleAndForPrograms() throws StartException {
            try (Site site = Site.open(folder)) {
                assertFalse(site.httpUrl().isEmpty());

                assertEquals(
                        """
                        ID                                    STARTED               LENGTH    PHASE       DEVICE             TITLE
                        11111111-1111-4111-8111-111111111111  2026-11-20T09:00:00Z  00:30:00  finalized   94:a9:90:00:00:01  周会 Weekly
                        older-1                               2026-11-20T08:59:59Z  00:30:00  finalized   94:a9:90:00:00:01  Older ?[2J1
                        """,
                        meetings("list", "--limit", "2").out());
                assertEquals(3, meetings("list", "--json").out().lines().count());
                assertTrue(
                        meetings("list", "--json", "--limit", "1")
                                .out()
                                .startsWith("{\"id\":\"" + MINE + "\","));
                assertEquals("No meetings.\n", meetings("list", "--device", "nobody").out());
            }
        }

        @Test
        void showsTheMinutes() throws StartException {
            try (Site site = Site.open(folder)) {
                assertFalse(site.httpUrl().isEmpty());

                assertEquals(
                        """
                        周会 Weekly
                        2026-11-20T09:00:00Z, 00:30:00, 2 segments, badge 94:a9:90:00:00:01
                        written by extractive

                        Summary
                          - Budget is fine

                        Actions
                          - Ann writes tests

                        Next steps
                          - Meet again
                        """,
                        meetings("show", MINE).out());
                assertTrue(
                        meetings("show", MINE, "--json")
                                .out()
                                .contains("\"actions\":[\"Ann writes tests\"]"));
                assertFails(meetings("show", "nope"), "no such meeting");
                assertFails(meetings("show", "no id"), "id must be 1..64");
            }
        }

        @Test
        void exportsToTheTerminalAndToAFile() throws StartException, IOException {
            try (Site site = Site.open(folder)) {
                assertFalse(site.httpUrl().isEmpty());
                Path file = folder.resolve("meeting.txt");

                String markdown = meetings("export", MINE).out();
                Terminal.Said said =
                        meetings("export", MINE, "--format", "txt", "-o", file.toString());

                assertTrue(markdown.startsWith("# 周会 Weekly\n"), markdown);
                assertTrue(markdown.contains("- [ ] Ann writes tests\n"), markdown);
                assertEquals(0, said.status(), said.err());
                assertEquals("", said.out());
                assertTrue(Files.readString(file).endsWith(": 大家好\n"));
                assertFails(
                        meetings("export", "nope", "-o", folder.resolve("none").toString()),
                        "no such meeting");
                assertFalse(Files.exists(folder.resolve("none")));
                assertFalse(Files.exists(folder.resolve("none.part")));
                assertFails(
                        meetings("export", MINE, "-o", folder.resolve("no/such").toString()),
                        "cannot be written");
            }
        }

        @Test
        void deletesForGood() throws StartException {
            try (Site site = Site.open(folder)) {
                assertFalse(site.httpUrl().isEmpty());

                assertEquals(
                        "deleted "
                                + MINE
                                + "; its minutes had not reached the badge, and will not\n",
                        meetings("delete", MINE).out());
                assertEquals("deleted older-1\n", meetings("delete", "older-1").out());
                assertEquals(
                        "{\"id\":\"older-2\",\"deviceId\":\"94:a9:90:00:00:01\","
                                + "\"delivered\":true}\n",
                        meetings("delete", "older-2", "--json").out());

                assertEquals("No meetings.\n", meetings("list").out());
                assertFails(meetings("delete", MINE), "no such meeting");
            }
        }

        @Test
        void aRunningMeetingIsNotDeleted() throws StartException, InterruptedException {
            try (Site site = Site.open(folder)) {
                Badge badge = site.badge("aa:01");
                badge.startMeeting();

                String row =
                        meetings("list", "--device", "aa:01")
                                .out()
                                .lines()
                                .skip(1)
                                .findFirst()
                                .orElseThrow();
                String id = row.substring(0, 36);

                assertFails(meetings("delete", id), "has not ended");
                assertTrue(meetings("show", id).out().endsWith("no minutes yet, recording\n"));
            }
        }

        @Test
        void theAdminTokenOpensWhatNeedsAReadTokenToo() throws StartException {
            try (Site site = Site.open(folder, "server.meeting_api_token=for-reading")) {
                assertFalse(site.httpUrl().isEmpty());
                assertEquals(0, meetings("list").status());
            }
        }
    }

    @Nested
    class WithoutAServer {

        private void token() throws IOException {
            Files.writeString(folder.resolve("admin-token"), "0123456789abcdef\n");
        }

        @Test
        void nobodyAnswers() throws IOException {
            token();
            int port;
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
            String url = "http://127.0.0.1:" + port;
            for (List<String> words :
                    List.of(
                            List.of("list"),
                            List.of("show", "m1"),
                            List.of("export", "m1"),
                            List.of("delete", "m1"))) {
                String[] all =
                        Stream.concat(words.stream(), Stream.of("--url", url))
                                .toArray(String[]::new);
                assertFails(meetings(all), "no server answers at " + url, "supie serve");
            }
            assertFalse(Files.exists(folder.resolve(RUNNING)));
        }

        @Test
        void noTokenIsThere() {
            assertFails(meetings("list"), "no admin token", "--data");
        }

        @Test
        void whatBreaksOffLeavesNoFile() throws IOException {
            token();
            HttpServer other =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] part = "# Half a mee".getBytes(StandardCharsets.UTF_8);
            other.createContext(
                    "/",
                    exchange -> {
                        exchange.sendResponseHeaders(200, 10_000);
                        exchange.getResponseBody().write(part);
                        exchange.getResponseBody().flush();
                        exchange.close();
                    });
            other.start();
            try {
                Path file = Files.writeString(folder.resolve("kept.md"), "from yesterday");
                assertFails(
                        meetings(
                                "export",
                                "m1",
                                "-o",
                                file.toString(),
                                "--url",
                                "http://127.0.0.1:" + other.getAddress().getPort()),
                        "broke off");
                assertEquals("from yesterday", Files.readString(file));
                assertFalse(Files.exists(folder.resolve("kept.md.part")));
            } finally {
                other.stop(0);
            }
        }
    }
}
