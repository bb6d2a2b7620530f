package dev.supie.adapter.in.http;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.util.Locale;

/// Says that something went wrong in the language of the path: the JSON envelope under `/supie/`,
/// that of OpenAI under `/v1/`, plain text elsewhere.
final class ErrorReply {

    static final String JSON_PREFIX = "/supie/";

    private ErrorReply() {}

    static void send(ServerRequest request, ServerResponse response, Status status) {
        String sentence = status.reasonPhrase().toLowerCase(Locale.ROOT);
        String path = request.prologue().uriPath().path();
        if (path.startsWith(JSON_PREFIX)) {
            JsonReply.error(response, status, sentence);
        } else if (path.startsWith(AudioRouting.ROOT)) {
            AudioProblem.of(status, sentence).send(response);
        } else {
            PlainReply.send(response, status, sentence);
        }
    }
}
