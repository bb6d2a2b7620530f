package dev.supie.adapter.in.http;

import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;

import java.nio.charset.StandardCharsets;

/// Sends a line for people.
final class PlainReply {

    private PlainReply() {}

    static void send(ServerResponse response, Status status, String text) {
        response.status(status)
                .header(HeaderValues.CONTENT_TYPE_TEXT_PLAIN)
                .send(text.getBytes(StandardCharsets.UTF_8));
    }
}
