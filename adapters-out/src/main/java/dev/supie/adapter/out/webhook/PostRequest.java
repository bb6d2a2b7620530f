package dev.supie.adapter.out.webhook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// One post in bytes: head, then body, exactly as it was signed.
final class PostRequest {

    private PostRequest() {}

    static byte[] of(WebhookSettings settings, String eventId, byte[] body, Instant now) {
        String timestamp = Long.toString(now.getEpochSecond());
        StringBuilder head = new StringBuilder();
        head.append("POST ").append(target(settings)).append(" HTTP/1.1\r\n");
        header(head, "Host", settings.url().getRawAuthority());
        header(head, "Content-Type", "application/json");
        header(head, "Content-Length", Integer.toString(body.length));
        header(head, "Connection", "close");
        header(head, WebhookHeaders.EVENT_ID, eventId);
        header(head, WebhookHeaders.TIMESTAMP, timestamp);
        settings.key()
                .ifPresent(
                        key -> {
                            header(head, WebhookHeaders.SIGNATURE, key.signature(body));
                            header(
                                    head,
                                    WebhookHeaders.SIGNATURE_V2,
                                    key.signature(timestamp, body));
                        });
        settings.headers().forEach(extra -> header(head, extra.name(), extra.value()));
        head.append("\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + body.length);
        request.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private static String target(WebhookSettings settings) {
        String path = settings.url().getRawPath();
        String query = settings.url().getRawQuery();
        return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }

    private static void header(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }
}
