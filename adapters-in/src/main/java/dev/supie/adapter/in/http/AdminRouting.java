package dev.supie.adapter.in.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;

import java.util.function.BiFunction;
import java.util.function.Function;

/// `/supie/admin/…` but for the badges that are let in ([DeviceRouting]): the gate, then the
/// administration, then a note of what was changed, then the envelope of REST-1. No other origin is
/// ever allowed here.
final class AdminRouting implements HttpService {

    static final String PATH = "/supie/admin";

    /// An id has at most 128 characters.
    static final int BODY_BYTES_MAX = 8 * 1024;

    private final AdminGate gate;
    private final ServerAdministration administration;
    private final AuditedAnswers audited;

    AdminRouting(AdminGate gate, ServerAdministration administration, AuditedAnswers audited) {
        this.gate = gate;
        this.administration = administration;
        this.audited = audited;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/server[/]", reading(_ -> administration.server()))
                .get("/devices/online[/]", listing(administration::online))
                .post("/devices/kick[/]", changing("kick", administration::kick))
                .get("/meetings/running[/]", listing(administration::meetings))
                .get("/queues[/]", listing(administration::queues))
                .post("/queues/purge[/]", changing("purge", administration::purge))
                .get("/backup[/]", reading(this::backup))
                .get("/log-level[/]", listing(administration::level))
                .post(
                        "/log-level[/]",
                        changing(
                                "log-level",
                                administration::changeLevel,
                                AdminRouting::loggerAndLevel));
    }

    private Handler listing(Function<QueryParameters, Answer> list) {
        return reading(request -> list.apply(QueryParameters.of(request.query().rawValue())));
    }

    private Handler reading(Function<ServerRequest, Answer> answer) {
        return (request, response) ->
                AnswerReply.send(
                        response, gate.refusal(request).orElseGet(() -> answer.apply(request)));
    }

    private Handler changing(String action, Function<String, Answer> change) {
        return changing(action, change, AuditedAnswers::target);
    }

    private Handler changing(
            String action,
            Function<String, Answer> change,
            BiFunction<String, Answer, String> target) {
        return reading(
                request ->
                        switch (BoundedBody.read(request, BODY_BYTES_MAX)) {
                            case BoundedBody.TooLarge _ -> new Answer.TooLarge(BODY_BYTES_MAX);
                            case BoundedBody.Complete(String body) ->
                                    audited.change(
                                            request,
                                            action,
                                            () -> change.apply(body),
                                            answer -> target.apply(body, answer));
                        });
    }

    /// It changes nothing, but whoever has it has every secret; so it is noted.
    private Answer backup(ServerRequest request) {
        return audited.change(request, "backup", administration::backup, _ -> "");
    }

    private static String loggerAndLevel(String body, Answer answer) {
        return answer instanceof Answer.Found(LogLevelBody(String logger, String level))
                ? logger + "=" + level
                : "";
    }
}
