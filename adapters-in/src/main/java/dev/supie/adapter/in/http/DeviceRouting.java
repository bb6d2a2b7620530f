package dev.supie.adapter.in.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;

import java.util.function.Function;

/// `/supie/admin/devices…` (OTA-1): the gate, then the administration, then a note of what was
/// changed, then the envelope of REST-1. No other origin is ever allowed here.
final class DeviceRouting implements HttpService {

    static final String PATH = "/supie/admin/devices";

    /// An id has at most 128 characters.
    static final int BODY_BYTES_MAX = 8 * 1024;

    private final AdminGate gate;
    private final DeviceAdministration administration;
    private final AuditedAnswers audited;

    DeviceRouting(AdminGate gate, DeviceAdministration administration, AuditedAnswers audited) {
        this.gate = gate;
        this.administration = administration;
        this.audited = audited;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(
                        "[/]",
                        guarded(
                                request ->
                                        administration.list(
                                                QueryParameters.of(request.query().rawValue()))))
                .post("/approve[/]", withBody("approve", administration::approve))
                .post("/reject[/]", withBody("reject", administration::reject))
                .post("/revoke[/]", withBody("revoke", administration::revoke))
                .post("/forget[/]", withBody("forget", administration::forget));
    }

    private Handler withBody(String action, Function<String, Answer> decision) {
        return guarded(
                request ->
                        switch (BoundedBody.read(request, BODY_BYTES_MAX)) {
                            case BoundedBody.TooLarge _ -> new Answer.TooLarge(BODY_BYTES_MAX);
                            case BoundedBody.Complete(String body) ->
                                    audited.change(
                                            request,
                                            action,
                                            () -> decision.apply(body),
                                            answer -> AuditedAnswers.target(body, answer));
                        });
    }

    private Handler guarded(Function<ServerRequest, Answer> answer) {
        return (request, response) ->
                AnswerReply.send(
                        response, gate.refusal(request).orElseGet(() -> answer.apply(request)));
    }
}
