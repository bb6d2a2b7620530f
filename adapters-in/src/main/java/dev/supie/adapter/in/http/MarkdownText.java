package dev.supie.adapter.in.http;

import java.util.regex.Pattern;

/// Text that Markdown shows as it is.
final class MarkdownText {

    /// What may begin a construct wherever it stands; a backslash before it makes it text.
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]<>#|~&$]");

    /// What makes a list, a rule or a heading at the beginning of a line only.
    private static final Pattern BEGINNING = Pattern.compile("^([-+=]|[0-9]{1,9}(?=[.)]))");

    private MarkdownText() {}

    /// On one line.
    static String of(String text) {
        String escaped = MARKUP.matcher(ExportText.line(text)).replaceAll("\\\\$0");
        return BEGINNING
                .matcher(escaped)
                .replaceFirst(
                        found ->
                                Character.isDigit(found.group().charAt(0))
                                        ? found.group() + "\\\\"
                                        : "\\\\" + found.group());
    }
}
