package dev.supie.adapter.out.llm;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads advice out of whatever a model answered (COD-4): of the objects in the answer the one that
/// names most of what was asked for, of two the later one. Pure; linear time; never throws.
///
/// Only the fields of [AdviceField] are ever looked at; an object that was cut off does not count.
final class AdviceJson {

    /// Some models wrap everything once more.
    static final int DEPTH_MAX = 3;

    private AdviceJson() {}

    /// @param cut whether the model was stopped before it was done
    /// @return empty if there is nothing usable in the answer
    static Optional<WrittenAdvice> read(String answer, boolean cut) {
        Optional<WrittenAdvice> best = Optional.empty();
        for (String span : JsonSpans.candidates(answer)) {
            LenientJson.Fields object = LenientJson.read(span);
            Map<AdviceField, List<String>> found = new EnumMap<>(AdviceField.class);
            gather(object.fields(), 1, found);
            WrittenAdvice written = new WrittenAdvice(found, span.length());
            boolean better = best.isEmpty() || found.size() >= best.get().lists().size();
            if (object.whole() && !cut && written.isUsable() && better) {
                best = Optional.of(written);
            }
        }
        return best;
    }

    /// What stands further out counts.
    private static void gather(
            Map<String, JsonNode> fields, int depth, Map<AdviceField, List<String>> found) {
        fields.forEach(
                (name, value) ->
                        AdviceField.named(name)
                                .ifPresent(field -> found.putIfAbsent(field, lines(value))));
        if (depth < DEPTH_MAX) {
            fields.values().stream()
                    .filter(JsonNode::isObject)
                    .forEach(value -> gather(LenientJson.fieldsOf(value), depth + 1, found));
        }
    }

    private static List<String> lines(JsonNode value) {
        return LineCoercion.lines(value).stream().map(WrittenMinutes.Line::text).toList();
    }
}
