package dev.supie.domain.coding;

import dev.supie.domain.kernel.Scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Runs as the tests need them.
final class CodingExamples {

    static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    static final CodingSettings RULES = CodingSettings.DEFAULTS;
    static final CodingSettings MODEL = with(RULES, true, true);
    static final Duration DEBOUNCE = RULES.debounce();

    static final CodingCommand BEGIN = new CodingCommand.Start(false);
    static final CodingCommand DEMO = new CodingCommand.Start(true);
    static final CodingCommand STOP = new CodingCommand.Stop();
    static final CodingCommand CLEAR = new CodingCommand.Clear();
    static final CodingCommand WAKE = new CodingCommand.DeadlineReached();
    static final CodingCommand FORGET = new CodingCommand.Forget();

    static final String CALM = "Compiling 12 source files";
    static final String WARNING = "a.c:3:1: warning: unused variable 'x'";
    static final String ERROR = "a.c:7:2: error: 'speed' undeclared";

    /// What a model that has understood says.
    static final Advice WISE =
            new Advice(
                    List.of("A variable is used before it was introduced"),
                    List.of(),
                    List.of("Introduce it in front of its first use"),
                    List.of());

    private CodingExamples() {}

    static CodingSettings with(CodingSettings settings, boolean insights, boolean model) {
        return new CodingSettings(
                insights,
                settings.debounce(),
                settings.lineCharsMax(),
                settings.linesMax(),
                settings.excerptCharsMax(),
                settings.insightItemsMax(),
                settings.summaryItemsMax(),
                model,
                settings.answerWithin());
    }

    static Instant after(long millis) {
        return START.plusMillis(millis);
    }

    static CodingCommand log(String text) {
        return new CodingCommand.Log(LogLevel.INFO, text);
    }

    static CodingCommand answer(long ticket) {
        return new CodingCommand.Answered(ticket, "model-a", WISE);
    }

    static CodingCommand failure(long ticket) {
        return new CodingCommand.Failed(ticket);
    }

    static Scenario.Given<Coding, CodingCommand, CodingEffect, CodingRejection> given(
            CodingSettings settings, Coding coding) {
        return Scenario.given(new CodingDecider(settings)::decide, coding);
    }

    /// A run without a line, begun at [#START].
    static Coding running(CodingSettings settings) {
        return given(settings, Coding.begun()).when(BEGIN).at(START).state();
    }

    /// A model is asked about [#ERROR], with ticket 1, at [#START].
    static Coding asking() {
        return given(MODEL, running(MODEL)).when(log(ERROR)).at(START).state();
    }

    /// A model is asked for the summary, with ticket 2, since a second after [#START].
    static Coding concluding() {
        return given(MODEL, asking()).when(STOP).at(after(1_000)).state();
    }

    static Instant deadline(CodingSettings settings, Coding coding) {
        return new CodingDecider(settings).deadline(coding).orElse(Analysis.NEVER);
    }
}
