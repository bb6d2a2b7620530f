package dev.supie.adapter.in.http;

import dev.supie.adapter.in.form.JsonNesting;
import dev.supie.adapter.in.form.TextFields;
import dev.supie.adapter.in.form.TextForm;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads the members of a JSON object and remembers everything that is wrong with them, so that one
/// answer can name it all (MSG-4). A wrong member reads as absent; whoever reads must look at
/// [#problems] before acting.
final class JsonFields implements TextFields {

    private final JsonObject object;

    /// Where the object is in the body, to be named in front of what is wrong with it.
    private final String where;

    private final List<String> problems;

    private JsonFields(JsonObject object, String where, List<String> problems) {
        this.object = object;
        this.where = where;
        this.problems = problems;
    }

    /// Answers a body: by `act` if it is a JSON object.
    static Answer read(String body, Function<JsonFields, Answer> act) {
        if (JsonNesting.isTooDeep(body)) {
            String problem = "the body may be nested at most " + JsonNesting.DEPTH_MAX + " deep";
            return new Answer.Wrong(List.of(problem));
        }
        JsonObject object;
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            if (!(reader.readValue() instanceof JsonObject read)) {
                return new Answer.Wrong(List.of("the body must be a JSON object"));
            }
            object = read;
        } catch (JsonException | UnsupportedOperationException _) {
            // The latter is what the parser says of a number with more digits than it takes.
            return new Answer.Wrong(List.of("the body is not valid JSON"));
        }
        return act.apply(new JsonFields(object, "", new ArrayList<>()));
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    void wrong(String problem) {
        problems.add(where + problem);
    }

    JsonObject object() {
        return object;
    }

    <T> Optional<T> required(String name, TextForm<T> form) {
        if (isAbsent(name)) {
            wrong("missing: " + name);
            return Optional.empty();
        }
        return optional(name, form);
    }

    @Override
    public <T> Optional<T> optional(String name, TextForm<T> form) {
        if (isAbsent(name)) {
            return Optional.empty();
        }
        Optional<T> read = read(member(name), form);
        if (read.isEmpty()) {
            wrong(name + " must be " + form.words());
        }
        return read;
    }

    @Override
    public <T> Optional<T> clearable(String name, TextForm<T> form, T none) {
        return object.containsKey(name) && isAbsent(name)
                ? Optional.of(none)
                : optional(name, form);
    }

    /// An array that must be there, of one member at least.
    ///
    /// @param shape what its members must be, to follow "array of"
    JsonArray array(String name, int sizeMax, String shape) {
        if (isAbsent(name)) {
            wrong("missing: " + name);
            return JsonValue.EMPTY_JSON_ARRAY;
        }
        if (member(name) instanceof JsonArray array
                && !array.isEmpty()
                && array.size() <= sizeMax) {
            return array;
        }
        wrong(name + " must be array of 1.." + sizeMax + " " + shape);
        return JsonValue.EMPTY_JSON_ARRAY;
    }

    /// The texts of an array that must be there.
    <T> List<T> texts(String name, int sizeMax, TextForm<T> form) {
        List<T> texts = new ArrayList<>();
        for (JsonValue each : array(name, sizeMax, "strings")) {
            read(each, form)
                    .ifPresentOrElse(
                            texts::add, () -> wrong(name + " must be array of " + form.words()));
        }
        return texts;
    }

    /// The objects of an array that must be there, which share this one's list of problems.
    List<JsonFields> objects(String name, int sizeMax, String shape) {
        List<JsonFields> objects = new ArrayList<>();
        JsonArray array = array(name, sizeMax, shape);
        for (int i = 0; i < array.size(); i++) {
            String at = name + "[" + i + "]";
            if (array.get(i) instanceof JsonObject each) {
                objects.add(new JsonFields(each, at + ": ", problems));
            } else {
                wrong(at + " must be object");
            }
        }
        return objects;
    }

    boolean isAbsent(String name) {
        return member(name).getValueType() == JsonValue.ValueType.NULL;
    }

    private JsonValue member(String name) {
        return object.getOrDefault(name, JsonValue.NULL);
    }

    private static <T> Optional<T> read(JsonValue value, TextForm<T> form) {
        return value instanceof JsonString text
                ? form.reading().apply(text.getString())
                : Optional.empty();
    }
}
