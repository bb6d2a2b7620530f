package dev.supie.adapter.in.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;

import java.util.function.Function;

/// `/supie/admin/devices…` (OTA-1): the gate, then the administration, then the envelope of REST-1.
/// No other origin is ever allowed here.
final class DeviceRouting implements HttpService {

    static final String PATH = "/supie/admin/devices";

    /// An id has at most 128 characters.
    static final int BODY_BYTES_MAX = 8 * 1024;

    private final AdminGate gate;
    private final DeviceAdministration administration;

    DeviceRouting(AdminGate gate, DeviceAdministration administration) {
        this.gate = gate;
        this.administration = administration;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(
                        "[/]",
                        guarded(
                                request ->
                                        administration.list(
                                                QueryParameters.of(request.query().rawValue()))))
                .post("/approve[/]", withBody(administration::approve))
                .post("/reject[/]", withBody(administration::reject))
                .post("/revoke[/]", withBody(administration::revoke))
                .post("/forget[/]", withBody(administration::forget));
    }

    private Handler withBody(Function<String, Answer> decision) {
        return guarded(
                request ->
                        switch (BoundedBody.read(request, BODY_BYTES_MAX)) {
                            case BoundedBody.TooLarge _ -> new Answer.TooLarge(BODY_BYTES_MAX);
                            case BoundedBody.Complete(String body) -> decision.apply(body);
                        });
    }

    private Handler guarded(Function<ServerRequest, Answer> answer) {
        return (request, response) ->
                AnswerReply.send(
                        response, gate.refusal(request).orElseGet(() -> answer.apply(request)));
    }
}
