package dev.supie.adapter.out.llm;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supie.application.contract.StructurerContract;
import dev.supie.application.peer.port.Structurer;

import org.junit.jupiter.api.AfterEach;

/// The real one keeps the contract, against a server that speaks the protocol.
class HttpStructurerTest extends StructurerContract {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int FOR_EVER_MILLIS = 60_000;

    private final ModelServer server = new ModelServer();
    private final HttpStructurer structurer = server.structurer(new TestSurroundings());

    @AfterEach
    void close() {
        structurer.close();
        server.close();
    }

    @Override
    protected Structurer saying(Words words) {
        server.always(ModelServer.content(json(words)));
        return structurer;
    }

    private static String json(Words words) {
        ObjectNode answer = JSON.createObjectNode();
        put(answer, "category", words.category());
        put(answer, "summary", words.summary());
        ObjectNode normalized = answer.putObject("normalized");
        put(normalized, "title", words.title());
        put(normalized, "due", words.due());
        if (words.priority() >= 0) {
            normalized.put("priority", words.priority());
        }
        if (!words.assignees().isEmpty()) {
            ArrayNode assignees = normalized.putArray("assignees");
            words.assignees().forEach(assignees::add);
        }
        return answer.toString();
    }

    private static void put(ObjectNode object, String name, String value) {
        if (!value.isEmpty()) {
            object.put(name, value);
        }
    }

    @Override
    protected Structurer babbling() {
        server.always(ModelServer.content("I am only a language model."));
        return structurer;
    }

    @Override
    protected Structurer silent() {
        server.always(ModelServer.content("{}").withFixedDelay(FOR_EVER_MILLIS));
        return structurer;
    }
}
