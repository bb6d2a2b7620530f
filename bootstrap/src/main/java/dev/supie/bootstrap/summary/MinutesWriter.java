package dev.supie.bootstrap.summary;

import dev.supie.bootstrap.config.LanguageModelConfig;
import dev.supie.bootstrap.config.LanguageModelsConfig;
import dev.supie.bootstrap.config.MeetingConfig;

import java.time.Duration;
import java.util.Optional;

/// Who writes minutes and what it is told, as far as the configuration says; two equal ones are
/// written by the same (CFG-3).
///
/// @param model empty for the extractive summarizer
/// @param workers calls at a time
public record MinutesWriter(
        Optional<LanguageModelConfig> model,
        Optional<String> industry,
        MeetingConfig.Prompts prompts,
        int workers) {

    /// A draft is waited for at least this long, retries included.
    private static final Duration TIME_LIMIT_MIN = Duration.ofSeconds(60);

    /// What a call needs beside the model's own time.
    private static final Duration MARGIN = Duration.ofSeconds(10);

    public static MinutesWriter of(LanguageModelsConfig models, MeetingConfig meeting) {
        return new MinutesWriter(
                models.meetingModel(), meeting.industry(), meeting.prompts(), meeting.workers());
    }

    /// At least one call as patient as configured fits in; retries do if failures come early.
    public Duration timeLimit() {
        return model.map(LanguageModelConfig::timeout)
                .map(patience -> patience.plus(MARGIN))
                .filter(oneCall -> oneCall.compareTo(TIME_LIMIT_MIN) > 0)
                .orElse(TIME_LIMIT_MIN);
    }
}
