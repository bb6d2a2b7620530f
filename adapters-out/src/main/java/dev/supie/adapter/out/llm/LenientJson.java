package dev.supie.adapter.out.llm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads an object that a model wrote, and keeps what was complete if it is broken further on.
/// Pure; safe for many threads.
final class LenientJson {

    /// Minutes are three levels deep. Deeper nesting is refused before it can use up the stack.
    static final int DEPTH_MAX = 16;

    private static final JsonMapper JSON =
            JsonMapper.builder(factory())
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_YAML_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
                    .build();

    /// @param fields those that were complete
    /// @param whole whether the object was well formed to its closing brace
    record Fields(Map<String, JsonNode> fields, boolean whole) {}

    private LenientJson() {}

    private static JsonFactory factory() {
        var constraints = StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build();
        return JsonFactory.builder().streamReadConstraints(constraints).build();
    }

    static Fields read(String text) {
        Fields asWritten = fields(text);
        if (asWritten.whole()) {
            return asWritten;
        }
        Fields mended = fields(JsonMending.mended(text));
        boolean better = mended.whole() || mended.fields().size() > asWritten.fields().size();
        return better ? mended : asWritten;
    }

    /// Whether this is one well-formed object and nothing else.
    static boolean isWhole(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    && readInto(new LinkedHashMap<>(), parser)
                    && parser.nextToken() == null;
        } catch (IOException _) {
            return false;
        }
    }

    /// The text of a JSON string: some models quote the JSON that they were asked for.
    static Optional<String> unquoted(String text) {
        if (!text.startsWith("\"")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readTree(text).textValue());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    static Map<String, JsonNode> fieldsOf(JsonNode object) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    private static Fields fields(String text) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        boolean whole = false;
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                whole = readInto(fields, parser);
            }
        } catch (IOException _) {
            // Broken here: what was read before it stands.
        }
        return new Fields(fields, whole);
    }

    private static boolean readInto(Map<String, JsonNode> fields, JsonParser parser)
            throws IOException {
        JsonToken token = parser.nextToken();
        while (token == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            JsonNode value = JSON.readTree(parser);
            fields.put(name, value);
            token = parser.nextToken();
        }
        return token == JsonToken.END_OBJECT;
    }
}
