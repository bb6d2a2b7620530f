package dev.supie.bootstrap.server;

import dev.supie.adapter.out.llm.ChatModelSettings;
import dev.supie.adapter.out.llm.HttpStructurer;
import dev.supie.adapter.out.llm.ModelTally;
import dev.supie.application.peer.port.Structurer;
import dev.supie.bootstrap.config.LanguageModelConfig;
import dev.supie.bootstrap.config.SupieConfig;
import dev.supie.bootstrap.summary.ModelSettings;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Chooses who reads messages from badge to badge: the configured model, if there is one (PEER-4).
final class StructurerWiring implements AutoCloseable {

    /// Messages that are read by the model at a time. A team says less than that at once, and
    /// whatever waits for longer than 3 s is read by rules.
    static final int WORKERS = 8;

    /// One attempt may take the whole time; a second one is made if the first fails early.
    private static final Duration REQUEST_MAX = Duration.ofSeconds(3);

    private static final int ATTEMPTS_MAX = 2;

    private final Optional<HttpStructurer> model;

    private StructurerWiring(Optional<HttpStructurer> model) {
        this.model = model;
    }

    /// Nobody if messages are off, or rules are to read them (`peer.structuring`).
    static StructurerWiring of(SupieConfig config, ModelTally tally, InstantSource time) {
        boolean asked =
                config.peer().enabled()
                        && switch (config.peer().structuring()) {
                            case AUTO -> true;
                            case RULES -> false;
                        };
        return new StructurerWiring(
                config.languageModels()
                        .peerModel()
                        .filter(_ -> asked)
                        .map(model -> open(model, config, tally, time)));
    }

    private static HttpStructurer open(
            LanguageModelConfig model, SupieConfig config, ModelTally tally, InstantSource time) {
        return HttpStructurer.open(settings(model), config.server().timezoneOffset(), tally, time);
    }

    Optional<Structurer> structurer() {
        return model.map(Structurer.class::cast);
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
        model.ifPresent(HttpStructurer::close);
    }
}
