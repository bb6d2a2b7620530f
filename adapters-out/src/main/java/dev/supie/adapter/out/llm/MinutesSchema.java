package dev.supie.adapter.out.llm;

import static dev.supie.adapter.out.llm.AnswerSchema.closedObject;
import static dev.supie.adapter.out.llm.AnswerSchema.require;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// The form of minutes.
final class MinutesSchema {

    private MinutesSchema() {}

    static AnswerSchema schema() {
        ObjectNode schema = closedObject();
        require(schema, MinutesField.TITLE_KEY).put("type", "string");
        for (MinutesField field : MinutesField.values()) {
            ObjectNode list = require(schema, field.key()).put("type", "array");
            list.set("items", line());
        }
        return new AnswerSchema("minutes", schema);
    }

    private static ObjectNode line() {
        ObjectNode line = closedObject();
        require(line, MinutesField.TEXT_KEY).put("type", "string");
        require(line, MinutesField.SEGMENT_KEY).put("type", "integer");
        return line;
    }
}
