package dev.supie.bootstrap.server;

import dev.supie.adapter.out.llm.ChatModelSettings;
import dev.supie.adapter.out.llm.HttpConversationModel;
import dev.supie.adapter.out.llm.ModelTally;
import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.conversation.ConversationFeature;
import dev.supie.application.conversation.port.ConversationModel;
import dev.supie.application.conversation.port.MemoryStore;
import dev.supie.application.conversation.port.ModelEvent;
import dev.supie.application.conversation.port.NoteTaker;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.speaking.Mouths;
import dev.supie.application.tool.Toolbox;
import dev.supie.bootstrap.config.LanguageModelConfig;
import dev.supie.bootstrap.config.LanguageModelsConfig;
import dev.supie.bootstrap.config.SupieConfig;
import dev.supie.bootstrap.reload.Clients;
import dev.supie.bootstrap.reload.LiveConfig;
import dev.supie.bootstrap.reload.Reloadable;
import dev.supie.bootstrap.rules.TalkingRules;
import dev.supie.bootstrap.summary.ModelSettings;
import dev.supie.domain.conversation.ConversationSettings;
import dev.supie.domain.conversation.Trouble;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts conversation together: the models that answer, one client for each distinct one, and what
/// they answer with (CHAT-1).
final class ConversationWiring implements AutoCloseable {

    /// Answers that one model writes at a time. It holds a connection for each and no thread; one
    /// more wearer is told that too much is asked.
    static final int ANSWERS_MAX = 64;

    /// Nobody asks it: without a model a few fixed answers are given.
    private static final ConversationModel NOBODY =
            (_, listener) -> {
                listener.accept(
                        new ModelEvent.Failed(Trouble.UNAVAILABLE, "no model is configured"));
                return () -> {};
            };

    private final LiveConfig config;
    private final Clients<LanguageModelConfig, HttpConversationModel> models;

    /// @param closing runs what closes models that are no longer configured
    ConversationWiring(LiveConfig config, ModelTally tally, InstantSource time, Executor closing) {
        this.config = config;
        this.models =
                new Clients<>(
                        new Clients.Kind<>(
                                next -> wanted(next.languageModels()),
                                model -> HttpConversationModel.open(settings(model), tally, time),
                                HttpConversationModel::close,
                                closing),
                        config.get());
    }

    private static Optional<LanguageModelConfig> asked(LanguageModelsConfig models) {
        return models.chatModel().or(models::workingModel);
    }

    private static Set<LanguageModelConfig> wanted(LanguageModelsConfig models) {
        return Stream.concat(asked(models).stream(), models.workingModel().stream())
                .collect(Collectors.toSet());
    }

    /// A model that asks whoever is chosen at the moment of the question (CFG-3).
    private ConversationModel model(
            Function<LanguageModelsConfig, Optional<LanguageModelConfig>> choice) {
        return (prompt, listener) ->
                choice.apply(config.get().languageModels())
                        .map(models::lease)
                        .map(lease -> LeasedTalk.ask(lease, prompt, listener))
                        .orElseGet(() -> NOBODY.ask(prompt, listener));
    }

    Reloadable models() {
        return models;
    }

    private static ChatModelSettings settings(LanguageModelConfig model) {
        ChatModelSettings.Limits usual = ChatModelSettings.Limits.DEFAULT;
        return ModelSettings.of(
                model,
                new ChatModelSettings.Limits(
                        usual.connectTimeout(), model.timeout(), usual.attemptsMax(), ANSWERS_MAX));
    }

    /// What a talk is held with.
    ///
    /// @param store remembers
    /// @param noteTaker asked for anew for every note
    /// @param mouths speak
    /// @param toolbox of what models may use
    record Parts(
            MemoryStore store,
            Supplier<Optional<NoteTaker>> noteTaker,
            Mouths mouths,
            Toolbox toolbox) {}

    ConversationFeature.Both conversations(
            Parts parts, BadgeLink link, Executor background, Alarms alarms, InstantSource time) {
        return ConversationFeature.create(
                new ConversationFeature.Ports(
                        new ModelsByMode(
                                model(ConversationWiring::asked),
                                model(LanguageModelsConfig::workingModel)),
                        parts.store(),
                        parts.noteTaker(),
                        parts.mouths(),
                        parts.toolbox(),
                        link,
                        background,
                        alarms,
                        time,
                        config.view(ConversationWiring::settings)));
    }

    private static ConversationSettings settings(SupieConfig config) {
        return TalkingRules.settings(
                config.conversation(),
                asked(config.languageModels()),
                config.server().timezoneOffset());
    }

    /// Ends answers under way.
    @Override
    public void close() {
        models.close();
    }
}
