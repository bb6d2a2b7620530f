package dev.supie.bootstrap.server;

import dev.supie.adapter.out.llm.ChatModelSettings;
import dev.supie.adapter.out.llm.HttpStructurer;
import dev.supie.adapter.out.llm.ModelTally;
import dev.supie.application.peer.port.Structurer;
import dev.supie.bootstrap.config.LanguageModelConfig;
import dev.supie.bootstrap.config.SupieConfig;
import dev.supie.bootstrap.reload.Clients;
import dev.supie.bootstrap.reload.LiveConfig;
import dev.supie.bootstrap.reload.Reloadable;
import dev.supie.bootstrap.summary.ModelSettings;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Chooses who reads messages from badge to badge: the configured model, if there is one (PEER-4).
final class StructurerWiring implements AutoCloseable {

    /// Messages that are read by the model at a time. A team says less than that at once, and
    /// whatever waits for longer than 3 s is read by rules.
    static final int WORKERS = 8;

    /// One attempt may take the whole time; a second one is made if the first fails early.
    private static final Duration REQUEST_MAX = Duration.ofSeconds(3);

    private static final int ATTEMPTS_MAX = 2;

    private final Supplier<Optional<LanguageModelConfig>> chosen;
    private final Clients<LanguageModelConfig, HttpStructurer> models;

    /// @param closing runs what closes models that are no longer configured
    StructurerWiring(LiveConfig config, ModelTally tally, InstantSource time, Executor closing) {
        ZoneOffset offset = config.get().server().timezoneOffset();
        this.chosen = config.view(StructurerWiring::chosen);
        this.models =
                new Clients<>(
                        new Clients.Kind<>(
                                next -> chosen(next).stream().collect(Collectors.toSet()),
                                model -> HttpStructurer.open(settings(model), offset, tally, time),
                                HttpStructurer::close,
                                closing),
                        config.get());
    }

    /// Nobody if messages are off, or rules are to read them (`peer.structuring`).
    private static Optional<LanguageModelConfig> chosen(SupieConfig config) {
        boolean asked =
                config.peer().enabled()
                        && switch (config.peer().structuring()) {
                            case AUTO -> true;
                            case RULES -> false;
                        };
        return config.languageModels().peerModel().filter(_ -> asked);
    }

    /// Who reads a message that comes now; empty if rules do.
    Optional<Structurer> structurer() {
        return chosen.get().map(this::using);
    }

    private Structurer using(LanguageModelConfig model) {
        return (submission, byRules, timeLimit) -> {
            Clients.Lease<HttpStructurer> lease = models.lease(model);
            try {
                return lease.client().structure(submission, byRules, timeLimit);
            } finally {
                lease.end();
            }
        };
    }

    Reloadable models() {
        return models;
    }

    private static ChatModelSettings settings(LanguageModelConfig config) {
        Duration patience = config.timeout();
        return ModelSettings.of(
                config,
                new ChatModelSettings.Limits(
                        ChatModelSettings.Limits.DEFAULT.connectTimeout(),
                        patience.compareTo(REQUEST_MAX) < 0 ? patience : REQUEST_MAX,
                        ATTEMPTS_MAX,
                        WORKERS));
    }

    @Override
    public void close() {
        models.close();
    }
}
