package dev.supie.adapter.out.llm;

import java.util.List;

/// Rewrites what a model wrote as JSON into what it meant: quotes inside strings, curly and single
/// quotes, full-width punctuation, missing commas, comments, `None` and `True`. One pass, linear.
///
/// It guesses, so it is tried only after stricter reading failed. What is cut off stays cut off.
final class JsonMending {

    private static final List<String> LITERALS =
            List.of("null", "true", "false", "None", "True", "False");

    private final String text;
    private final StringBuilder mended;
    private int at;

    /// Whether the last thing written was a value, so that another one needs a comma.
    private boolean afterValue;

    private JsonMending(String text) {
        this.text = text;
        this.mended = new StringBuilder(text.length() + 64);
    }

    static String mended(String text) {
        var mending = new JsonMending(text);
        while (mending.at < text.length()) {
            mending.step();
        }
        return mending.mended.toString();
    }

    private void step() {
        char c = text.charAt(at);
        switch (c) {
            case '"', '\'', '“', '”', '„', '＂', '「' -> string(c);
            case '{', '[' -> {
                separate();
                punctuation(c);
            }
            case '}', ']' -> {
                punctuation(c);
                afterValue = true;
            }
            case ',', '，', '、', ';' -> punctuation(',');
            case ':', '：' -> punctuation(':');
            case '/', '#' -> comment();
            // Models write an ellipsis for "and so on".
            case '.', '…' -> at++;
            default -> other(c);
        }
    }

    private void punctuation(char c) {
        mended.append(c);
        afterValue = false;
        at++;
    }

    private void separate() {
        if (afterValue) {
            mended.append(',');
            afterValue = false;
        }
    }

    private void other(char c) {
        if (Character.isWhitespace(c)) {
            mended.append(c);
            at++;
        } else {
            word();
        }
    }

    /// A number, a literal, or a name without quotes.
    private void word() {
        int start = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            at++;
            return;
        }
        separate();
        String word = text.substring(start, at);
        mended.append(
                switch (word) {
                    case "None", "undefined", "nil", "NULL", "Null" -> "null";
                    case "True", "TRUE" -> "true";
                    case "False", "FALSE" -> "false";
                    default -> word;
                });
        afterValue = true;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '+' || c == '.';
    }

    private void comment() {
        boolean block = text.startsWith("/*", at);
        int end = block ? text.indexOf("*/", at + 2) : text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + (block ? 2 : 1);
    }

    private void string(char opening) {
        separate();
        at++;
        mended.append('"');
        while (at < text.length() && !closes(opening)) {
            character();
        }
        if (at < text.length()) {
            mended.append('"');
            at++;
        }
        afterValue = true;
    }

    private void character() {
        char c = text.charAt(at++);
        if (c == '\\') {
            escape();
        } else if (c == '"') {
            mended.append("\\\"");
        } else if (c < ' ') {
            mended.append(' ');
        } else {
            mended.append(c);
        }
    }

    private void escape() {
        char escaped = at < text.length() ? text.charAt(at) : ' ';
        if (escaped == 'u' ? isHex(at + 1) : "\"\\/bfnrt".indexOf(escaped) >= 0) {
            mended.append('\\').append(escaped);
            at++;
        } else if (escaped == '\'') {
            mended.append(escaped);
            at++;
        } else {
            mended.append("\\\\");
        }
    }

    private boolean isHex(int from) {
        if (from + 4 > text.length()) {
            return false;
        }
        for (int i = from; i < from + 4; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /// Whether the string ends here: at its kind of quote, if what follows is not more of it.
    private boolean closes(char opening) {
        char c = text.charAt(at);
        boolean quote =
                switch (opening) {
                    case '“', '”', '„' -> c == '”' || c == '“' || c == '"';
                    case '「' -> c == '」';
                    default -> c == opening;
                };
        return quote && isBoundary(at + 1);
    }

    private boolean isBoundary(int from) {
        int next = skipSpace(from);
        if (next == text.length()) {
            return true;
        }
        return switch (text.charAt(next)) {
            case ':', '：', '}', ']' -> true;
            case ',', '，', '、' -> startsValue(skipSpace(next + 1));
            // Two strings on two lines, with the comma forgotten.
            case '"' -> text.substring(from, next).indexOf('\n') >= 0;
            default -> false;
        };
    }

    private boolean startsValue(int from) {
        return from == text.length()
                || "\"'“”「{[}]-0123456789/#.…".indexOf(text.charAt(from)) >= 0
                || LITERALS.stream().anyMatch(literal -> text.startsWith(literal, from));
    }

    private int skipSpace(int from) {
        int next = from;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next;
    }
}
