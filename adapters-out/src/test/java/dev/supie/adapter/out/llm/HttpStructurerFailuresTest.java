package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.peer.port.StructurerException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

/// Each failure is one exception within the time limit, so that rules do the model's work and the
/// message goes its way (PEER-4).
class HttpStructurerFailuresTest extends FailingModelContract {

    private final HttpStructurer structurer = server.structurer(time, tally);

    @Override
    String use() {
        return HttpStructurer.USE;
    }

    @Override
    String good() {
        return "{\"category\":\"notice\",\"summary\":\"fine\"}";
    }

    @Override
    void succeed() throws StructurerException {
        assertEquals("fine", Messages.read(structurer).summary());
    }

    @Override
    String failure(Duration within) {
        return Messages.failure(structurer, within);
    }

    @Override
    String secret() {
        return "report";
    }

    @Override
    AutoCloseable asked() {
        return structurer;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"category\":7,\"summary\":[]}",
                "{\"category\":null,\"summary\":null}",
                "{\"to\":[\"x\"],\"text\":\"y\"}"
            })
    void anObjectThatSaysNothingOfTheMessageIsOfNoUse(String answer) throws Exception {
        isUnusable(ModelServer.content(answer), answer);
    }
}
