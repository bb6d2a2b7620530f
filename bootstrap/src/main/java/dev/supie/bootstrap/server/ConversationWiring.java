package dev.supie.bootstrap.server;

import dev.supie.adapter.out.llm.ChatModelSettings;
import dev.supie.adapter.out.llm.HttpConversationModel;
import dev.supie.adapter.out.llm.ModelTally;
import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.conversation.ConversationFeature;
import dev.supie.application.conversation.port.ConversationModel;
import dev.supie.application.conversation.port.MemoryStore;
import dev.supie.application.conversation.port.ModelEvent;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.speaking.Mouths;
import dev.supie.application.tool.Toolbox;
import dev.supie.bootstrap.config.LanguageModelConfig;
import dev.supie.bootstrap.config.LanguageModelsConfig;
import dev.supie.bootstrap.config.SupieConfig;
import dev.supie.bootstrap.rules.TalkingRules;
import dev.supie.bootstrap.summary.ModelSettings;
import dev.supie.domain.conversation.ConversationSettings;
import dev.supie.domain.conversation.Trouble;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

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

    private final SupieConfig config;
    private final Map<LanguageModelConfig, HttpConversationModel> models = new HashMap<>();
    private final ConversationModel byMode;

    ConversationWiring(SupieConfig config, ModelTally tally, InstantSource time) {
        this.config = config;
        LanguageModelsConfig chosen = config.languageModels();
        ConversationModel chat = model(asked(chosen), tally, time);
        ConversationModel working = model(chosen.workingModel(), tally, time);
        this.byMode = new ModelsByMode(chat, working);
    }

    private static Optional<LanguageModelConfig> asked(LanguageModelsConfig models) {
        return models.chatModel().or(models::workingModel);
    }

    private ConversationModel model(
            Optional<LanguageModelConfig> chosen, ModelTally tally, InstantSource time) {
        return chosen.<ConversationModel>map(
                        model ->
                                models.computeIfAbsent(
                                        model,
                                        fresh ->
                                                HttpConversationModel.open(
                                                        settings(fresh), tally, time)))
                .orElse(NOBODY);
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
    /// @param mouths speak
    /// @param toolbox of what models may use
    record Parts(MemoryStore store, Mouths mouths, Toolbox toolbox) {}

    ConversationFeature.Both conversations(
            Parts parts, BadgeLink link, Executor background, Alarms alarms, InstantSource time) {
        ConversationSettings settings =
                TalkingRules.settings(
                        config.conversation(),
                        asked(config.languageModels()),
                        config.server().timezoneOffset());
        return ConversationFeature.create(
                new ConversationFeature.Ports(
                        byMode,
                        parts.store(),
                        parts.mouths(),
                        parts.toolbox(),
                        link,
                        background,
                        alarms,
                        time,
                        () -> settings));
    }

    /// Ends answers under way.
    @Override
    public void close() {
        models.values().forEach(HttpConversationModel::close);
    }
}
