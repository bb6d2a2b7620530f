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
        this(MinutesWriter.of(models, meeting), tally, time);
    }

    public SummarizerWiring(MinutesWriter writer, ModelTally tally, InstantSource time) {
        templates =
                new MeetingTemplates(
                        writer.industry(), writer.prompts().scenario(), writer.prompts().folder());
        model =
                writer.model()
                        .map(
                                config ->
                                        HttpSummarizer.open(
                                                settings(config, writer.workers()),
                                                templates,
                                                tally,
                                                time));
        timeLimit = writer.timeLimit();
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
