package dev.supie.adapter.in.websocket;

import static dev.supie.adapter.in.websocket.ClientFrame.CONTINUATION;
import static dev.supie.adapter.in.websocket.ClientFrame.PING;
import static dev.supie.adapter.in.websocket.ClientFrame.PONG;
import static dev.supie.adapter.in.websocket.ClientFrame.TEXT;
import static dev.supie.adapter.in.websocket.ClientFrame.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// Peers that send as much as the socket takes cost themselves, not others.
@Timeout(60)
class FloodTest {

    private static final int FRAMES_PER_WRITE = 5_000;

    static Stream<ClientFrame> floods() {
        return Stream.of(frame(PONG, ""), frame(TEXT, ""), frame(CONTINUATION, "").notFinal());
    }

    /// More of them than there are processors, so that the honest peer is served only if the
    /// others' threads give way.
    @ParameterizedTest
    @MethodSource("floods")
    void floodingPeersDoNotStopAnHonestOne(ClientFrame frame) throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        List<Thread> flooding = new ArrayList<>();
        try (TestServer server = TestServer.accepting(SilentListener::new);
                RawPeer honest = RawPeer.open(server.port())) {
            for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
                flooding.add(
                        Thread.ofPlatform().start(() -> flood(server.port(), frame, done::get)));
            }
            for (int count = 0; count < 20; count++) {
                honest.send(frame(PING, "are you there " + count));
                assertEquals("pong are you there " + count, honest.readFrame());
            }
            done.set(true);
        }
        for (Thread thread : flooding) {
            thread.join();
        }
    }

    /// MSG-2: what counts is the message, whatever it is cut into.
    @Test
    void aMessageInTenThousandFragmentsIsOneMessage() {
        ClientFrame[] frames = new ClientFrame[10_000];
        Arrays.fill(frames, frame(CONTINUATION, "x").notFinal());
        frames[0] = frame(TEXT, "x").notFinal();
        frames[frames.length - 1] = frame(CONTINUATION, "x");
        try (TestServer server = TestServer.accepting(EchoListener::new);
                RawPeer peer = RawPeer.open(server.port())) {
            peer.send(frames);
            assertEquals("text " + "x".repeat(10_000), peer.readFrame());
        }
    }

    private static void flood(int port, ClientFrame frame, BooleanSupplier done) {
        ClientFrame[] frames = new ClientFrame[FRAMES_PER_WRITE];
        Arrays.fill(frames, frame);
        byte[] bytes = ClientFrame.bytes(frames);
        try (RawPeer peer = RawPeer.open(port)) {
            if (frame.isContinuation()) {
                peer.send(frame(TEXT, "").notFinal());
            }
            while (!done.getAsBoolean()) {
                peer.send(bytes);
            }
        }
    }

    /// Hears and says nothing.
    private static final class SilentListener implements WebSocketListener {

        @Override
        public void onOpen(WebSocketConnection connection) {}

        @Override
        public void onText(String text) {}

        @Override
        public void onBinary(byte[] bytes) {}

        @Override
        public void onTooLarge(MessageKind kind, int bytesMax) {}

        @Override
        public void onClosed(WebSocketEnd end) {}
    }
}
