package dev.supie.adapter.out.llm;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads minutes out of whatever a model answered (MTG-8). Pure; linear time; never throws.
///
/// In this order: the whole answer as JSON; the JSON objects in it, thoughts and code fences left
/// out, strictly at first and then mended. The object that names most of what was asked for wins,
/// of two the later one.
///
/// An answer that was cut off counts only if every field of it is complete. Taking part of it would
/// drop, without anybody noticing, what the running notes had in the fields that are missing.
final class MinutesJson {

    /// Objects may wrap the one that is wanted, such as `{"minutes": {…}}`.
    static final int WRAPPERS_MAX = 3;

    private static final int FIELDS = MinutesField.values().length + 1;

    /// What one object has of minutes.
    private record Reading(
            Optional<String> title,
            Map<MinutesField, List<WrittenMinutes.Line>> lists,
            boolean whole,
            int length) {

        int named() {
            return lists.size() + (title.isPresent() ? 1 : 0);
        }

        /// A title alone is no minutes.
        boolean isUsable(boolean cut) {
            return !lists.isEmpty() && ((whole && !cut) || named() == FIELDS);
        }

        WrittenMinutes minutes() {
            return new WrittenMinutes(title.orElse(""), lists, length);
        }
    }

    private MinutesJson() {}

    /// The minutes in an answer.
    ///
    /// @param cut whether the model was stopped before it was done
    /// @return empty if there is nothing usable in the answer
    static Optional<WrittenMinutes> read(String answer, boolean cut) {
        Optional<Reading> best = Optional.empty();
        for (String span : JsonSpans.candidates(answer)) {
            Reading reading = reading(LenientJson.read(span), span.length(), 0);
            boolean better = best.isEmpty() || reading.named() >= best.get().named();
            if (reading.isUsable(cut) && better) {
                best = Optional.of(reading);
            }
        }
        return best.map(Reading::minutes);
    }

    private static Reading reading(LenientJson.Fields object, int length, int wrappers) {
        Optional<String> title = Optional.empty();
        Map<MinutesField, List<WrittenMinutes.Line>> lists = new EnumMap<>(MinutesField.class);
        for (Map.Entry<String, JsonNode> entry : object.fields().entrySet()) {
            if (MinutesField.namesTitle(entry.getKey())) {
                title = Optional.of(LineCoercion.text(entry.getValue()));
            }
            MinutesField.named(entry.getKey())
                    .ifPresent(field -> lists.put(field, LineCoercion.lines(entry.getValue())));
        }
        var reading = new Reading(title, lists, object.whole(), length);
        return wrappers < WRAPPERS_MAX ? unwrapped(reading, object, wrappers) : reading;
    }

    /// The richest of the object and the objects in its fields.
    private static Reading unwrapped(Reading outer, LenientJson.Fields object, int wrappers) {
        Reading best = outer;
        for (JsonNode value : object.fields().values()) {
            if (value.isObject()) {
                var inner = new LenientJson.Fields(LenientJson.fieldsOf(value), object.whole());
                Reading reading = reading(inner, outer.length(), wrappers + 1);
                best = reading.named() > best.named() ? reading : best;
            }
        }
        return best;
    }
}
