package dev.supie.adapter.in.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supie.adapter.in.websocket.WebSocketEnd.Cause;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A client that somebody else wrote.
class JdkClientTest {

    private final EchoListener listener = new EchoListener();
    private final TestServer server = TestServer.accepting(() -> listener);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Heard heard = new Heard();
    private final WebSocket client =
            http.newWebSocketBuilder()
                    .buildAsync(URI.create("ws://127.0.0.1:" + server.port() + "/ws"), heard)
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();

    @AfterEach
    void stop() {
        client.abort();
        http.close();
        server.close();
    }

    @Test
    void echoesText() throws InterruptedException {
        client.sendText("Grüße, 世界", true).join();
        assertEquals("text Grüße, 世界", heard.next());
    }

    @Test
    void echoesTextInFragments() throws InterruptedException {
        client.sendText("Grü", false).join();
        client.sendText("ße", true).join();
        assertEquals("text Grüße", heard.next());
    }

    @Test
    void echoesTheLargestText() throws InterruptedException {
        String text = "a".repeat(64 * 1024);
        client.sendText(text, true).join();
        assertEquals("text " + text, heard.next());
    }

    @Test
    void echoesBinary() throws InterruptedException {
        client.sendBinary(ByteBuffer.wrap("abc".getBytes(UTF_8)), true).join();
        assertEquals("binary abc", heard.next());
    }

    @Test
    void answersPings() throws InterruptedException {
        client.sendPing(ByteBuffer.wrap("are you there".getBytes(UTF_8))).join();
        assertEquals("pong are you there", heard.next());
    }

    @Test
    void pings() throws InterruptedException {
        assertEquals(SendResult.ACCEPTED, listener.connection().ping("p".getBytes(UTF_8)));
        assertEquals("ping p", heard.next());
    }

    @Test
    void isClosedByTheClient() throws InterruptedException {
        client.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
        assertEquals("close 1000 bye", heard.next());
        assertEquals(new WebSocketEnd(Cause.CLOSED_BY_PEER, 1000, "bye"), listener.end());
    }

    @Test
    void isClosedByTheServer() throws InterruptedException {
        listener.connection().close(4001, "replaced");
        assertEquals("close 4001 replaced", heard.next());
        assertEquals(new WebSocketEnd(Cause.CLOSED_BY_SERVER, 4001, "replaced"), listener.end());
    }

    /// What the client was told, in words.
    private static final class Heard implements WebSocket.Listener {

        private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
        private final StringBuilder text = new StringBuilder();

        String next() throws InterruptedException {
            return String.valueOf(events.poll(10, TimeUnit.SECONDS));
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                events.add("text " + text);
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(
                WebSocket socket, ByteBuffer data, boolean last) {
            events.add("binary " + UTF_8.decode(data));
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer payload) {
            events.add("ping " + UTF_8.decode(payload));
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer payload) {
            events.add("pong " + UTF_8.decode(payload));
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            events.add("close " + code + " " + reason);
            return null;
        }
    }
}
