package dev.supie.application.server;

import dev.supie.application.administration.port.ReloadReport;

import java.util.List;
import java.util.stream.Collectors;

/// What a badge is told once the configuration was read for it, in one line (SRV-2).
final class ReloadAnswer {

    /// Keys or problems in one answer; the log has all of them.
    static final int SHOWN_MAX = 10;

    /// Of one problem: it may repeat a long value.
    static final int PROBLEM_CHARS_MAX = 200;

    private ReloadAnswer() {}

    static String of(ReloadReport.Applied report) {
        if (report.changed().isEmpty()) {
            return "the configuration was read again: nothing has changed";
        }
        String changed = "changed: " + some(report.changed(), ", ");
        return report.needRestart().isEmpty()
                ? changed
                : changed + "; in force after a restart: " + some(report.needRestart(), ", ");
    }

    static String of(ReloadReport.Refused report) {
        return "the configuration was not changed: " + problems(report.problems());
    }

    static String ofRestart(List<String> obstacles) {
        return "the server was not restarted, because it would not start again: "
                + problems(obstacles);
    }

    private static String problems(List<String> all) {
        return some(all.stream().map(ReloadAnswer::cut).toList(), "; ");
    }

    private static String some(List<String> all, String between) {
        String shown = all.stream().limit(SHOWN_MAX).collect(Collectors.joining(between));
        int more = all.size() - SHOWN_MAX;
        return more > 0 ? shown + between + "and " + more + " more" : shown;
    }

    /// Between whole characters.
    private static String cut(String problem) {
        if (problem.codePointCount(0, problem.length()) <= PROBLEM_CHARS_MAX) {
            return problem;
        }
        return problem.substring(0, problem.offsetByCodePoints(0, PROBLEM_CHARS_MAX)) + "…";
    }
}
