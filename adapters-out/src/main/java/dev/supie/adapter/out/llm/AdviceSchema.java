package dev.supie.adapter.out.llm;

import static dev.supie.adapter.out.llm.AnswerSchema.closedObject;
import static dev.supie.adapter.out.llm.AnswerSchema.require;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// The form of advice about a build (COD-4).
final class AdviceSchema {

    private AdviceSchema() {}

    static AnswerSchema schema() {
        ObjectNode schema = closedObject();
        for (AdviceField field : AdviceField.values()) {
            require(schema, field.key())
                    .put("type", "array")
                    .putObject("items")
                    .put("type", "string");
        }
        return new AnswerSchema("advice", schema);
    }
}
