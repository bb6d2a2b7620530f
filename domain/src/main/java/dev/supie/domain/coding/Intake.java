package dev.supie.domain.coding;

import dev.supie.domain.coding.log.LogLine;
import dev.supie.domain.coding.log.LogText;
import dev.supie.domain.coding.signal.ErrorWords;
import dev.supie.domain.coding.signal.Findings;
import dev.supie.domain.coding.signal.LogReader;
import dev.supie.domain.coding.signal.ProblemKind;
import dev.supie.domain.coding.signal.Signal;
import dev.supie.domain.coding.signal.Verdict;

import java.util.ArrayList;
import java.util.List;

/// COD-2: takes the lines of one message into a run.
final class Intake {

    /// What came of a message.
    ///
    /// @param lines how many it had
    /// @param urgent whether they should be looked at immediately
    record Taken(Run run, int lines, boolean urgent) {}

    private final Run run;
    private final CodingSettings settings;
    private final List<String> before = new ArrayList<>();
    private final List<LogLine> taken = new ArrayList<>();
    private Findings findings;
    private boolean problem;
    private boolean urgent;

    private Intake(Run run, LogLevel level, CodingSettings settings) {
        this.run = run;
        this.settings = settings;
        this.findings = run.findings();
        this.urgent = level == LogLevel.ERROR;
        List<LogLine> lines = run.window().lines();
        lines.subList(Math.max(0, lines.size() - LogReader.BEFORE_MAX), lines.size())
                .forEach(line -> before.add(line.text()));
    }

    static Taken take(Run run, LogLevel level, String text, CodingSettings settings) {
        List<String> lines = LogText.lines(text, settings.lineCharsMax());
        if (lines.isEmpty()) {
            return new Taken(run, 0, false);
        }
        Intake intake = new Intake(run, level, settings);
        lines.forEach(intake::line);
        intake.level(level, lines.getFirst());
        return intake.done();
    }

    private void line(String text) {
        List<Signal> signals = LogReader.read(text, before, findings.latest());
        boolean word = ErrorWords.in(text);
        signals.forEach(this::signal);
        taken.add(new LogLine(text, word || signals.stream().anyMatch(Intake::isNotable)));
        urgent |= word;
        before.add(text);
        if (before.size() > LogReader.BEFORE_MAX) {
            before.removeFirst();
        }
    }

    private void signal(Signal signal) {
        findings = findings.with(signal);
        if (signal instanceof Signal.Problem told) {
            problem = true;
            urgent |= !told.kind().isWarning();
        }
        urgent |= signal instanceof Signal.Ended ended && ended.verdict() != Verdict.PARTLY;
    }

    private static boolean isNotable(Signal signal) {
        return switch (signal) {
            case Signal.Announced _ -> false;
            case Signal.Problem _, Signal.Detail _, Signal.Totals _, Signal.Ended _ -> true;
        };
    }

    /// The sender knows that it is bad, even where no line says so in a way that we understand.
    private void level(LogLevel level, String first) {
        if (problem) {
            return;
        }
        switch (level) {
            case ERROR ->
                    signal(LogReader.unknown(findings.latest(), ProblemKind.BUILD_ERROR, first));
            case WARN ->
                    signal(LogReader.unknown(findings.latest(), ProblemKind.LINT_WARNING, first));
            case INFO -> {}
        }
    }

    private Taken done() {
        return new Taken(run.with(taken, findings, settings.linesMax()), taken.size(), urgent);
    }
}
