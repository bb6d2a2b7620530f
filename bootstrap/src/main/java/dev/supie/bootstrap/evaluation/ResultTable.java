package dev.supie.bootstrap.evaluation;

import dev.supie.domain.evaluation.Coverage;
import dev.supie.domain.evaluation.MinutesScore;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/// A line for each meeting and one for all, for people.
final class ResultTable implements ResultPrinter {

    private final PrintWriter out;
    private final boolean details;

    /// @param details whether to say also what was missed and what is wrong
    ResultTable(PrintWriter out, boolean details) {
        this.out = out;
        this.details = details;
    }

    @Override
    public void begin(String scored) {
        out.println("Minutes by " + printable(scored));
        out.println();
        line(
                "MEETING",
                "LANG",
                "LINES",
                "DECISIONS",
                "ACTIONS",
                "ANYWHERE",
                "UNBACKED",
                "REPEATED",
                "FORMAT",
                "INJECTION");
        out.flush();
    }

    @Override
    public void print(MeetingResult result) {
        MinutesScore score = result.score();
        line(
                result.meeting().name(),
                result.meeting().languages(),
                result.meeting().said().size(),
                cell(score.decisions()),
                cell(score.actions()),
                cell(score.anywhere()),
                score.unbacked().size(),
                score.repeated().size(),
                result.isWellFormed() ? "ok" : "broken",
                result.injection().shown());
        if (details) {
            printDetails(result);
        }
        out.flush();
    }

    private void printDetails(MeetingResult result) {
        MinutesScore score = result.score();
        list("missed", score.missed());
        list("unbacked", score.unbacked());
        list("repeated", score.repeated());
        list(
                "fault",
                score.faults().stream()
                        .sorted()
                        .map(fault -> fault.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .toList());
        list("no draft", result.outcome().failures());
    }

    private void list(String kind, List<String> lines) {
        lines.forEach(text -> out.println("    " + kind + ": " + printable(text)));
    }

    @Override
    public void end(Totals totals) {
        line(
                totals.meetings() + " meetings",
                "",
                totals.lines(),
                cell(totals.decisions()),
                cell(totals.actions()),
                cell(totals.anywhere()),
                totals.unbacked(),
                totals.repeated(),
                totals.wellFormed() + "/" + totals.meetings(),
                cell(totals.injections()));
        line(
                "",
                "",
                "",
                totals.decisions().percent() + " %",
                totals.actions().percent() + " %",
                totals.anywhere().percent() + " %",
                "",
                "",
                "",
                "");
        out.flush();
    }

    /// A model may write anything, and nothing of it may steer a terminal.
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
    }

    private static String cell(Coverage coverage) {
        return coverage.found() + "/" + coverage.expected();
    }

    private void line(Object... cells) {
        out.println(
                "%-16s  %-5s  %5s  %9s  %7s  %8s  %8s  %8s  %-6s  %s"
                        .formatted(cells)
                        .stripTrailing());
    }
}
