package dev.supie.adapter.in.websocket;

import static dev.supie.adapter.in.websocket.ClientFrame.TEXT;
import static dev.supie.adapter.in.websocket.ClientFrame.close;
import static dev.supie.adapter.in.websocket.ClientFrame.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.in.websocket.WebSocketEnd.Cause;

import io.helidon.common.tls.Tls;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;

/// A peer that stops reading (MSG-7): cut after five seconds, plain and under TLS, where closing
/// the socket from another thread would wait for the blocked write. Nobody else notices.
class StalledPeerTest {

    private static final Duration WRITE_MAX = Duration.ofSeconds(5);
    private static final Duration JUST_BEFORE = WRITE_MAX.minusMillis(1);
    private static final Duration WAIT_MAX = Duration.ofSeconds(10);
    private static final OutboundMessage LARGE = OutboundMessage.binary(new byte[64 * 1024]);

    private final BlockingQueue<EchoListener> listeners = new LinkedBlockingQueue<>();
    private final ManualTime time = new ManualTime();

    @Test
    void isCutAfterTheWriteDeadline() throws InterruptedException {
        try (TestServer server = TestServer.accepting(this::nextListener, time, _ -> {})) {
            isCut(server, SocketFactory.getDefault());
        }
    }

    @Test
    void isCutUnderTlsToo(@TempDir Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        SSLContext context = TestCertificate.makeIn(folder);
        Tls tls = Tls.builder().sslContext(context).build();
        try (TestServer server =
                TestServer.accepting(this::nextListener, time, builder -> builder.tls(tls))) {
            isCut(server, context.getSocketFactory());
        }
    }

    private void isCut(TestServer server, SocketFactory sockets) throws InterruptedException {
        try (RawPeer stalled = RawPeer.connect(sockets, server.port());
                RawPeer lively = RawPeer.connect(sockets, server.port())) {
            stalled.upgrade();
            EchoListener listener = listeners.poll(10, TimeUnit.SECONDS);
            lively.upgrade();
            EchoListener livelyListener = listeners.poll(10, TimeUnit.SECONDS);
            CompletableFuture<Thread> writer = new CompletableFuture<>();
            listener.connection()
                    .send(
                            OutboundMessage.text("first")
                                    .whenWritten(() -> writer.complete(Thread.currentThread())));
            fill(listener);

            time.advance(JUST_BEFORE);
            assertEquals(SendResult.FULL, listener.connection().send(LARGE));
            echoes(lively, livelyListener);

            moveUntilEnded(listener);
            assertEquals(
                    new WebSocketEnd(
                            Cause.WRITE_OVERDUE, CloseCodes.NO_CLOSE_FRAME, "peer stopped reading"),
                    listener.end());
            assertEquals(SendResult.CLOSED, listener.connection().send(LARGE));
            assertTrue(writer.orTimeout(10, TimeUnit.SECONDS).join().join(WAIT_MAX));
            echoes(lively, livelyListener);
            lively.send(close(1000, ""));
            assertEquals("close 1000", lively.readFrame());
            assertTrue(lively.readsEnd());
        }
    }

    /// Sends until the kernel's buffers and the queue are both full.
    private static void fill(EchoListener listener) throws InterruptedException {
        Semaphore written = new Semaphore(0);
        OutboundMessage message = LARGE.whenWritten(written::release);
        boolean moving = true;
        while (moving) {
            written.drainPermits();
            moving =
                    listener.connection().send(message) == SendResult.ACCEPTED
                            || written.tryAcquire(200, TimeUnit.MILLISECONDS);
        }
    }

    /// Ends only once the write has ended, so that moving time on does not overtake it.
    private static void echoes(RawPeer peer, EchoListener listener) throws InterruptedException {
        peer.send(frame(TEXT, "still here"));
        assertEquals("text still here", peer.readFrame());
        listener.awaitWritten();
    }

    /// In steps, because the write that never ends may have begun later than the test thinks.
    private void moveUntilEnded(EchoListener listener) throws InterruptedException {
        for (int count = 0; count < 200; count++) {
            time.advance(WRITE_MAX);
            if (listener.readingThread().join(Duration.ofMillis(50))) {
                return;
            }
        }
    }

    private EchoListener nextListener() {
        EchoListener listener = new EchoListener();
        listeners.add(listener);
        return listener;
    }
}
