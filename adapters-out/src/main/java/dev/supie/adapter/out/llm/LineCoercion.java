package dev.supie.adapter.out.llm;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes a list of lines of whatever a model put where one should be: one string, strings with
/// bullets in them, numbers, objects with a text somewhere, lists in lists, nothing. Pure.
final class LineCoercion {

    /// Ten times what the schema asks for in its longest list; the rest is a model that goes round
    /// in circles.
    static final int LINES_MAX = 240;

    /// A line is cut to [dev.supie.domain.meeting.Note#TEXT_CHARS_MAX] later; this bounds the work.
    static final int LINE_CHARS_MAX = 2_000;

    private static final List<String> TEXT_KEYS =
            List.of(
                    "text",
                    "content",
                    "action",
                    "task",
                    "item",
                    "decision",
                    "risk",
                    "step",
                    "point",
                    "bullet",
                    "description",
                    "summary",
                    "title",
                    "name",
                    "value",
                    "内容",
                    "事项",
                    "描述");

    private static final List<String> OWNER_KEYS =
            List.of("owner", "assignee", "who", "responsible", "speaker", "负责人");

    private static final List<String> DUE_KEYS =
            List.of("due", "deadline", "dueDate", "due_date", "when", "by", "期限", "截止时间");

    private static final List<String> SEGMENT_KEYS =
            List.of("seg", "segment", "segments", "segs", "source", "sources", "seg_id");

    /// What models write for "none"; compared in lower case, as the whole line.
    private static final Set<String> NOTHING =
            Set.of(
                    "", "-", "none", "none.", "n/a", "na", "null", "nil", "unknown", "无", "无。",
                    "暂无", "暂无。", "没有", "未提及");

    private static final Pattern BULLET =
            Pattern.compile("^(?:[-*–—]\\s+|[•·●▪]\\s*|\\(?\\d{1,2}(?:[.)]\\s*(?=\\D)|、\\s*))");

    private static final Pattern NUMBER = Pattern.compile("(?<![-\\d])\\d{1,15}(?!\\d)");

    private final Map<String, WrittenMinutes.Line> lines = new LinkedHashMap<>();

    private LineCoercion() {}

    /// The lines in their order, without blank ones, repeated ones and ways of saying "none".
    static List<WrittenMinutes.Line> lines(JsonNode value) {
        var coercion = new LineCoercion();
        coercion.add(value);
        return List.copyOf(coercion.lines.values());
    }

    /// A single text, such as a title; empty if there is none.
    static String text(JsonNode value) {
        return lines(value).stream().findFirst().map(WrittenMinutes.Line::text).orElse("");
    }

    /// Recursion is safe: [LenientJson#DEPTH_MAX] bounds it.
    private void add(JsonNode value) {
        switch (value.getNodeType()) {
            case STRING -> addText(value.textValue(), WrittenMinutes.Line.NO_SEGMENT);
            case NUMBER -> addLine(value.asText(), WrittenMinutes.Line.NO_SEGMENT);
            case ARRAY -> value.forEach(this::add);
            case OBJECT -> addObject(value);
            case BOOLEAN, NULL, MISSING, BINARY, POJO -> {
                // `"risks": false` and `"risks": null` say that there are none.
            }
        }
    }

    private void addObject(JsonNode object) {
        Optional<JsonNode> text = first(object, TEXT_KEYS);
        if (text.isEmpty()) {
            // A map of lines, such as {"1": "…", "2": "…"}; a number in it is a segment or a score.
            object.valueStream().filter(value -> !value.isNumber()).forEach(this::add);
            return;
        }
        String owner = first(object, OWNER_KEYS).map(JsonNode::asText).orElse("");
        String due = first(object, DUE_KEYS).map(JsonNode::asText).orElse("");
        addLine(withDetails(text.get().asText(), owner, due), segment(object));
    }

    /// An action's owner and date are the point of it, so they are not lost with their keys.
    private static String withDetails(String text, String owner, String due) {
        var line = new StringBuilder(text);
        for (String detail : List.of(owner, due)) {
            if (!isNothing(detail.strip()) && !text.contains(detail.strip())) {
                line.append(" (").append(detail.strip()).append(')');
            }
        }
        return line.toString();
    }

    private static Optional<JsonNode> first(JsonNode object, List<String> keys) {
        return keys.stream()
                .map(object::path)
                .filter(value -> value.isTextual() || value.isNumber())
                .findFirst();
    }

    private static long segment(JsonNode object) {
        for (String key : SEGMENT_KEYS) {
            JsonNode value = object.path(key);
            Matcher number = NUMBER.matcher((value.isArray() ? value.path(0) : value).asText());
            if (number.find()) {
                return Long.parseLong(number.group());
            }
        }
        return WrittenMinutes.Line.NO_SEGMENT;
    }

    private void addText(String text, long segment) {
        // One string with a list in it, as models write it when they forget the brackets.
        text.lines().limit(LINES_MAX).forEach(line -> addLine(line, segment));
    }

    private void addLine(String raw, long segment) {
        String line = PlainText.oneLine(raw, LINE_CHARS_MAX);
        String text = BULLET.matcher(line).replaceFirst("").strip();
        if (!isNothing(text) && lines.size() < LINES_MAX) {
            lines.putIfAbsent(text, new WrittenMinutes.Line(text, segment));
        }
    }

    private static boolean isNothing(String text) {
        return NOTHING.contains(text.toLowerCase(Locale.ROOT));
    }
}
