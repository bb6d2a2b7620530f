package dev.supie.adapter.out.llm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The form that an answer is asked for in, as a JSON schema, for servers that hold a model to one.
///
/// @param name tells the server's logs what it was
record AnswerSchema(String name, ObjectNode schema) {

    /// Strict mode wants every property required and no others.
    static ObjectNode closedObject() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "object").put("additionalProperties", false);
        schema.putObject("properties");
        schema.putArray("required");
        return schema;
    }

    /// Adds a property to a [#closedObject], and gives it.
    static ObjectNode require(ObjectNode schema, String key) {
        schema.withArrayProperty("required").add(key);
        return schema.withObjectProperty("properties").putObject(key);
    }
}
