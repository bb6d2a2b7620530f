package dev.supie.adapter.in.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;

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
                AnswerReply.send(
                        response, gate.refusal(request).orElseGet(() -> answer(request, read)));
    }

    private static Answer answer(
            ServerRequest request, BiFunction<String, QueryParameters, Answer> read) {
        String id = request.path().pathParameters().first("id").orElse("");
        return read.apply(id, QueryParameters.of(request.query().rawValue()));
    }
}
