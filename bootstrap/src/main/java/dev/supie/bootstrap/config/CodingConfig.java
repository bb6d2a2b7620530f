package dev.supie.bootstrap.config;

import java.time.Duration;

/// How builds are looked at (COD-1 to COD-5).
///
/// @param insights `coding.insight_enabled`; without, a build has only its summary
/// @param debounce `coding.insight_debounce_ms`
/// @param lineCharsMax `coding.per_message_max_len`: longer lines are cut
/// @param linesMax `coding.history_max_lines`: the newest that are kept of a build
/// @param excerptCharsMax `coding.insight_max_chars`: log that a model is shown
/// @param insightItemsMax `coding.insight_max_items`
/// @param summaryItemsMax `coding.summary_max_items`
/// @param broadcast `coding.broadcast`: whether the group of who builds is told too
public record CodingConfig(
        boolean insights,
        Duration debounce,
        int lineCharsMax,
        int linesMax,
        int excerptCharsMax,
        int insightItemsMax,
        int summaryItemsMax,
        boolean broadcast) {}
