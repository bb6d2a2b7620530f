package dev.supie.adapter.in.websocket;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.supie.adapter.in.websocket.HandshakeDecision.Refuse;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.http.Method;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What RFC 6455 §4.2 asks of a request for a WebSocket, and the proof that it was understood.
final class HandshakeRules {

    private static final HeaderName KEY = HeaderNames.create("Sec-WebSocket-Key");
    private static final HeaderName VERSION = HeaderNames.create("Sec-WebSocket-Version");
    private static final String ONLY_VERSION = "13";
    private static final int KEY_BYTES = 16;
    private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private HandshakeRules() {}

    /// Whether the request asks for an upgrade at all; without these it is plain HTTP.
    static boolean isUpgrade(HttpPrologue prologue, Headers headers) {
        return prologue.method().equals(Method.GET)
                && hasToken(headers, HeaderNames.CONNECTION, "upgrade");
    }

    /// The answer to a request that asks for an upgrade in the wrong way.
    static Optional<Refuse> broken(Headers headers) {
        List<String> versions = headers.all(VERSION, List::of);
        if (!versions.equals(List.of(ONLY_VERSION))) {
            Map<String, String> supported =
                    Map.of("Sec-WebSocket-Version", ONLY_VERSION, "Upgrade", "websocket");
            return Optional.of(new Refuse(426, "Sec-WebSocket-Version must be 13", supported));
        }
        List<String> keys = headers.all(KEY, List::of);
        return keys.size() == 1 && isKey(keys.getFirst())
                ? Optional.empty()
                : Optional.of(new Refuse(400, "Sec-WebSocket-Key must be 16 bytes", Map.of()));
    }

    /// The 101 answer to a request that is not broken.
    static byte[] switchingProtocols(Headers headers) {
        String answer =
                "HTTP/1.1 101 Switching Protocols\r\n"
                        + "Upgrade: websocket\r\n"
                        + "Connection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: "
                        + accept(headers.get(KEY).get())
                        + "\r\n\r\n";
        return answer.getBytes(US_ASCII);
    }

    static boolean hasToken(Headers headers, HeaderName name, String token) {
        return headers.all(name, List::of).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .anyMatch(part -> part.strip().equalsIgnoreCase(token));
    }

    static String accept(String key) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            byte[] digest = sha1.digest((key + ACCEPT_SUFFIX).getBytes(US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1", impossible);
        }
    }

    private static boolean isKey(String key) {
        try {
            return Base64.getDecoder().decode(key).length == KEY_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
