package dev.supie.domain.coding;

import java.time.Duration;

/// The knobs of coding mode. Values in force are given with every decision, so a changed one holds
/// from the next decision on (CFG-3).
///
/// @param insights `coding.insight_enabled`; without, only the summary is told
/// @param debounce `coding.insight_debounce_ms`: how long after a line an analysis comes
/// @param lineCharsMax `coding.per_message_max_len`
/// @param linesMax `coding.history_max_lines`
/// @param excerptCharsMax `coding.insight_max_chars`: log that a model is shown
/// @param insightItemsMax `coding.insight_max_items`
/// @param summaryItemsMax `coding.summary_max_items`
/// @param model whether there is a model to ask
/// @param answerWithin after which a model's answer to an insight is no longer waited for
public record CodingSettings(
        boolean insights,
        Duration debounce,
        int lineCharsMax,
        int linesMax,
        int excerptCharsMax,
        int insightItemsMax,
        int summaryItemsMax,
        boolean model,
        Duration answerWithin) {

    /// COD-2: also the least time between two analyses, however many lines want one at once.
    public static final Duration DEBOUNCE_MIN = Duration.ofMillis(300);

    /// COD-4: the summary is there within 2 s; this leaves time to write and to send it, also on a
    /// machine that is busy with twenty of them at once.
    public static final Duration SUMMARY_WITHIN = Duration.ofMillis(1200);

    /// COD-4: the limit of a model's answer.
    public static final int TOKENS_MAX = 512;

    public static final CodingSettings DEFAULTS =
            new CodingSettings(
                    true,
                    Duration.ofMillis(1200),
                    512,
                    200,
                    1600,
                    Advice.INSIGHTS_MAX,
                    Advice.SUMMARY_MAX,
                    false,
                    Duration.ofSeconds(8));

    public CodingSettings {
        if (debounce.compareTo(DEBOUNCE_MIN) < 0 || !answerWithin.isPositive()) {
            throw new IllegalArgumentException("coding needs sensible times");
        }
        if (lineCharsMax < 2 || linesMax < 1 || excerptCharsMax < 1) {
            throw new IllegalArgumentException("coding needs room for lines");
        }
        if (insightItemsMax < 1 || summaryItemsMax < 1) {
            throw new IllegalArgumentException("coding needs room for advice");
        }
    }
}
