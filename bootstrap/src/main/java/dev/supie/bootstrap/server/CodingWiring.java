package dev.supie.bootstrap.server;

import dev.supie.adapter.in.badge.codec.InsightFingerprint;
import dev.supie.adapter.out.llm.ChatModelSettings;
import dev.supie.adapter.out.llm.HttpBuildAdviser;
import dev.supie.adapter.out.llm.ModelTally;
import dev.supie.application.coding.BuildSharing;
import dev.supie.application.coding.CodingFeature;
import dev.supie.application.coding.CodingTally;
import dev.supie.application.coding.Codings;
import dev.supie.application.coding.port.BuildAdviser;
import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.runtime.Alarms;
import dev.supie.bootstrap.config.LanguageModelConfig;
import dev.supie.bootstrap.config.SupieConfig;
import dev.supie.bootstrap.rules.BuildRules;
import dev.supie.bootstrap.summary.ModelSettings;
import dev.supie.domain.coding.CodingSettings;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Puts coding together: who reads lines, and the model that advises if there is one (COD-4).
final class CodingWiring implements AutoCloseable {

    /// Builds that the model is asked about at a time. Rules advise about whatever is beyond.
    static final int QUESTIONS_MAX = 16;

    /// A second attempt is made if the first fails early.
    private static final int ATTEMPTS_MAX = 2;

    /// A server where nobody builds has no thread for it.
    private static final Duration THREAD_IDLE_MAX = Duration.ofSeconds(30);

    private final SupieConfig config;
    private final Optional<HttpBuildAdviser> model;
    private final ExecutorService threads;

    CodingWiring(SupieConfig config, ModelTally tally, InstantSource time) {
        this.config = config;
        this.model =
                config.languageModels()
                        .codingModel()
                        .map(chosen -> HttpBuildAdviser.open(settings(chosen), tally, time));
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
        CodingSettings settings = BuildRules.settings(config.coding(), model.isPresent());
        BuildSharing sharing = BuildRules.sharing(config);
        return CodingFeature.create(
                new CodingFeature.Ports(
                        model.<BuildAdviser>map(adviser -> adviser).orElse(BuildAdviser.NONE),
                        link,
                        threads,
                        alarms,
                        time,
                        () -> settings,
                        () -> sharing,
                        new InsightFingerprint(),
                        tally));
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
        model.ifPresent(HttpBuildAdviser::close);
    }
}
