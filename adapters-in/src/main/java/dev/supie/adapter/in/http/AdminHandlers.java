package dev.supie.adapter.in.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;

import java.util.function.BiFunction;
import java.util.function.Function;

/// What all of administration does with a request: the gate first, for a change a note of it
/// afterwards, then the envelope of REST-1.
record AdminHandlers(AdminGate gate, AuditedAnswers audited) {

    /// An id has at most 128 characters.
    static final int BODY_BYTES_MAX = 8 * 1024;

    Handler reading(Function<ServerRequest, Answer> answer) {
        return (request, response) ->
                AnswerReply.send(
                        response, gate.refusal(request).orElseGet(() -> answer.apply(request)));
    }

    Handler listing(Function<QueryParameters, Answer> list) {
        return reading(request -> list.apply(QueryParameters.of(request.query().rawValue())));
    }

    /// A change of what the body names.
    Handler changing(String action, Function<String, Answer> change) {
        return changing(action, change, AuditedAnswers::target);
    }

    /// @param target what is changed, given the body and the answer
    Handler changing(
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
}
