package dev.supie.adapter.out.llm;

import java.util.regex.Pattern;

/// Takes `<think>…</think>` out of an answer: a thought may hold a first try at the JSON, which the
/// model then thought better of. Pure; linear time.
final class Thoughts {

    private static final Pattern TAG = Pattern.compile("(?i)<(/?)think[a-z]{0,8}>");

    private Thoughts() {}

    /// A thought without an end takes the rest of the answer with it; an end without a beginning,
    /// as some servers leave it, takes what was before.
    static String removed(String answer) {
        var spoken = new StringBuilder();
        var tags = TAG.matcher(answer);
        boolean thinking = false;
        int from = 0;
        while (tags.find()) {
            boolean ends = !tags.group(1).isEmpty();
            if (ends && !thinking) {
                spoken.setLength(0);
            } else if (!ends && !thinking) {
                spoken.append(answer, from, tags.start());
            }
            thinking = !ends;
            from = tags.end();
        }
        return thinking
                ? spoken.toString()
                : spoken.append(answer, from, answer.length()).toString();
    }
}
