package dev.supie.adapter.out.llm;

import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.supie.application.contract.NoteTakerContract;
import dev.supie.application.conversation.port.NoteTaker;

import org.junit.jupiter.api.AfterEach;

/// The real one keeps the contract, against a server that speaks the protocol.
class HttpNoteTakerTest extends NoteTakerContract {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int FOR_EVER_MILLIS = 60_000;

    private final ModelServer server = new ModelServer();
    private final HttpNoteTaker noteTaker =
            new HttpNoteTaker(
                    ModelServer.settings(server.baseUrl(), ModelServer.limits(2, 8)),
                    new ModelTally(),
                    new TestSurroundings().surroundings());

    @AfterEach
    void close() {
        noteTaker.close();
        server.close();
    }

    @Override
    protected NoteTaker saying(String words) {
        String answer = JSON.createObjectNode().put("note", words).toString();
        server.always(ModelServer.content(answer));
        return noteTaker;
    }

    @Override
    protected NoteTaker babbling() {
        server.always(ModelServer.content("I am only a language model."));
        return noteTaker;
    }

    @Override
    protected NoteTaker silent() {
        server.always(ModelServer.content("{}").withFixedDelay(FOR_EVER_MILLIS));
        return noteTaker;
    }
}
