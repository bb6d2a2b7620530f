package dev.supie.application.coding;

import dev.supie.application.fake.ScriptedAdviser;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.VirtualTime;
import dev.supie.domain.coding.CodingSettings;
import dev.supie.domain.coding.Insight;
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
    private final Codings codings;
    private CodingSettings settings;

    CodingBench(boolean model) {
        settings = settings(model, true);
        codings =
                CodingFeature.create(
                        new CodingFeature.Ports(adviser, threads, time, time, () -> settings));
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
        final BuildWatch watch;

        private Badge(SessionId session) {
            watch = codings.open(session, this);
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
