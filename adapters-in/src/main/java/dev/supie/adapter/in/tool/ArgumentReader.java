package dev.supie.adapter.in.tool;

import dev.supie.adapter.in.form.Faults;
import dev.supie.adapter.in.form.TextForm;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the arguments of one call and remembers everything that is wrong with them, so that the
/// model is told all of it at once. What is missing or wrong reads as absent.
///
/// Models are careless about types, so a number in quotes is a number, a number where text is meant
/// is text, and one text is a list of one; `null` and `""` are absent.
final class ArgumentReader {

    /// Nine digits always fit.
    private static final Pattern WHOLE = Pattern.compile("([+-]?[0-9]{1,9})(?:\\.0+)?");

    private final JsonObject object;
    private final Faults faults = new Faults();

    ArgumentReader(JsonObject object) {
        this.object = object;
    }

    <T> Optional<T> required(String name, TextForm<T> form) {
        if (isAbsent(name)) {
            faults.missing(name);
            return Optional.empty();
        }
        return optional(name, form);
    }

    <T> Optional<T> optional(String name, TextForm<T> form) {
        if (isAbsent(name)) {
            return Optional.empty();
        }
        Optional<T> read = text(member(name)).flatMap(form.reading());
        if (read.isEmpty()) {
            faults.wrong(name + " must be " + form.words());
        }
        return read;
    }

    /// A number that may be absent.
    Optional<Integer> whole(String name, int min, int max) {
        if (isAbsent(name)) {
            return Optional.empty();
        }
        Matcher number = WHOLE.matcher(text(member(name)).orElse("").strip());
        if (number.matches()) {
            int read = Integer.parseInt(number.group(1));
            if (read >= min && read <= max) {
                return Optional.of(read);
            }
        }
        faults.wrong(name + " must be integer " + min + ".." + max);
        return Optional.empty();
    }

    /// Texts that must be there, 1 to `sizeMax` of them.
    List<String> texts(String name, int sizeMax) {
        if (isAbsent(name)) {
            faults.missing(name);
            return List.of();
        }
        JsonValue value = member(name);
        List<String> texts =
                (value instanceof JsonArray array ? array.stream() : Stream.of(value))
                        .flatMap(each -> text(each).stream())
                        .filter(text -> !text.isBlank())
                        .toList();
        int given = value instanceof JsonArray array ? array.size() : 1;
        if (texts.isEmpty() || texts.size() != given || given > sizeMax) {
            faults.wrong(name + " must be array of 1.." + sizeMax + " strings");
            return List.of();
        }
        return texts;
    }

    boolean isSound() {
        return faults.isEmpty();
    }

    /// Everything that was found, in one line (MSG-4).
    String problems() {
        return faults.text();
    }

    private boolean isAbsent(String name) {
        return member(name).getValueType() == JsonValue.ValueType.NULL
                || (member(name) instanceof JsonString text && text.getString().isBlank());
    }

    private JsonValue member(String name) {
        return object.getOrDefault(name, JsonValue.NULL);
    }

    private static Optional<String> text(JsonValue value) {
        return switch (value) {
            case JsonString text -> Optional.of(text.getString());
            // As it was written: it may have more digits than can be worked out.
            case JsonNumber number -> Optional.of(number.toString());
            default -> Optional.empty();
        };
    }
}
