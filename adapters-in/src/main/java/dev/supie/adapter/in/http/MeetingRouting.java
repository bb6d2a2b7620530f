package dev.supie.adapter.in.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.time.Duration;
import java.util.function.BiFunction;

/// `/supie/meetings/…` (REST-1): the gate, then the reader, then the envelope.
final class MeetingRouting implements HttpService {

    static final String PATH = "/supie/meetings";

    private final MeetingGate gate;
    private final MeetingReader reader;

    MeetingRouting(MeetingGate gate, MeetingReader reader) {
        this.gate = gate;
        this.reader = reader;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/recent[/]", guarded((_, parameters) -> reader.recent(parameters)))
                .get("/{id}/transcript[/]", guarded(reader::transcript))
                .get("/{id}[/]", guarded(reader::detail));
    }

    private Handler guarded(BiFunction<String, QueryParameters, Answer> read) {
        return (request, response) ->
                reply(response, gate.refusal(request).orElseGet(() -> answer(request, read)));
    }

    private static Answer answer(
            ServerRequest request, BiFunction<String, QueryParameters, Answer> read) {
        String id = request.path().pathParameters().first("id").orElse("");
        return read.apply(id, QueryParameters.of(request.query().rawValue()));
    }

    private static void reply(ServerResponse response, Answer answer) {
        switch (answer) {
            case Answer.Found(Object data) -> JsonReply.data(response, data);
            case Answer.Wrong wrong ->
                    JsonReply.error(
                            response, Status.BAD_REQUEST_400, String.join("; ", wrong.problems()));
            case Answer.Unknown _ ->
                    JsonReply.error(response, Status.NOT_FOUND_404, "no such meeting");
            case Answer.Unauthorized _ -> {
                response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
                JsonReply.error(
                        response,
                        Status.UNAUTHORIZED_401,
                        "a valid token is needed: Authorization: Bearer … or X-API-Token");
            }
            case Answer.TooMany(Duration pause) -> {
                response.header(HeaderNames.RETRY_AFTER, seconds(pause));
                JsonReply.error(
                        response, Status.TOO_MANY_REQUESTS_429, "too many requests, slow down");
            }
        }
    }

    /// Retry-After knows whole seconds only; rounding down would invite the next refusal.
    private static String seconds(Duration wait) {
        return Long.toString(wait.plusNanos(999_999_999).toSeconds());
    }
}
