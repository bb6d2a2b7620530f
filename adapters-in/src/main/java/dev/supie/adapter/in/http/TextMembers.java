package dev.supie.adapter.in.http;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;

/// The text members of a small JSON object; whatever else it holds is passed over.
sealed interface TextMembers {

    /// As for messages (MSG-2).
    int DEPTH_MAX = 32;

    /// @param texts by name; of members of one name the last
    record Understood(Map<String, String> texts) implements TextMembers {
        public Understood {
            texts = Map.copyOf(texts);
        }
    }

    /// Not a JSON object.
    record Unintelligible(String reason) implements TextMembers {}

    /// No text at all counts as an empty object.
    ///
    /// @param wrapper members of an object of this name count as the object's own, because some
    ///   clients put theirs into one (T07); empty for none
    static TextMembers read(String body, String wrapper) {
        if (body.isBlank()) {
            return new Understood(Map.of());
        }
        try (JsonParser parser = Json.createParser(new StringReader(body))) {
            return parser.next() == Event.START_OBJECT
                    ? readObject(parser, wrapper)
                    : new Unintelligible("the body must be a JSON object");
        } catch (JsonException _) {
            return new Unintelligible("the body is not valid JSON");
        }
    }

    private static TextMembers readObject(JsonParser parser, String wrapper) {
        Map<String, String> texts = new HashMap<>();
        String outer = "";
        String key = "";
        int depth = 1;
        while (parser.hasNext()) {
            Event event = parser.next();
            switch (event) {
                case START_OBJECT, START_ARRAY -> depth++;
                case END_OBJECT, END_ARRAY -> depth--;
                case KEY_NAME -> {
                    key = parser.getString();
                    outer = depth == 1 ? key : outer;
                }
                case VALUE_STRING -> {
                    boolean wrapped = depth == 2 && !wrapper.isEmpty() && outer.equals(wrapper);
                    if (depth == 1 || wrapped) {
                        texts.put(key, parser.getString());
                    }
                }
                case VALUE_NUMBER, VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> {}
            }
            if (depth > DEPTH_MAX) {
                return new Unintelligible("the body is nested deeper than " + DEPTH_MAX);
            }
        }
        return new Understood(texts);
    }
}
