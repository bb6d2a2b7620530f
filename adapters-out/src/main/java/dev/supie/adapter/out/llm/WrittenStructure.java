package dev.supie.adapter.out.llm;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supie.domain.peer.Category;
import dev.supie.domain.peer.Normalized;
import dev.supie.domain.peer.Structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a model wrote of a message, before it is corrected (PEER-4). Pure.
///
/// @param fields what it said anything about; values of any type
/// @param jsonLength characters of the answer's JSON, for the log
record WrittenStructure(Map<StructureField, JsonNode> fields, int jsonLength)
        implements FencedModel.Written {

    /// Of a text that a model calls a category or a priority, no more is looked at.
    private static final int WORD_CHARS_MAX = 40;

    private static final Map<String, Category> CHINESE =
            Map.of(
                    "任务", Category.TASK,
                    "问题", Category.QUESTION,
                    "警报", Category.ALERT,
                    "告警", Category.ALERT,
                    "紧急", Category.ALERT,
                    "通知", Category.NOTICE,
                    "聊天", Category.CHAT,
                    "闲聊", Category.CHAT);

    private static final Map<String, Integer> PRIORITY_WORDS =
            Map.ofEntries(
                    Map.entry("urgent", 0),
                    Map.entry("critical", 0),
                    Map.entry("紧急", 0),
                    Map.entry("high", 1),
                    Map.entry("important", 1),
                    Map.entry("高", 1),
                    Map.entry("重要", 1),
                    Map.entry("medium", Normalized.PRIORITY_USUAL),
                    Map.entry("normal", Normalized.PRIORITY_USUAL),
                    Map.entry("usual", Normalized.PRIORITY_USUAL),
                    Map.entry("中", Normalized.PRIORITY_USUAL),
                    Map.entry("普通", Normalized.PRIORITY_USUAL),
                    Map.entry("low", Normalized.PRIORITY_MAX),
                    Map.entry("低", Normalized.PRIORITY_MAX));

    private static final Pattern AROUND = Pattern.compile("^[\"']+|[.。!！\"']+$");
    private static final Pattern PRIORITY = Pattern.compile("p?([0-3])(?:\\.0+)?");
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[,，、;；/&]| and |和|与");

    WrittenStructure {
        fields = Map.copyOf(fields);
    }

    /// Whether it says what the message is about; a title alone may be anything's.
    boolean isUsable() {
        return category().isPresent() || !text(StructureField.SUMMARY).isEmpty();
    }

    /// The nearest thing to it that is allowed; what it leaves out is as the rules have it.
    Structure corrected(Structure byRules) {
        Normalized rules = byRules.normalized();
        return Structure.corrected(
                category().map(Category::word).orElse(""),
                text(StructureField.SUMMARY),
                Normalized.of(
                        text(StructureField.TITLE),
                        priority().orElse(rules.priority()),
                        due().orElse(rules.due()),
                        assignees().orElse(rules.assignees())),
                byRules);
    }

    private Optional<Category> category() {
        String word = word(StructureField.CATEGORY);
        return Category.of(word).or(() -> Optional.ofNullable(CHINESE.get(word)));
    }

    private Optional<Integer> priority() {
        String word = word(StructureField.PRIORITY);
        Matcher level = PRIORITY.matcher(word);
        return level.matches()
                ? Optional.of(Integer.valueOf(level.group(1)))
                : Optional.ofNullable(PRIORITY_WORDS.get(word));
    }

    /// An empty one says that there is none; what is no date says nothing.
    private Optional<String> due() {
        if (!fields.containsKey(StructureField.DUE)) {
            return Optional.empty();
        }
        String said = text(StructureField.DUE);
        String due = Normalized.of("", 0, said, List.of()).due();
        return said.isEmpty() || !due.isEmpty() ? Optional.of(due) : Optional.empty();
    }

    private Optional<List<String>> assignees() {
        return Optional.ofNullable(fields.get(StructureField.ASSIGNEES))
                .map(WrittenStructure::names);
    }

    private static List<String> names(JsonNode value) {
        List<String> names = new ArrayList<>();
        for (WrittenMinutes.Line line : LineCoercion.lines(value)) {
            names.addAll(Arrays.asList(BETWEEN_NAMES.split(line.text())));
        }
        return names;
    }

    private String word(StructureField field) {
        String text = text(field).toLowerCase(Locale.ROOT);
        return text.length() > WORD_CHARS_MAX ? "" : AROUND.matcher(text).replaceAll("").strip();
    }

    private String text(StructureField field) {
        return Optional.ofNullable(fields.get(field)).map(LineCoercion::text).orElse("");
    }
}
