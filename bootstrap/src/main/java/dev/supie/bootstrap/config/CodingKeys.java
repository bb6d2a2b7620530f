package dev.supie.bootstrap.config;

import static dev.supie.bootstrap.config.Numbers.Outside.CLAMPED;
import static dev.supie.bootstrap.config.Numbers.Outside.REFUSED;

import dev.supie.domain.coding.Advice;
import dev.supie.domain.coding.CodingSettings;

import java.time.Duration;
import java.util.List;

/// The keys of the section `coding`.
final class CodingKeys {

    private static final CodingSettings USUAL = CodingSettings.DEFAULTS;
    private static final int DEBOUNCE_MILLIS_MAX = 60_000;

    static final Setting<Boolean> INSIGHTS =
            new Setting<>("coding.insight_enabled", new FlagKind(), USUAL.insights());
    static final Setting<Duration> DEBOUNCE =
            new Setting<>(
                    "coding.insight_debounce_ms",
                    Numbers.millis(
                            CodingSettings.DEBOUNCE_MIN.toMillis(), DEBOUNCE_MILLIS_MAX, CLAMPED),
                    USUAL.debounce());
    static final Setting<Integer> LINE_CHARACTERS =
            number("per_message_max_len", 80, 4096, USUAL.lineCharsMax());
    static final Setting<Integer> LINES = number("history_max_lines", 10, 2000, USUAL.linesMax());
    static final Setting<Integer> EXCERPT_CHARACTERS =
            number("insight_max_chars", 100, 8000, USUAL.excerptCharsMax());
    static final Setting<Integer> INSIGHT_ITEMS =
            number("insight_max_items", 1, Advice.INSIGHTS_MAX, USUAL.insightItemsMax());
    static final Setting<Integer> SUMMARY_ITEMS =
            number("summary_max_items", 1, Advice.SUMMARY_MAX, USUAL.summaryItemsMax());
    static final Setting<Boolean> BROADCAST =
            new Setting<>("coding.broadcast", new FlagKind(), false);

    private CodingKeys() {}

    private static Setting<Integer> number(String name, int min, int max, int otherwise) {
        return new Setting<>("coding." + name, Numbers.integer(min, max, REFUSED), otherwise);
    }

    static List<Setting<?>> all() {
        return List.of(
                INSIGHTS,
                DEBOUNCE,
                LINE_CHARACTERS,
                LINES,
                EXCERPT_CHARACTERS,
                INSIGHT_ITEMS,
                SUMMARY_ITEMS,
                BROADCAST);
    }

    static CodingConfig taken(Values values) {
        return new CodingConfig(
                values.take(INSIGHTS),
                values.take(DEBOUNCE),
                values.take(LINE_CHARACTERS),
                values.take(LINES),
                values.take(EXCERPT_CHARACTERS),
                values.take(INSIGHT_ITEMS),
                values.take(SUMMARY_ITEMS),
                values.take(BROADCAST));
    }
}
