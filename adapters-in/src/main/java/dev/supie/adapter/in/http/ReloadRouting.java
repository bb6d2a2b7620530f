package dev.supie.adapter.in.http;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

import java.util.List;
import java.util.Optional;

/// `POST /supie/admin/reload` (CFG-3), for administrators.
final class ReloadRouting implements HttpService {

    static final String PATH = "/supie/admin/reload";

    private final AdminGate gate;
    private final Reloading reloading;
    private final AuditedAnswers audited;

    ReloadRouting(AdminGate gate, Reloading reloading, AuditedAnswers audited) {
        this.gate = gate;
        this.reloading = reloading;
        this.audited = audited;
    }

    @JsonbPropertyOrder({"changed", "needRestart"})
    record Changes(List<String> changed, List<String> needRestart) {}

    @JsonbPropertyOrder({"success", "error", "problems"})
    record Refusal(boolean success, String error, List<String> problems) {}

    @Override
    public void routing(HttpRules rules) {
        rules.post("[/]", this::reload);
    }

    private void reload(ServerRequest request, ServerResponse response) {
        Optional<Answer> refusal = gate.refusal(request);
        if (refusal.isPresent()) {
            AnswerReply.send(response, refusal.get());
            return;
        }
        switch (reloading.reload()) {
            case ReloadReport.Applied(List<String> changed, List<String> needRestart) -> {
                audited.note(request, "reload", "", "done");
                JsonReply.data(response, new Changes(changed, needRestart));
            }
            case ReloadReport.Refused(List<String> problems) -> {
                audited.note(request, "reload", "", "malformed");
                JsonReply.send(
                        response,
                        Status.UNPROCESSABLE_CONTENT_422,
                        new Refusal(
                                false,
                                "the configuration was not changed: "
                                        + problems.size()
                                        + (problems.size() == 1 ? " problem" : " problems"),
                                problems));
            }
        }
    }
}
