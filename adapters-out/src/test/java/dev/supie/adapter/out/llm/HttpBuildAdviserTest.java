package dev.supie.adapter.out.llm;

import dev.supie.application.coding.port.BuildAdviser;
import dev.supie.application.contract.BuildAdviserContract;

import org.junit.jupiter.api.AfterEach;

import java.time.Duration;

/// The real one keeps the contract, against a server that speaks the protocol.
class HttpBuildAdviserTest extends BuildAdviserContract {

    private static final int FOR_EVER_MILLIS = 60_000;
    private static final Duration MOMENT = Duration.ofMillis(300);

    private final ModelServer server = new ModelServer();
    private final ModelTally tally = new ModelTally();
    private final HttpBuildAdviser adviser =
            new HttpBuildAdviser(
                    ModelServer.settings(server.baseUrl(), ModelServer.limits(1, 4)),
                    tally,
                    new TestSurroundings().surroundings());
    private final Settling settling = new Settling(adviser);
    private Duration patience = WITHIN;

    @AfterEach
    void close() {
        adviser.close();
        server.close();
    }

    @Override
    protected BuildAdviser answering() {
        server.always(ModelServer.content(Builds.json(ADVICE)));
        return settling;
    }

    @Override
    protected BuildAdviser failing() {
        server.always(ModelServer.status(500));
        return settling;
    }

    @Override
    protected BuildAdviser hanging() {
        patience = MOMENT;
        server.always(ModelServer.content(Builds.json(ADVICE)).withFixedDelay(FOR_EVER_MILLIS));
        return settling;
    }

    @Override
    protected void settle() {
        settling.settle(patience);
    }
}
