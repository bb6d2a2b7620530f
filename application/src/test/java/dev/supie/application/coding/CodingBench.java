package dev.supie.application.coding;

import dev.supie.application.coding.port.Fingerprint;
import dev.supie.application.fake.RecordingBadgeLink;
import dev.supie.application.fake.ScriptedAdviser;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.VirtualTime;
import dev.supie.domain.coding.CodingCommand;
import dev.supie.domain.coding.CodingSettings;
import dev.supie.domain.coding.Insight;
import dev.supie.domain.coding.LogLevel;
import dev.supie.domain.kernel.SessionId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The coding feature over fakes, on virtual time.
final class CodingBench {

    private static final Duration TICK = Duration.ofMillis(10);

    final VirtualTime time = new VirtualTime(Instant.parse("2026-11-21T09:00:00Z"));
    final StepExecutor threads = new StepExecutor();
    final ScriptedAdviser adviser = new ScriptedAdviser();
    private final CodingFeature.Ports ports;
    private CodingSettings settings;

    CodingBench(boolean model) {
        settings = settings(model, true);
        ports =
                new CodingFeature.Ports(
                        adviser,
                        new RecordingBadgeLink(time, threads),
                        threads,
                        time,
                        time,
                        () -> settings,
                        () -> BuildSharing.NONE,
                        Fingerprint.NONE,
                        new CodingTally());
    }

    static CodingSettings settings(boolean model, boolean insights) {
        CodingSettings usual = CodingSettings.DEFAULTS;
        return new CodingSettings(
                insights,
                usual.debounce(),
                usual.lineCharsMax(),
                usual.linesMax(),
                usual.excerptCharsMax(),
                usual.insightItemsMax(),
                usual.summaryItemsMax(),
                model,
                usual.answerWithin());
    }

    void use(CodingSettings next) {
        settings = next;
    }

    Badge badge(int number) {
        return new Badge(new SessionId("session-" + number));
    }

    /// Time passes in small steps, and everything that is to be done is done.
    void pass(Duration duration) {
        threads.runAll();
        Instant end = time.instant().plus(duration);
        while (time.instant().isBefore(end)) {
            time.advance(TICK);
            threads.runAll();
        }
    }

    /// A badge that remembers what it was told, and when.
    final class Badge implements BuildListener {

        final List<Insight> insights = new ArrayList<>();
        final List<Insight> summaries = new ArrayList<>();
        final List<Instant> told = new ArrayList<>();
        int analyses;
        private final BuildWatch watch;

        private Badge(SessionId session) {
            watch = new BuildWatch(ports, session, this);
        }

        boolean tell(CodingCommand.Told told) {
            return watch.tell(told, () -> {});
        }

        boolean start(boolean demo) {
            return tell(new CodingCommand.Start(demo));
        }

        boolean stop() {
            return tell(new CodingCommand.Stop());
        }

        boolean log(String text) {
            return tell(new CodingCommand.Log(LogLevel.INFO, text));
        }

        void reset() {
            watch.reset();
        }

        void close() {
            watch.close();
        }

        @Override
        public void insight(Insight insight) {
            insights.add(insight);
            told.add(time.instant());
        }

        @Override
        public void summary(Insight insight) {
            summaries.add(insight);
            told.add(time.instant());
        }

        @Override
        public void analysed(boolean last, Insight insight, Duration elapsed) {
            analyses++;
        }
    }
}
