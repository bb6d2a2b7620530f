package dev.supie.adapter.out.llm;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Optional;

/// How a server is asked to answer in JSON, best first. Many servers that speak this protocol know
/// only the later ones, and the answer is read the same way whichever it was.
enum JsonMode {
    /// The answer's grammar is held to our schema.
    SCHEMA,
    /// The answer is some JSON object.
    OBJECT,
    /// Only the prompt asks for JSON.
    PLAIN;

    /// What to try when the server refuses this one.
    Optional<JsonMode> next() {
        return switch (this) {
            case SCHEMA -> Optional.of(OBJECT);
            case OBJECT -> Optional.of(PLAIN);
            case PLAIN -> Optional.empty();
        };
    }

    /// The one further down; a mode that was refused once is never gone back to.
    static JsonMode later(JsonMode one, JsonMode other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /// Adds `response_format` to a request.
    void addTo(ObjectNode request, AnswerSchema wanted) {
        switch (this) {
            case SCHEMA -> {
                ObjectNode format = request.putObject("response_format");
                format.put("type", "json_schema");
                ObjectNode schema = format.putObject("json_schema");
                schema.put("name", wanted.name()).put("strict", true);
                schema.set("schema", wanted.schema());
            }
            case OBJECT -> request.putObject("response_format").put("type", "json_object");
            case PLAIN -> {
                // Nothing: a server that refused both forms may refuse the key itself.
            }
        }
    }
}
