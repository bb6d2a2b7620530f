package dev.supie.adapter.in.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/// Many threads, one connection (MSG-7): every frame arrives whole, and each thread's in its order.
class ConcurrentSendersTest {

    private static final int SENDERS = 4;
    private static final int MESSAGES_EACH = 2_000;

    /// Together below what the queue takes, so that no message is refused.
    private static final int WAITING_EACH = 60;

    private static final Duration WAIT_MAX = Duration.ofSeconds(30);

    @Test
    void neverInterleaveNorReorder() throws InterruptedException {
        EchoListener listener = new EchoListener();
        try (TestServer server = TestServer.accepting(() -> listener);
                RawPeer peer = RawPeer.open(server.port())) {
            List<Thread> senders = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                int number = sender;
                senders.add(Thread.ofPlatform().start(() -> sendAll(listener, number)));
            }
            int[] next = new int[SENDERS];
            for (int count = 0; count < SENDERS * MESSAGES_EACH; count++) {
                String frame = peer.readFrame();
                int sender = frame.charAt("text ".length()) - '0';
                assertEquals("text " + text(sender, next[sender]), frame);
                next[sender]++;
            }
            for (Thread sender : senders) {
                assertEquals(true, sender.join(WAIT_MAX));
            }
        }
    }

    private static void sendAll(EchoListener listener, int sender) {
        WebSocketConnection connection = listener.connection();
        Semaphore room = new Semaphore(WAITING_EACH);
        for (int count = 0; count < MESSAGES_EACH; count++) {
            room.acquireUninterruptibly();
            OutboundMessage message = OutboundMessage.text(text(sender, count));
            assertEquals(SendResult.ACCEPTED, connection.send(message.whenWritten(room::release)));
        }
    }

    private static String text(int sender, int count) {
        return sender + "/" + count + "/" + "x".repeat(count % 300);
    }
}
