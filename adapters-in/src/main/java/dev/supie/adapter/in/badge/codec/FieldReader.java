package dev.supie.adapter.in.badge.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supie.adapter.in.form.Faults;
import dev.supie.adapter.in.form.TextFields;
import dev.supie.adapter.in.form.TextForm;
import dev.supie.application.connection.port.Rid;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads the fields of one message and collects everything that is wrong with them, so that the
/// badge's developer is told all of it at once (MSG-4). `null` counts as absent.
///
/// What it gives for a missing or wrong field is empty and means nothing: [#isSound] is asked
/// before it is used.
final class FieldReader implements TextFields {

    private final ObjectNode object;
    private final Faults faults = new Faults();

    FieldReader(ObjectNode object) {
        this.object = object;
    }

    /// MSG-6: how the words of an enumeration are read.
    static String normalised(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    /// MSG-5. A mark that cannot be repeated is a fault of the whole request.
    Rid rid() {
        JsonNode rid = object.path("rid");
        if (isAbsent(rid)) {
            return Rid.NONE;
        }
        if (!isRid(rid)) {
            wrong("rid must be string of at most " + Rid.LENGTH_MAX + " characters");
        }
        return ridOrNone();
    }

    /// The mark if it can be repeated.
    Rid ridOrNone() {
        JsonNode rid = object.path("rid");
        return isRid(rid) ? new Rid(rid.textValue()) : Rid.NONE;
    }

    /// One of the words of an enumeration, which are its names in lower case.
    <E extends Enum<E>> Optional<E> choice(String name, Class<E> choices) {
        JsonNode field = object.path(name);
        if (isAbsent(field)) {
            faults.missing(name);
            return Optional.empty();
        }
        Optional<E> chosen = chosen(field, choices);
        if (chosen.isEmpty()) {
            wrong(name + " must be " + words(choices));
        }
        return chosen;
    }

    /// Like [#choice], but it may be absent.
    <E extends Enum<E>> Optional<E> optionalChoice(String name, Class<E> choices) {
        return isAbsent(object.path(name)) ? Optional.empty() : choice(name, choices);
    }

    /// Text that may be absent; then it is empty.
    String optionalText(String name) {
        JsonNode field = object.path(name);
        if (!isAbsent(field) && !field.isTextual()) {
            wrong(name + " must be string");
        }
        return field.isTextual() ? field.textValue() : "";
    }

    /// A flag that may be absent; then it is off.
    boolean optionalFlag(String name) {
        JsonNode field = object.path(name);
        if (!isAbsent(field) && !field.isBoolean()) {
            wrong(name + " must be true or false");
        }
        return field.asBoolean(false) && field.isBoolean();
    }

    /// Text of some form that must be there.
    <T> Optional<T> required(String name, TextForm<T> form) {
        if (isAbsent(required(name))) {
            return Optional.empty();
        }
        return optional(name, form);
    }

    @Override
    public <T> Optional<T> optional(String name, TextForm<T> form) {
        JsonNode field = object.path(name);
        if (isAbsent(field)) {
            return Optional.empty();
        }
        Optional<T> read =
                field.isTextual() ? form.reading().apply(field.textValue()) : Optional.empty();
        if (read.isEmpty()) {
            wrong(name + " must be " + form.words());
        }
        return read;
    }

    @Override
    public <T> Optional<T> clearable(String name, TextForm<T> form, T none) {
        return object.path(name).isNull() ? Optional.of(none) : optional(name, form);
    }

    /// A field of any type that must be there.
    JsonNode required(String name) {
        JsonNode field = object.path(name);
        if (isAbsent(field)) {
            faults.missing(name);
        }
        return field;
    }

    /// An object that may be absent; then it has no fields.
    JsonNode optionalObject(String name) {
        JsonNode field = object.path(name);
        if (!isAbsent(field) && !field.isObject()) {
            wrong(name + " must be object");
        }
        return field;
    }

    /// A field of any type that may be absent.
    JsonNode optional(String name) {
        return object.path(name);
    }

    void wrong(String problem) {
        faults.wrong(problem);
    }

    boolean isSound() {
        return faults.isEmpty();
    }

    /// Everything that was found, in one line.
    String problems() {
        return faults.text();
    }

    static boolean isAbsent(JsonNode field) {
        return field.isMissingNode() || field.isNull();
    }

    private static boolean isRid(JsonNode field) {
        return field.isTextual() && field.textValue().length() <= Rid.LENGTH_MAX;
    }

    private static <E extends Enum<E>> Optional<E> chosen(JsonNode field, Class<E> choices) {
        if (!field.isTextual()) {
            return Optional.empty();
        }
        String word = normalised(field.textValue());
        for (E choice : choices.getEnumConstants()) {
            if (Words.of(choice).equals(word)) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }

    private static <E extends Enum<E>> String words(Class<E> choices) {
        List<String> words = new ArrayList<>();
        for (E choice : choices.getEnumConstants()) {
            words.add(Words.of(choice));
        }
        return String.join("|", words);
    }
}
