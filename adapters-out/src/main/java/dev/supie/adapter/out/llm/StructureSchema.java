package dev.supie.adapter.out.llm;

import static dev.supie.adapter.out.llm.AnswerSchema.closedObject;
import static dev.supie.adapter.out.llm.AnswerSchema.require;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supie.domain.peer.Category;

import java.util.Arrays;

/// The form of what is understood of a message (PEER-4).
final class StructureSchema {

    static final String NORMALIZED_KEY = "normalized";

    private StructureSchema() {}

    static AnswerSchema schema() {
        ObjectNode schema = closedObject();
        ArrayNode words =
                require(schema, StructureField.CATEGORY.key())
                        .put("type", "string")
                        .putArray("enum");
        Arrays.stream(Category.values()).map(Category::word).forEach(words::add);
        require(schema, StructureField.SUMMARY.key()).put("type", "string");
        ObjectNode normalized = closedObject();
        require(normalized, StructureField.TITLE.key()).put("type", "string");
        require(normalized, StructureField.PRIORITY.key()).put("type", "integer");
        require(normalized, StructureField.DUE.key()).put("type", "string");
        require(normalized, StructureField.ASSIGNEES.key())
                .put("type", "array")
                .putObject("items")
                .put("type", "string");
        require(schema, NORMALIZED_KEY).setAll(normalized);
        return new AnswerSchema("message", schema);
    }
}
