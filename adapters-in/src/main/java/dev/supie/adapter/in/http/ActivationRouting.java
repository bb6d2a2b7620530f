package dev.supie.adapter.in.http;

import dev.supie.application.enrolment.Enrolments;
import dev.supie.application.enrolment.Enrolments.Question;
import dev.supie.application.enrolment.Enrolments.SerialProof;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.util.Optional;

/// `…/ota/activate` (T06, T07): a badge that shows a code asks every few seconds whether it is let
/// in. Firmware looks at the status alone: 200 is yes, 202 is not yet.
final class ActivationRouting {

    static final int BODY_BYTES_MAX = 8 * 1024;

    private final Enrolments enrolments;

    ActivationRouting(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    /// How far a badge has come.
    record State(String state) {}

    void answer(ServerRequest request, ServerResponse response) {
        switch (BoundedBody.read(request, BODY_BYTES_MAX)) {
            case BoundedBody.TooLarge _ ->
                    AnswerReply.send(response, new Answer.TooLarge(BODY_BYTES_MAX));
            case BoundedBody.Complete(String text) -> {
                switch (ActivationBody.read(text)) {
                    case ActivationBody.Unintelligible(String reason) -> refuse(response, reason);
                    case ActivationBody.Understood(Optional<SerialProof> proof) ->
                            answer(OtaAsker.of(request), proof, response);
                }
            }
        }
    }

    private void answer(OtaAsker asker, Optional<SerialProof> proof, ServerResponse response) {
        switch (asker) {
            case OtaAsker.Wrong(String reason) -> refuse(response, reason);
            case OtaAsker.Known(Question question) -> {
                switch (enrolments.progress(question, proof)) {
                    case DONE -> send(response, Status.OK_200, "activated");
                    case WAITING -> send(response, Status.ACCEPTED_202, "waiting");
                    case REFUSED ->
                            JsonReply.error(
                                    response,
                                    Status.FORBIDDEN_403,
                                    "an administrator has refused this badge");
                    case FORGED ->
                            JsonReply.error(
                                    response,
                                    Status.FORBIDDEN_403,
                                    "the hmac is not that of this serial number's key");
                }
            }
        }
    }

    private static void send(ServerResponse response, Status status, String state) {
        JsonReply.send(response, status, new JsonReply.Success(true, new State(state)));
    }

    private static void refuse(ServerResponse response, String reason) {
        JsonReply.error(response, Status.BAD_REQUEST_400, reason);
    }
}
