package dev.supie.adapter.in.badge;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A badge that uses the JDK's WebSocket. In texts `'` stands for `"`, both ways.
final class BadgeClient implements AutoCloseable {

    private static final int WAIT_SECONDS = 10;

    private final HttpClient http;
    private final WebSocket socket;
    private final Inbox inbox;

    private BadgeClient(HttpClient http, WebSocket socket, Inbox inbox) {
        this.http = http;
        this.socket = socket;
        this.inbox = inbox;
    }

    /// @throws CompletionException with the handshake's exception as its cause if it was refused
    static BadgeClient connect(int port, String pathAndQuery, String... headers) {
        HttpClient http = HttpClient.newHttpClient();
        Inbox inbox = new Inbox();
        WebSocket.Builder builder = http.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        try {
            URI address = URI.create("ws://127.0.0.1:" + port + pathAndQuery);
            WebSocket socket =
                    builder.buildAsync(address, inbox)
                            .orTimeout(WAIT_SECONDS, TimeUnit.SECONDS)
                            .join();
            return new BadgeClient(http, socket, inbox);
        } catch (CompletionException refused) {
            http.close();
            throw refused;
        }
    }

    BadgeClient say(String text) {
        socket.sendText(text.replace('\'', '"'), true).join();
        return this;
    }

    BadgeClient sendAudio(byte[] packet) {
        socket.sendBinary(ByteBuffer.wrap(packet), true).join();
        return this;
    }

    BadgeClient ping() {
        socket.sendPing(ByteBuffer.allocate(4)).join();
        return this;
    }

    /// The next text.
    String read() throws InterruptedException {
        String text = inbox.texts.poll(WAIT_SECONDS, TimeUnit.SECONDS);
        if (text == null) {
            throw new AssertionError("nothing came within " + WAIT_SECONDS + " s");
        }
        return text;
    }

    /// The code with which the server closed.
    int closeCode() {
        return inbox.closed.orTimeout(WAIT_SECONDS, TimeUnit.SECONDS).join();
    }

    /// Ends TCP without a Close frame, as firmware does.
    void pullTheCable() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }

    private static final class Inbox implements WebSocket.Listener {

        private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                texts.add(parts.toString().replace('"', '\''));
                parts.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.completeExceptionally(error);
        }
    }
}
