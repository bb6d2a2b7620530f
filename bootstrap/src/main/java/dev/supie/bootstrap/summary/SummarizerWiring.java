package dev.supie.bootstrap.summary;

import dev.supie.adapter.out.llm.ChatModelSettings;
import dev.supie.adapter.out.llm.ExtractiveSummarizer;
import dev.supie.adapter.out.llm.HttpSummarizer;
import dev.supie.adapter.out.llm.MeetingTemplates;
import dev.supie.adapter.out.llm.ModelInstructions;
import dev.supie.adapter.out.llm.ModelTally;
import dev.supie.application.meeting.port.Summarizer;
import dev.supie.bootstrap.config.LanguageModelConfig;
import dev.supie.bootstrap.config.LanguageModelsConfig;
import dev.supie.bootstrap.config.MeetingConfig;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Chooses who writes minutes: the configured model if there is one, with the extractive summarizer
/// behind it.
public final class SummarizerWiring implements AutoCloseable {

    /// A draft is waited for at least this long, retries included.
    private static final Duration TIME_LIMIT_MIN = Duration.ofSeconds(60);

    /// What a call needs beside the model's own time.
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final Summarizer fallback = new ExtractiveSummarizer();
    private final MeetingTemplates templates;
    private final Optional<HttpSummarizer> model;
    private final Duration timeLimit;

    /// @param meeting as many calls at a time as the core ever makes are allowed, so that none is
    ///   refused
    /// @param tally of what models were asked
    public SummarizerWiring(
            LanguageModelsConfig models,
            MeetingConfig meeting,
            ModelTally tally,
            InstantSource time) {
        Optional<LanguageModelConfig> chosen = models.meetingModel();
        templates =
                new MeetingTemplates(
                        meeting.industry(),
                        meeting.prompts().scenario(),
                        meeting.prompts().folder());
        model =
                chosen.map(
                        config ->
                                HttpSummarizer.open(
                                        settings(config, meeting.workers()),
                                        templates,
                                        tally,
                                        time));
        timeLimit = chosen.map(SummarizerWiring::timeLimit).orElse(TIME_LIMIT_MIN);
    }

    public Summarizer configured() {
        return model.isPresent() ? model.get() : fallback;
    }

    public Summarizer fallback() {
        return fallback;
    }

    public Duration timeLimit() {
        return timeLimit;
    }

    /// What the model is told and must not repeat.
    public List<String> instructions() {
        return ModelInstructions.of(templates);
    }

    @Override
    public void close() {
        model.ifPresent(HttpSummarizer::close);
    }

    /// At least one call as patient as configured fits in; retries do if failures come early.
    private static Duration timeLimit(LanguageModelConfig config) {
        Duration oneCall = config.timeout().plus(MARGIN);
        return oneCall.compareTo(TIME_LIMIT_MIN) < 0 ? TIME_LIMIT_MIN : oneCall;
    }

    private static ChatModelSettings settings(LanguageModelConfig config, int workers) {
        ChatModelSettings.Limits usual = ChatModelSettings.Limits.DEFAULT;
        return ModelSettings.of(
                config,
                new ChatModelSettings.Limits(
                        usual.connectTimeout(),
                        config.timeout(),
                        usual.attemptsMax(),
                        Math.min(workers, ChatModelSettings.Limits.CONCURRENCY_MAX)));
    }
}
