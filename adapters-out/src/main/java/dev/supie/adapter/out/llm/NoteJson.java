package dev.supie.adapter.out.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.supie.domain.conversation.Memory;

import java.util.Map;
import java.util.Optional;

/// Reads the note out of whatever a model answered (CHAT-1): of the objects in the answer the last
/// one that has one. Pure; linear time; never throws.
///
/// Only the field [#KEY] is ever looked at; an object that was cut off does not count.
final class NoteJson {

    static final String KEY = "note";

    private NoteJson() {}

    /// The form that it is asked for in.
    static AnswerSchema schema() {
        var schema = AnswerSchema.closedObject();
        AnswerSchema.require(schema, KEY).put("type", "string");
        return new AnswerSchema("note", schema);
    }

    /// @param cut whether the model was stopped before it was done
    /// @return empty if there is nothing usable in the answer
    static Optional<WrittenNote> read(String answer, boolean cut) {
        Optional<WrittenNote> last = Optional.empty();
        if (cut) {
            return last;
        }
        for (String span : JsonSpans.candidates(answer)) {
            LenientJson.Fields object = LenientJson.read(span);
            if (object.whole()) {
                Optional<WrittenNote> earlier = last;
                last =
                        note(object)
                                .map(text -> new WrittenNote(text, span.length()))
                                .or(() -> earlier);
            }
        }
        return last;
    }

    private static Optional<String> note(LenientJson.Fields object) {
        return object.fields().entrySet().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(KEY))
                .map(Map.Entry::getValue)
                .filter(JsonNode::isTextual)
                .findFirst()
                .flatMap(NoteJson::line);
    }

    /// Without the bullet that some models put before a line; a way of saying "none" is none.
    private static Optional<String> line(JsonNode value) {
        String line = PlainText.oneLine(value.textValue(), LineCoercion.LINE_CHARS_MAX);
        return Memory.note(LineCoercion.text(TextNode.valueOf(line)));
    }
}
