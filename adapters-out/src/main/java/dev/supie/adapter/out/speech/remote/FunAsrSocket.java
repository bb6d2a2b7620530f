package dev.supie.adapter.out.speech.remote;

import dev.supie.adapter.out.service.CallFailure;
import dev.supie.adapter.out.service.Refusal;
import dev.supie.adapter.out.service.Secret;
import dev.supie.adapter.out.service.ServiceEndpoint;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/// Connections to a FunASR service. Safe for use by many threads.
final class FunAsrSocket implements AutoCloseable {

    /// More characters in one message are no text of a minute of speech.
    static final int MESSAGE_CHARS_MAX = 64 * 1024;

    private final RemoteSettings settings;
    private final HttpClient client;

    FunAsrSocket(RemoteSettings settings) {
        this.settings = settings;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(RemoteSettings.CONNECT_TIMEOUT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /// What comes from one connection, from any thread, but never from two at a time.
    interface Incoming {

        void message(String text);

        /// It answers our ping.
        void alive();

        /// There is nothing more to come.
        void lost(CallFailure failure);
    }

    /// A connection, once it stands; it takes at most [RemoteSettings#CONNECT_TIMEOUT] to fail.
    CompletableFuture<WebSocket> connect(Incoming incoming) {
        WebSocket.Builder builder =
                client.newWebSocketBuilder()
                        .subprotocols("binary")
                        .connectTimeout(RemoteSettings.CONNECT_TIMEOUT);
        Secret key = settings.apiKey();
        if (key.isPresent()) {
            builder.header("Authorization", key.bearer());
        }
        return builder.buildAsync(settings.baseUrl(), new Joined(incoming));
    }

    /// Only the kind of a failure is told: its text may quote what the server sent.
    static CallFailure failure(@Nullable Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        return switch (cause) {
            case WebSocketHandshakeException refused -> refused(refused.getResponse().statusCode());
            case HttpTimeoutException _ ->
                    new CallFailure.Transient(
                            CallFailure.Kind.UNAVAILABLE,
                            "no connection within "
                                    + RemoteSettings.CONNECT_TIMEOUT.toSeconds()
                                    + " s");
            case null, default ->
                    ServiceEndpoint.connectionFailure(cause, RemoteSettings.CONNECT_TIMEOUT);
        };
    }

    private static CallFailure refused(int status) {
        String message = "HTTP " + status + Refusal.advice(status, "");
        if (status == 429) {
            return new CallFailure.Transient(CallFailure.Kind.BUSY, message);
        }
        return status >= 500
                ? new CallFailure.Transient(CallFailure.Kind.UNAVAILABLE, message)
                : new CallFailure.Permanent(CallFailure.Kind.UNAVAILABLE, message);
    }

    @Override
    public void close() {
        // close() alone would wait for the connections that are open.
        client.shutdownNow();
        client.close();
    }

    /// Joins the parts of a message, and asks for the next one.
    private static final class Joined implements WebSocket.Listener {

        private final Incoming incoming;
        private final StringBuilder parts = new StringBuilder();

        Joined(Incoming incoming) {
            this.incoming = incoming;
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence part, boolean last) {
            if (parts.length() + part.length() > MESSAGE_CHARS_MAX) {
                incoming.lost(
                        new CallFailure.Permanent(
                                CallFailure.Kind.BROKEN,
                                "a message is larger than " + MESSAGE_CHARS_MAX + " characters"));
                return null;
            }
            parts.append(part);
            if (last) {
                String text = parts.toString();
                parts.setLength(0);
                incoming.message(text);
            }
            socket.request(1);
            return null;
        }

        /// None is expected, and none is in the way.
        @Override
        public @Nullable CompletionStage<?> onBinary(
                WebSocket socket, ByteBuffer part, boolean last) {
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer payload) {
            incoming.alive();
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            incoming.lost(
                    new CallFailure.Transient(
                            CallFailure.Kind.UNAVAILABLE, "the connection was closed: " + code));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            incoming.lost(failure(failure));
        }
    }
}
