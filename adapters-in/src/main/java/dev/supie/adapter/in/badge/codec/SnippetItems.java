package dev.supie.adapter.in.badge.codec;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supie.domain.meeting.SnippetInput;

import java.util.ArrayList;
import java.util.List;

/// The `items` of a snippet message (MTG-2). One wrong item refuses them all, so that a badge never
/// has to find out which of them were taken.
final class SnippetItems {

    /// As many as a meeting lets wait (MTG-3); more could not be accepted at once anyway.
    static final int ITEMS_MAX = 200;

    /// Beyond it an error message only counts what else is wrong.
    static final int PROBLEMS_NAMED_MAX = 10;

    private static final String SHAPE = "items must be array of {tag,text}";

    private final List<SnippetInput> items = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    private SnippetItems() {}

    static List<SnippetInput> read(FieldReader fields) {
        JsonNode array = fields.required("items");
        if (FieldReader.isAbsent(array)) {
            return List.of();
        }
        if (!array.isArray()) {
            fields.wrong(SHAPE);
        } else if (array.isEmpty()) {
            fields.wrong("items must not be empty");
        } else if (array.size() > ITEMS_MAX) {
            fields.wrong("items must be at most " + ITEMS_MAX + ", not " + array.size());
        } else {
            return new SnippetItems().read(array, fields);
        }
        return List.of();
    }

    private List<SnippetInput> read(JsonNode array, FieldReader fields) {
        for (int i = 0; i < array.size(); i++) {
            read(array.get(i), "items[" + i + "]");
        }
        if (!missing.isEmpty()) {
            fields.wrong(SHAPE + ": missing one of tag/text: " + named(missing));
        }
        if (!wrong.isEmpty()) {
            fields.wrong((missing.isEmpty() ? SHAPE + ": " : "") + named(wrong));
        }
        return items;
    }

    private void read(JsonNode item, String where) {
        if (!item.isObject()) {
            wrong.add(where + " must be object");
            return;
        }
        String tag = required(item, where, "tag");
        String text = required(item, where, "text");
        String speaker = string(item, where, "speakerId");
        items.add(new SnippetInput(FieldReader.normalised(tag), text, speaker));
    }

    private String required(JsonNode item, String where, String name) {
        if (FieldReader.isAbsent(item.path(name))) {
            missing.add(where + "." + name);
        }
        return string(item, where, name);
    }

    private String string(JsonNode item, String where, String name) {
        JsonNode field = item.path(name);
        if (!FieldReader.isAbsent(field) && !field.isTextual()) {
            wrong.add(where + "." + name + " must be string");
        }
        return field.isTextual() ? field.textValue() : "";
    }

    private static String named(List<String> problems) {
        List<String> named = new ArrayList<>(problems);
        if (problems.size() > PROBLEMS_NAMED_MAX) {
            named = new ArrayList<>(problems.subList(0, PROBLEMS_NAMED_MAX));
            named.add("and " + (problems.size() - PROBLEMS_NAMED_MAX) + " more");
        }
        return String.join(",", named);
    }
}
