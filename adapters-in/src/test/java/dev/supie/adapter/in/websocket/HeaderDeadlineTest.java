package dev.supie.adapter.in.websocket;

import static dev.supie.adapter.in.websocket.ClientFrame.TEXT;
import static dev.supie.adapter.in.websocket.ClientFrame.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.junit.jupiter.api.Test;

class HeaderDeadlineTest {

    private final ManualTime time = new ManualTime();

    @Test
    void closesAConnectionWhoseHeadersNeverEnd() throws InterruptedException {
        try (TestServer server = TestServer.accepting(EchoListener::new, time, _ -> {});
                RawPeer peer = RawPeer.connect(server.port())) {
            peer.send("GET /ws HTTP/1.1\r\nHost: localhost\r\n".getBytes(ISO_8859_1));
            time.awaitAlarm();
            time.advance(HeaderDeadline.LIMIT);
            assertTrue(peer.readsEnd());
        }
    }

    @Test
    void leavesAnUpgradedConnectionAlone() {
        try (TestServer server = TestServer.accepting(EchoListener::new, time, _ -> {});
                RawPeer peer = RawPeer.open(server.port())) {
            time.advance(HeaderDeadline.LIMIT.multipliedBy(2));
            assertEquals(0, time.alarmsSet());
            peer.send(frame(TEXT, "a"));
            assertEquals("text a", peer.readFrame());
        }
    }
}
