package dev.supie.adapter.out.llm;

import java.util.ArrayList;
import java.util.List;

/// Finds what may be a JSON object in a model's answer. Pure; linear time, because the number of
/// places where a search starts is limited.
final class JsonSpans {

    /// An answer with more objects than this is no longer one with words round its JSON.
    static final int SPANS_MAX = 8;

    private JsonSpans() {}

    /// What in an answer may be the object that was asked for, in its order: the answer itself if
    /// it is one, else the objects in what the model said aloud.
    static List<String> candidates(String raw) {
        String answer = raw.strip();
        if (answer.startsWith("{") && LenientJson.isWhole(answer)) {
            // Said and done; a `</think>` inside one of its lines must not cut it in two.
            return List.of(answer);
        }
        String spoken = Thoughts.removed(answer);
        return of(LenientJson.unquoted(spoken.strip()).orElse(spoken));
    }

    /// What lies between the first `{` and the last `}` (MTG-8), in case braces in the prose lead
    /// astray; then the outermost objects in the order of the text. One that is cut off is
    /// included.
    static List<String> of(String answer) {
        List<String> spans = new ArrayList<>();
        int from = answer.indexOf('{');
        int last = answer.lastIndexOf('}');
        if (from >= 0 && last > from) {
            spans.add(answer.substring(from, last + 1));
        }
        for (int i = 0; i < SPANS_MAX && from >= 0; i++) {
            int end = closing(answer, from);
            spans.add(answer.substring(from, end < 0 ? answer.length() : end + 1));
            // An opening brace that nothing closes may be prose, with the object further on.
            from = answer.indexOf('{', end < 0 ? from + 1 : end + 1);
        }
        return spans;
    }

    /// The position of the brace that closes the one at `open`, or -1. Braces in strings are text.
    private static int closing(String text, int open) {
        int depth = 0;
        boolean quoted = false;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
