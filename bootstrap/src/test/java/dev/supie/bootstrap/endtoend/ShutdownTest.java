package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/// CON-6: a process that is told to end does so in order and in time.
@Timeout(120)
final class ShutdownTest {

    private static final Duration DRAIN_MAX = Duration.ofSeconds(10);
    private static final int SHUTTING_DOWN = 1001;

    @Test
    void terminatedProcessSaysGoodbyeAndLosesNothing(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (SupieProcess process = SupieProcess.serve(folder).whenReady();
                HttpClient client = HttpClient.newHttpClient();
                Socket silent = silentBadge(process)) {
            Badge badge = Badge.connect(client, process.deviceUrl(), "aa:aa");
            badge.startMeeting();
            badge.tell("Said just before the end.");
            long told = System.nanoTime();
            process.terminate();
            assertEquals(SHUTTING_DOWN, badge.closed().code());
            assertNewcomersAreRefused(client, process.deviceUrl());
            assertEndedWell(process, told);
            assertTrue(silent.isConnected());

            assertIsStillThere(folder, client, "Said just before the end.");
        }
    }

    /// A badge that has gone deaf: it will not answer the Close frame, so the drain waits for it.
    private static Socket silentBadge(SupieProcess process) throws IOException {
        URI device = URI.create(process.deviceUrl());
        Socket socket = new Socket(device.getHost(), device.getPort());
        String handshake =
                "GET "
                        + device.getPath()
                        + " HTTP/1.1\r\nHost: badge\r\nUpgrade: websocket\r\n"
                        + "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + "Sec-WebSocket-Version: 13\r\nDevice-Id: de:af\r\n\r\n";
        socket.getOutputStream().write(handshake.getBytes(StandardCharsets.US_ASCII));
        byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 101".length());
        assertEquals("HTTP/1.1 101", new String(status, StandardCharsets.US_ASCII));
        return socket;
    }

    /// With 503, or by nobody listening any more.
    private static void assertNewcomersAreRefused(HttpClient client, String url)
            throws InterruptedException {
        try (Badge badge = Badge.connect(client, url, "bb:bb")) {
            throw new AssertionError("let in as " + badge.session());
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof WebSocketHandshakeException said) {
                assertEquals(503, said.getResponse().statusCode());
            } else {
                assertInstanceOf(ConnectException.class, refused.getCause());
            }
        }
    }

    private static void assertIsStillThere(Path folder, HttpClient client, String text)
            throws IOException, InterruptedException {
        try (SupieProcess again = SupieProcess.serve(folder).whenReady();
                Badge badge = Badge.connect(client, again.deviceUrl(), "aa:aa")) {
            assertTrue(badge.startMeeting().getBoolean("resumed"));
            String meeting = badge.finish().getString("sessionId");
            String transcript = new Archive(client, again.httpUrl()).transcript(meeting);
            assertTrue(transcript.contains(text), transcript);
        }
    }

    @Test
    void interruptedProcessEndsTheSameWay(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (SupieProcess process = SupieProcess.serve(folder).whenReady();
                HttpClient client = HttpClient.newHttpClient()) {
            assumeFalse(process.ignoresInterrupt(), "this test runs with SIGINT ignored");
            Badge badge = Badge.connect(client, process.deviceUrl(), "aa:aa");
            long told = System.nanoTime();
            process.interrupt();
            assertEquals(SHUTTING_DOWN, badge.closed().code());
            assertEndedWell(process, told);
        }
    }

    @Test
    void toldTwiceItEndsTheSameWay(@TempDir Path folder) throws IOException, InterruptedException {
        try (SupieProcess process = SupieProcess.serve(folder).whenReady();
                HttpClient client = HttpClient.newHttpClient();
                Socket silent = silentBadge(process)) {
            Badge badge = Badge.connect(client, process.deviceUrl(), "aa:aa");
            badge.startMeeting();
            badge.tell("Said before both signals.");
            long told = System.nanoTime();
            process.terminate();
            assertEquals(SHUTTING_DOWN, badge.closed().code());
            // The silent badge holds the drain open, so this one comes in the middle of it.
            process.terminate();
            assertEndedWell(process, told);
            assertTrue(silent.isConnected());

            assertIsStillThere(folder, client, "Said before both signals.");
        }
    }

    /// Its data folder is the first thing that a start takes hold of.
    @Test
    void toldWhileItStartsItEndsInOrder(@TempDir Path parent)
            throws IOException, InterruptedException {
        Path folder = parent.resolve("data");
        try (WatchService watch = parent.getFileSystem().newWatchService()) {
            parent.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            try (SupieProcess process = SupieProcess.serve(folder)) {
                assertNotNull(watch.poll(60, TimeUnit.SECONDS), "nothing was opened");
                process.terminate();
                assertEquals(0, process.exit(), process.err()::toString);
                assertEquals(List.of(), errors(process), process.err()::toString);
            }
            try (SupieProcess again = SupieProcess.serve(folder).whenReady()) {
                again.terminate();
                assertEquals(0, again.exit());
            }
        }
    }

    private static List<String> errors(SupieProcess process) {
        return process.err().stream().filter(line -> line.contains(" ERROR ")).toList();
    }

    private static void assertEndedWell(SupieProcess process, long told)
            throws InterruptedException {
        assertEquals(0, process.exit(), process.err()::toString);
        Duration took = Duration.ofNanos(System.nanoTime() - told);
        assertTrue(took.compareTo(DRAIN_MAX) < 0, took::toString);
        assertTrue(process.out().getLast().startsWith("ready "), process.out()::toString);
    }
}
