package dev.supie.bootstrap.config;

import dev.supie.domain.kernel.Characters;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes values as one line of YAML.
final class YamlText {

    /// Text of this form means itself, whatever YAML version reads it.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z/][A-Za-z0-9_./-]*");

    /// Words that YAML 1.1 readers take for something other than text.
    private static final Set<String> WORDS =
            Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private YamlText() {}

    static String scalar(String text) {
        boolean plain =
                PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : quoted(text);
    }

    static String list(Collection<String> items) {
        return items.stream().map(YamlText::scalar).collect(Collectors.joining(", ", "[", "]"));
    }

    static String map(Map<String, String> entries) {
        return entries.entrySet().stream()
                .map(entry -> scalar(entry.getKey()) + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String quoted(String text) {
        var line = new StringBuilder("\"");
        text.codePoints().forEach(codePoint -> appendEscaped(line, codePoint));
        return line.append('"').toString();
    }

    private static void appendEscaped(StringBuilder line, int codePoint) {
        if (codePoint == '"' || codePoint == '\\') {
            line.append('\\').appendCodePoint(codePoint);
        } else if (Characters.isControl(codePoint)) {
            line.append(String.format("\\u%04x", codePoint));
        } else {
            line.appendCodePoint(codePoint);
        }
    }
}
