package dev.supie.adapter.in.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supie.adapter.in.websocket.HandshakeDecision.Refuse;

import io.helidon.http.Status;

/// The HTTP answer that refuses a WebSocket. Written here and not by Helidon's error handling,
/// which leaves out the message unless told to leak all of them.
final class Refusal {

    private Refusal() {}

    static byte[] bytes(Refuse refusal) {
        byte[] body = refusal.message().getBytes(UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 ");
        head.append(refusal.status()).append(' ');
        head.append(Status.create(refusal.status()).reasonPhrase()).append("\r\n");
        refusal.headers().forEach((name, value) -> header(head, name, value));
        header(head, "Content-Type", "text/plain; charset=utf-8");
        header(head, "Content-Length", String.valueOf(body.length));
        header(head, "Connection", "close");
        head.append("\r\n").append(refusal.message());
        return head.toString().getBytes(UTF_8);
    }

    private static void header(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }
}
