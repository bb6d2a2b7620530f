package dev.supie.bootstrap.server;

import dev.supie.adapter.out.llm.ChatModelSettings;
import dev.supie.adapter.out.llm.HttpNoteTaker;
import dev.supie.adapter.out.llm.ModelTally;
import dev.supie.application.conversation.ConversationFeature;
import dev.supie.application.conversation.port.NoteTaker;
import dev.supie.bootstrap.config.LanguageModelConfig;
import dev.supie.bootstrap.config.SupieConfig;
import dev.supie.bootstrap.reload.Clients;
import dev.supie.bootstrap.reload.LiveConfig;
import dev.supie.bootstrap.reload.Reloadable;
import dev.supie.bootstrap.summary.ModelSettings;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Chooses who notes what was talked about: the configured model, if there is one (CHAT-1).
final class NoteTakerWiring implements AutoCloseable {

    /// A second attempt is made if the first fails early; nobody waits for either.
    private static final int ATTEMPTS_MAX = 2;

    private final Supplier<Optional<LanguageModelConfig>> chosen;
    private final Clients<LanguageModelConfig, HttpNoteTaker> models;

    /// @param closing runs what closes models that are no longer configured
    NoteTakerWiring(LiveConfig config, ModelTally tally, InstantSource time, Executor closing) {
        this.chosen = config.view(NoteTakerWiring::chosen);
        this.models =
                new Clients<>(
                        new Clients.Kind<>(
                                next -> chosen(next).stream().collect(Collectors.toSet()),
                                model -> HttpNoteTaker.open(settings(model), tally, time),
                                HttpNoteTaker::close,
                                closing),
                        config.get());
    }

    private static Optional<LanguageModelConfig> chosen(SupieConfig config) {
        return config.languageModels().memoryModel();
    }

    /// Who notes a turn that is noted now; empty if its question is the note.
    Optional<NoteTaker> noteTaker() {
        return chosen.get().map(this::using);
    }

    private NoteTaker using(LanguageModelConfig model) {
        return (turn, timeLimit) -> {
            Clients.Lease<HttpNoteTaker> lease = models.lease(model);
            try {
                return lease.client().note(turn, timeLimit);
            } finally {
                lease.end();
            }
        };
    }

    Reloadable models() {
        return models;
    }

    private static ChatModelSettings settings(LanguageModelConfig model) {
        ChatModelSettings.Limits usual = ChatModelSettings.Limits.DEFAULT;
        return ModelSettings.of(
                model,
                new ChatModelSettings.Limits(
                        usual.connectTimeout(),
                        model.timeout(),
                        ATTEMPTS_MAX,
                        ConversationFeature.NOTE_QUESTIONS_MAX));
    }

    /// Ends questions under way as failures.
    @Override
    public void close() {
        models.close();
    }
}
