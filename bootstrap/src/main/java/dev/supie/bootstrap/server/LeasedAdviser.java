package dev.supie.bootstrap.server;

import dev.supie.adapter.out.llm.HttpBuildAdviser;
import dev.supie.application.coding.port.BuildAdviser;
import dev.supie.application.coding.port.ModelAnswer;
import dev.supie.bootstrap.reload.Clients;
import dev.supie.domain.coding.Question;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Asks the model that is configured when the question comes (CFG-3), until it has answered or
/// nobody wants to know any more.
///
/// @param chosen empty if no model is configured
record LeasedAdviser(Supplier<Optional<Clients.Lease<HttpBuildAdviser>>> chosen)
        implements BuildAdviser {

    @Override
    public Asked ask(Question question, Duration within, Consumer<ModelAnswer> answer) {
        Optional<Clients.Lease<HttpBuildAdviser>> chosenNow = chosen.get();
        if (chosenNow.isEmpty()) {
            return NONE.ask(question, within, answer);
        }
        Clients.Lease<HttpBuildAdviser> lease = chosenNow.get();
        Asked asked;
        try {
            asked =
                    lease.client()
                            .ask(
                                    question,
                                    within,
                                    given -> {
                                        lease.end();
                                        answer.accept(given);
                                    });
        } catch (RuntimeException notAsked) {
            lease.end();
            throw notAsked;
        }
        return () -> {
            asked.cancel();
            lease.end();
        };
    }
}
