package dev.supie.adapter.in.websocket;

import static dev.supie.adapter.in.websocket.ClientFrame.TEXT;
import static dev.supie.adapter.in.websocket.ClientFrame.close;
import static dev.supie.adapter.in.websocket.ClientFrame.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What 300 connections leave behind (CON-4): no thread.
class ThreadsTest {

    private static final int CYCLES = 300;
    private static final int DUMPS_MAX = 100;

    private final BlockingQueue<EchoListener> listeners = new LinkedBlockingQueue<>();

    @Test
    void endWithTheirConnections(@TempDir Path folder) throws IOException, InterruptedException {
        try (TestServer server = TestServer.accepting(this::nextListener)) {
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                connectAndLeave(server, cycle);
                // Waits for the end of the reading thread.
                listeners.poll(10, TimeUnit.SECONDS).end();
            }
            assertEquals(0, connectionThreads(folder));
        }
    }

    @Test
    void areOneForAnIdleConnection(@TempDir Path folder) throws IOException {
        try (TestServer server = TestServer.accepting(this::nextListener);
                RawPeer peer = RawPeer.open(server.port())) {
            peer.send(frame(TEXT, "a"));
            assertEquals("text a", peer.readFrame());
            assertEquals(1, connectionThreads(folder));
        }
    }

    private static void connectAndLeave(TestServer server, int cycle) {
        try (RawPeer peer = RawPeer.open(server.port())) {
            peer.send(frame(TEXT, "a"));
            assertEquals("text a", peer.readFrame());
            switch (cycle % 3) {
                case 0 -> {
                    peer.send(close(1000, ""));
                    assertEquals("close 1000", peer.readFrame());
                }
                case 1 -> peer.resetOnClose();
                default -> {}
            }
        }
    }

    /// Threads of Helidon's connections and our writers; a writer may need a moment to be gone, so
    /// the lowest of a limited number of looks counts.
    private static long connectionThreads(Path folder) throws IOException {
        HotSpotDiagnosticMXBean virtualMachine =
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        long lowest = Long.MAX_VALUE;
        for (int look = 0; look < DUMPS_MAX && lowest > 0; look++) {
            Path dump = folder.resolve("threads-" + look);
            virtualMachine.dumpThreads(dump.toString(), ThreadDumpFormat.TEXT_PLAIN);
            try (Stream<String> lines = Files.lines(dump)) {
                lowest = Math.min(lowest, lines.filter(ThreadsTest::isOfAConnection).count());
            }
        }
        return lowest;
    }

    private static boolean isOfAConnection(String line) {
        return line.startsWith("#")
                && (line.contains("websocket-writer") || line.contains("WebServer socket"));
    }

    private EchoListener nextListener() {
        EchoListener listener = new EchoListener();
        listeners.add(listener);
        return listener;
    }
}
