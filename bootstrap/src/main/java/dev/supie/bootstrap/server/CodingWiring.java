package dev.supie.bootstrap.server;

import dev.supie.adapter.in.badge.codec.InsightFingerprint;
import dev.supie.adapter.out.llm.ChatModelSettings;
import dev.supie.adapter.out.llm.HttpBuildAdviser;
import dev.supie.adapter.out.llm.ModelTally;
import dev.supie.application.coding.CodingFeature;
import dev.supie.application.coding.CodingTally;
import dev.supie.application.coding.Codings;
import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.runtime.Alarms;
import dev.supie.bootstrap.config.LanguageModelConfig;
import dev.supie.bootstrap.config.SupieConfig;
import dev.supie.bootstrap.reload.Clients;
import dev.supie.bootstrap.reload.LiveConfig;
import dev.supie.bootstrap.reload.Reloadable;
import dev.supie.bootstrap.rules.BuildRules;
import dev.supie.bootstrap.summary.ModelSettings;
import dev.supie.domain.coding.CodingSettings;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Puts coding together: who reads lines, and the model that advises if there is one (COD-4).
final class CodingWiring implements AutoCloseable {

    /// Builds that the model is asked about at a time. Rules advise about whatever is beyond.
    static final int QUESTIONS_MAX = 16;

    /// A second attempt is made if the first fails early.
    private static final int ATTEMPTS_MAX = 2;

    /// A server where nobody builds has no thread for it.
    private static final Duration THREAD_IDLE_MAX = Duration.ofSeconds(30);

    private final LiveConfig config;
    private final Clients<LanguageModelConfig, HttpBuildAdviser> models;
    private final ExecutorService threads;

    /// @param closing runs what closes models that are no longer configured
    CodingWiring(LiveConfig config, ModelTally tally, InstantSource time, Executor closing) {
        this.config = config;
        this.models =
                new Clients<>(
                        new Clients.Kind<>(
                                next -> chosen(next).stream().collect(Collectors.toSet()),
                                model -> HttpBuildAdviser.open(settings(model), tally, time),
                                HttpBuildAdviser::close,
                                closing),
                        config.get());
        this.threads = threads(Runtime.getRuntime().availableProcessors());
    }

    /// Platform threads, because reading lines computes. What waits for them is at most one task
    /// for each connection.
    private static ExecutorService threads(int count) {
        var threads =
                new ThreadPoolExecutor(
                        count,
                        count,
                        THREAD_IDLE_MAX.toMillis(),
                        TimeUnit.MILLISECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().daemon().name("builds-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    Codings codings(BadgeLink link, Alarms alarms, InstantSource time, CodingTally tally) {
        return CodingFeature.create(
                new CodingFeature.Ports(
                        new LeasedAdviser(() -> chosen(config.get()).map(models::lease)),
                        link,
                        threads,
                        alarms,
                        time,
                        config.view(CodingWiring::settings),
                        config.view(BuildRules::sharing),
                        new InsightFingerprint(),
                        tally));
    }

    private static Optional<LanguageModelConfig> chosen(SupieConfig config) {
        return config.languageModels().codingModel();
    }

    private static CodingSettings settings(SupieConfig config) {
        return BuildRules.settings(config.coding(), chosen(config).isPresent());
    }

    Reloadable models() {
        return models;
    }

    private static ChatModelSettings settings(LanguageModelConfig chosen) {
        Duration patience = chosen.timeout();
        Duration most = CodingSettings.DEFAULTS.answerWithin();
        return ModelSettings.of(
                chosen,
                new ChatModelSettings.Limits(
                        ChatModelSettings.Limits.DEFAULT.connectTimeout(),
                        patience.compareTo(most) < 0 ? patience : most,
                        ATTEMPTS_MAX,
                        QUESTIONS_MAX));
    }

    /// What still waits is dropped: there is nobody left to be told.
    @Override
    public void close() {
        threads.shutdownNow();
        models.close();
    }
}
