package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.server.StartException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// OBS-1: operators are shown what took how long, and nothing of what was said; a collector that
/// does not answer is noticed by nobody else.
@Timeout(120)
final class TracingTest {

    private static final String ON = "observe.tracing.enabled=true";
    private static final String TOKEN = "hush-this-token";
    private static final Duration ACK_MAX = Duration.ofMillis(100);
    private static final Duration STOP_MAX = Duration.ofSeconds(8);
    private static final int MEETINGS = 9;

    private static String[] settings(ModelServer model, String... more) {
        List<String> all = new ArrayList<>(List.of(model.settings()));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void whatWasDoneIsShownAndNothingThatWasSaid(@TempDir Path folder)
            throws StartException, IOException, InterruptedException {
        try (TraceCollector collector = TraceCollector.open();
                ModelServer model = new ModelServer(Duration.ZERO)) {
            String session;
            try (Site site = Site.open(folder, settings(model, ON, collector.setting()))) {
                Badge badge = site.badge("aa:aa");
                badge.startMeeting();
                badge.tell("The purple kettle costs nine hundred.");
                badge.finish();
                session = badge.session();
                site.fetched("/supie/meetings/no-such-one?token=" + TOKEN);
                site.fetched("/observe/health/live");
            }
            String shown = collector.text();
            for (String there :
                    List.of(
                            "service.name",
                            "meeting",
                            "handled",
                            "supie.waited_ms",
                            "aa:aa",
                            session,
                            "model meeting",
                            "GET /supie/meetings/{id}")) {
                assertTrue(shown.contains(there), there);
            }
            for (String secret :
                    List.of("kettle", ModelServer.TITLE, TOKEN, "no-such-one", "/observe")) {
                assertFalse(shown.contains(secret), secret);
            }
        }
    }

    @Test
    void nothingIsSentUnlessItIsTurnedOn(@TempDir Path folder)
            throws StartException, IOException, InterruptedException {
        try (TraceCollector collector = TraceCollector.open()) {
            try (Site site = Site.open(folder, collector.setting())) {
                site.badge("aa:aa").startMeeting();
                site.fetched("/supie/meetings");
                assertEquals(0, site.metric("supie_spans_total{result=\"delivered\"}"));
            }
            assertEquals("", collector.text());
        }
    }

    /// Other load on the machine may delay one answer, but not most of them.
    @Test
    void aCollectorThatNeverAnswersHoldsNeitherBadgesNorTheStopUp(@TempDir Path folder)
            throws StartException, InterruptedException {
        try (TraceCollector collector = TraceCollector.hanging();
                ModelServer model = new ModelServer(Duration.ZERO)) {
            Site site = Site.open(folder, settings(model, ON, collector.setting()));
            try (site) {
                Badge badge = site.badge("aa:aa");
                badge.startMeeting();
                collector.awaitAsked();
                long[] answers = new long[MEETINGS];
                for (int i = 0; i < MEETINGS; i++) {
                    long asked = System.nanoTime();
                    badge.tell("Again " + i + ".");
                    answers[i] = System.nanoTime() - asked;
                }
                Arrays.sort(answers);
                assertTrue(
                        answers[MEETINGS / 2] < ACK_MAX.toNanos(), () -> Arrays.toString(answers));
                badge.finish();
                long stopping = System.nanoTime();
                site.stop();
                long took = System.nanoTime() - stopping;
                assertTrue(took < STOP_MAX.toNanos(), () -> "stopped after " + took + " ns");
            }
        }
    }

    @Test
    void aCollectorThatIsNotThereCostsSpansOnly(@TempDir Path folder)
            throws StartException, IOException, InterruptedException {
        String nobody;
        try (TraceCollector gone = TraceCollector.open()) {
            nobody = gone.setting();
        }
        try (Site site = Site.open(folder, ON, nobody)) {
            site.badge("aa:aa").startMeeting();
            site.fetched("/supie/meetings");
            long deadline = System.nanoTime() + Badge.ANSWER_MAX.toNanos();
            double refused = 0;
            while (refused == 0 && System.nanoTime() < deadline) {
                refused = site.metric("supie_spans_total{result=\"refused\"}");
            }
            assertTrue(refused > 0, "spans that were not taken are counted");
        }
    }
}
