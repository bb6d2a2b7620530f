package dev.supie.bootstrap.endtoend;

import static dev.supie.adapter.in.websocket.ClientFrame.PING;
import static dev.supie.adapter.in.websocket.ClientFrame.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.supie.adapter.in.websocket.RawPeer;
import dev.supie.bootstrap.server.StartException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// HS-2: a server that is full says so in HTTP and goes on serving those it has.
@Timeout(60)
final class ConnectionLimitTest {

    /// More than a listener holds of them.
    private static final int SILENT = 1_100;

    private static final int ATTEMPTS_MAX = 2_000;
    private static final String SWITCHING = "HTTP/1.1 101 ";

    @Test
    void theBadgeOverTheLimitIsRefusedUntilAnotherLeaves(@TempDir Path folder)
            throws StartException {
        try (Site site = Site.open(folder, "server.max_connections=2");
                RawPeer first = entered(site, "first")) {
            leavesAgain(site, first);
            entered(site, "third").close();
            assertServed(first);
        }
    }

    private static void leavesAgain(Site site, RawPeer first) {
        try (RawPeer second = entered(site, "second")) {
            try (RawPeer third = RawPeer.connect(port(site))) {
                third.send(handshake("third"));
                String answer = third.readToEnd();
                assertTrue(answer.startsWith("HTTP/1.1 503 Service Unavailable\r\n"), answer);
                assertTrue(answer.contains("\r\nRetry-After: 10\r\n"), answer);
                assertTrue(answer.endsWith("\r\n\r\nthe server is full, try again later"), answer);
            }
            assertServed(first);
            assertServed(second);
            second.resetOnClose();
        }
    }

    /// Whoever leaves between their request and the answer to it takes no place along.
    @Test
    void abortedHandshakesGiveTheirPlacesBack(@TempDir Path folder) throws StartException {
        try (Site site = Site.open(folder, "server.max_connections=2")) {
            for (int count = 0; count < 50; count++) {
                RawPeer hasty = RawPeer.connect(port(site));
                hasty.send(handshake("hasty-" + count));
                hasty.resetOnClose();
                hasty.close();
            }
            try (RawPeer first = entered(site, "first");
                    RawPeer second = entered(site, "second")) {
                assertServed(first);
                assertServed(second);
            }
        }
    }

    /// Sockets that ask for nothing cost neither a badge nor a newcomer.
    @Test
    void silentSocketsKeepNoBadgeOut(@TempDir Path folder) throws StartException {
        List<RawPeer> silent = new ArrayList<>();
        try (Site site = Site.open(folder);
                RawPeer early = entered(site, "early")) {
            connect(SILENT, port(site), silent);
            assertServed(early);
            try (RawPeer late = entered(site, "late")) {
                assertServed(late);
            }
            assertTrue(silent.getFirst().readsEnd());
        } finally {
            silent.forEach(RawPeer::close);
        }
    }

    @Test
    void silentSocketsDoNotKeepHttpFromAnswering(@TempDir Path folder) throws StartException {
        List<RawPeer> silent = new ArrayList<>();
        try (Site site = Site.open(folder)) {
            int http = URI.create(site.httpUrl()).getPort();
            connect(SILENT, http, silent);
            try (RawPeer reader = RawPeer.connect(http)) {
                reader.send("GET /supie/ota/ HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(ISO_8859_1));
                assertTrue(reader.readHead().startsWith("HTTP/1.1 200 "));
            }
            assertTrue(silent.getFirst().readsEnd());
        } finally {
            silent.forEach(RawPeer::close);
        }
    }

    private static void connect(int count, int port, List<RawPeer> peers) {
        for (int made = 0; made < count; made++) {
            peers.add(RawPeer.connect(port));
        }
    }

    /// A badge that got in, if need be once the server has noticed that another one left.
    private static RawPeer entered(Site site, String device) {
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            RawPeer peer = RawPeer.connect(port(site));
            peer.send(handshake(device));
            if (peer.readHead().startsWith(SWITCHING)) {
                assertTrue(peer.readFrame().startsWith("text {\"type\":\"hello\","));
                return peer;
            }
            peer.close();
        }
        throw new AssertionError("no place for " + device);
    }

    private static void assertServed(RawPeer badge) {
        badge.send(frame(PING, "still there"));
        String answer = badge.readFrame();
        while (answer.startsWith("text ")) {
            answer = badge.readFrame();
        }
        assertEquals("pong still there", answer);
    }

    private static byte[] handshake(String device) {
        return RawPeer.HANDSHAKE
                .replace("/ws", "/supie/v1/?device-id=" + device)
                .getBytes(ISO_8859_1);
    }

    private static int port(Site site) {
        return URI.create(site.deviceUrl()).getPort();
    }
}
