package dev.supie.adapter.out.llm;

import dev.supie.domain.coding.Advice;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What a model wrote about a build, in our form.
///
/// @param lists a list that the model did not mention is not in here
/// @param jsonLength characters of the answer's JSON, for the log
record WrittenAdvice(Map<AdviceField, List<String>> lists, int jsonLength)
        implements FencedModel.Written {

    /// A link is the one thing in advice that acts on its reader, and whoever writes a log could
    /// have it recommended.
    private static final Pattern LINK =
            Pattern.compile("(?i)://|\\bwww\\.|\\b(?:javascript|mailto):");

    WrittenAdvice {
        lists = Map.copyOf(lists);
    }

    /// Says something, if only that there is nothing to say.
    boolean isUsable() {
        return !lists.isEmpty();
    }

    Advice advice() {
        return new Advice(
                items(AdviceField.INSIGHTS),
                items(AdviceField.RISKS),
                items(AdviceField.ACTIONS),
                items(AdviceField.NEXT_STEPS));
    }

    private List<String> items(AdviceField field) {
        return lists.getOrDefault(field, List.of()).stream()
                .filter(item -> !LINK.matcher(item).find())
                .toList();
    }
}
