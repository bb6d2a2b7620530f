package dev.supie.domain.coding;

import dev.supie.domain.coding.log.LogText;
import dev.supie.domain.coding.log.LogWindow;

import java.util.List;

/// COD-4: what may be said of what a model or the rules advise: clean, without secrets, distinct,
/// no echo of the log, within the limits of each list.
record AdviceRules(LogWindow window, int insightsMax) {

    Advice cleaned(Advice raw) {
        EchoCheck echo = new EchoCheck(window);
        return new Advice(
                items(raw.insights(), insightsMax, echo),
                items(raw.risks(), Advice.RISKS_MAX, echo),
                items(raw.actions(), Advice.ACTIONS_MAX, echo),
                items(raw.nextSteps(), Advice.NEXT_STEPS_MAX, echo));
    }

    /// A model that says too much is not checked to the end.
    private static List<String> items(List<String> raw, int max, EchoCheck echo) {
        return raw.stream()
                .limit(4L * max)
                .map(item -> LogText.normalised(item.replace('\n', ' '), Advice.ITEM_CHARS_MAX))
                .filter(item -> !item.isEmpty())
                .distinct()
                .filter(item -> !echo.repeats(item))
                .limit(max)
                .toList();
    }
}
