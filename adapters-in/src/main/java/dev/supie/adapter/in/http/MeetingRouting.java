package dev.supie.adapter.in.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;

import java.util.function.BiFunction;

/// `/supie/meetings/…` (REST-1): the gate, then who answers, then the envelope or the file.
final class MeetingRouting implements HttpService {

    static final String PATH = "/supie/meetings";

    private final MeetingGate gate;
    private final MeetingReader reader;
    private final MeetingFinder finder;
    private final MeetingExporter exporter;
    private final MeetingRemover remover;
    private final AuditedAnswers audited;

    MeetingRouting(
            MeetingGate gate,
            MeetingReader reader,
            MeetingFinder finder,
            MeetingExporter exporter,
            MeetingRemover remover,
            AuditedAnswers audited) {
        this.gate = gate;
        this.reader = reader;
        this.finder = finder;
        this.exporter = exporter;
        this.remover = remover;
        this.audited = audited;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/recent[/]", guarded((_, parameters) -> reader.recent(parameters)))
                .get("/search[/]", guarded((_, parameters) -> finder.find(parameters)))
                .get("/{id}/transcript[/]", guarded(reader::transcript))
                .get("/{id}/export.md", exported(ExportKind.MARKDOWN))
                .get("/{id}/export.json", exported(ExportKind.JSON))
                .get("/{id}/export.txt", exported(ExportKind.PLAIN))
                .get("/{id}[/]", guarded(reader::detail))
                .delete("/{id}[/]", removed());
    }

    private Handler exported(ExportKind kind) {
        return guarded((id, parameters) -> exporter.export(id, parameters, kind));
    }

    private Handler guarded(BiFunction<String, QueryParameters, Answer> read) {
        return (request, response) ->
                AnswerReply.send(
                        response,
                        gate.refusal(request)
                                .orElseGet(() -> read.apply(id(request), parameters(request))));
    }

    private Handler removed() {
        return (request, response) ->
                AnswerReply.send(
                        response,
                        gate.removalRefusal(request)
                                .orElseGet(
                                        () ->
                                                audited.change(
                                                        request,
                                                        "remove-meeting",
                                                        () -> remove(request),
                                                        _ -> id(request))));
    }

    private Answer remove(ServerRequest request) {
        return remover.remove(id(request), parameters(request), gate.address(request));
    }

    private static String id(ServerRequest request) {
        return request.path().pathParameters().first("id").orElse("");
    }

    private static QueryParameters parameters(ServerRequest request) {
        return QueryParameters.of(request.query().rawValue());
    }
}
