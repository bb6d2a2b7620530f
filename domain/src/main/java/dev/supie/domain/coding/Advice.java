package dev.supie.domain.coding;

import java.util.List;

/// What people read about a build (COD-4). Lists are never null.
///
/// @param insights what is going on
/// @param risks what may come of it, at most [#RISKS_MAX]
/// @param actions what to do about it, at most [#ACTIONS_MAX]
/// @param nextSteps what to do then, at most [#NEXT_STEPS_MAX]
public record Advice(
        List<String> insights, List<String> risks, List<String> actions, List<String> nextSteps) {

    public static final int INSIGHTS_MAX = 5;
    public static final int SUMMARY_MAX = 6;
    public static final int RISKS_MAX = 4;
    public static final int ACTIONS_MAX = 6;
    public static final int NEXT_STEPS_MAX = 6;

    /// Of one item; more does not fit on a badge.
    public static final int ITEM_CHARS_MAX = 200;

    public static final Advice NONE = new Advice(List.of(), List.of(), List.of(), List.of());

    public Advice {
        insights = List.copyOf(insights);
        risks = List.copyOf(risks);
        actions = List.copyOf(actions);
        nextSteps = List.copyOf(nextSteps);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /// Neither says what is going on nor what to do.
    boolean isWeak() {
        return insights.isEmpty() && actions.isEmpty();
    }
}
