package dev.supie.adapter.out.llm;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Reads what is understood of a message out of whatever a model answered (PEER-4): of the objects
/// in the answer the one that names most of what was asked for, of two the later one. Pure; linear
/// time; never throws.
///
/// Only the fields of [StructureField] are ever looked at; an object that was cut off does not
/// count.
final class StructureJson {

    /// Objects may be in one another: `normalized` is, and some models wrap everything once more.
    static final int DEPTH_MAX = 3;

    private StructureJson() {}

    /// @param cut whether the model was stopped before it was done
    /// @return empty if there is nothing usable in the answer
    static Optional<WrittenStructure> read(String answer, boolean cut) {
        Optional<WrittenStructure> best = Optional.empty();
        for (String span : JsonSpans.candidates(answer)) {
            LenientJson.Fields object = LenientJson.read(span);
            Map<StructureField, JsonNode> found = new EnumMap<>(StructureField.class);
            gather(object.fields(), 1, found);
            WrittenStructure written = new WrittenStructure(found, span.length());
            boolean better = best.isEmpty() || found.size() >= best.get().fields().size();
            if (object.whole() && !cut && written.isUsable() && better) {
                best = Optional.of(written);
            }
        }
        return best;
    }

    /// What stands further out counts.
    private static void gather(
            Map<String, JsonNode> fields, int depth, Map<StructureField, JsonNode> found) {
        fields.forEach(
                (name, value) ->
                        StructureField.named(name)
                                .ifPresent(field -> found.putIfAbsent(field, value)));
        if (depth < DEPTH_MAX) {
            fields.values().stream()
                    .filter(JsonNode::isObject)
                    .forEach(value -> gather(LenientJson.fieldsOf(value), depth + 1, found));
        }
    }
}
