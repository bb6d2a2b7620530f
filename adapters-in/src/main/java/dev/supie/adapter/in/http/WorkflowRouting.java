package dev.supie.adapter.in.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;

import java.util.function.Function;

/// `/supie/workflow…` (WF-9): the gate of meetings, then who answers, then the envelope or the
/// file.
final class WorkflowRouting implements HttpService {

    static final String PATH = "/supie/workflow";

    /// As a text message of a badge (MSG-2).
    static final int BODY_BYTES_MAX = 64 * 1024;

    private final MeetingGate gate;
    private final PageWrites pages;
    private final TaskReader reader;
    private final TaskWriter writer;

    WorkflowRouting(MeetingGate gate, PageWrites pages, TaskReader reader, TaskWriter writer) {
        this.gate = gate;
        this.pages = pages;
        this.reader = reader;
        this.writer = writer;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("[/]", read(reader::page))
                .get("/export.csv", read(reader::csv))
                .get("/export.json", read(reader::json))
                .post("/tasks[/]", write(writer::update))
                .post("/complete[/]", write(writer::complete))
                .post("/import-from-meeting[/]", write(writer::fromMeeting));
    }

    private Handler read(Function<QueryParameters, Answer> read) {
        return (request, response) ->
                AnswerReply.send(
                        response,
                        gate.refusal(request)
                                .orElseGet(
                                        () ->
                                                read.apply(
                                                        QueryParameters.of(
                                                                request.query().rawValue()))));
    }

    private Handler write(Function<JsonFields, Answer> write) {
        return (request, response) ->
                AnswerReply.send(
                        response,
                        gate.refusal(request)
                                .or(() -> pages.refusal(request.headers()))
                                .orElseGet(() -> written(request, write)));
    }

    private static Answer written(ServerRequest request, Function<JsonFields, Answer> write) {
        return switch (BoundedBody.read(request, BODY_BYTES_MAX)) {
            case BoundedBody.TooLarge _ -> new Answer.TooLarge(BODY_BYTES_MAX);
            case BoundedBody.Complete(String body) -> JsonFields.read(body, write);
        };
    }
}
