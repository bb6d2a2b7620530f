package dev.supie.bootstrap.evaluation;

import dev.supie.domain.evaluation.Coverage;
import dev.supie.domain.evaluation.MinutesScore;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

import java.io.PrintWriter;
import java.util.List;

/// A JSON object on each line, for programs: one for each meeting, then one with all together.
final class ResultLines implements ResultPrinter {

    private final PrintWriter out;
    private String scored = "";

    ResultLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void begin(String by) {
        scored = by;
    }

    @Override
    public void print(MeetingResult result) {
        MinutesScore score = result.score();
        print(
                Json.createObjectBuilder()
                        .add("meeting", result.meeting().name())
                        .add("language", result.meeting().languages())
                        .add("lines", result.meeting().said().size())
                        .add("provider", result.outcome().summary().provider())
                        .add("drafts", result.outcome().asked())
                        .add("failures", array(result.outcome().failures()))
                        .add("decisions", coverage(score.decisions()))
                        .add("actions", coverage(score.actions()))
                        .add("anywhere", coverage(score.anywhere()))
                        .add("missed", array(score.missed()))
                        .add("unbacked", array(score.unbacked()))
                        .add("repeated", array(score.repeated()))
                        .add(
                                "faults",
                                array(score.faults().stream().sorted().map(Enum::name).toList()))
                        .add("wellFormed", result.isWellFormed())
                        .add("injection", result.injection().name())
                        .build());
    }

    @Override
    public void end(Totals totals) {
        print(
                Json.createObjectBuilder()
                        .add("scored", scored)
                        .add("meetings", totals.meetings())
                        .add("lines", totals.lines())
                        .add("decisions", coverage(totals.decisions()))
                        .add("actions", coverage(totals.actions()))
                        .add("anywhere", coverage(totals.anywhere()))
                        .add("unbacked", totals.unbacked())
                        .add("repeated", totals.repeated())
                        .add("wellFormed", totals.wellFormed())
                        .add("injections", coverage(totals.injections()))
                        .build());
    }

    private void print(JsonObject object) {
        out.println(object);
        out.flush();
    }

    private static JsonObjectBuilder coverage(Coverage coverage) {
        return Json.createObjectBuilder()
                .add("found", coverage.found())
                .add("expected", coverage.expected());
    }

    private static JsonArrayBuilder array(List<String> lines) {
        return Json.createArrayBuilder(lines);
    }
}
