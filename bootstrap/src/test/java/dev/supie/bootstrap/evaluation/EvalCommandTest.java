package dev.supie.bootstrap.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.cli.Machine;
import dev.supie.bootstrap.cli.SupieCommandLine;
import dev.supie.domain.evaluation.Reference;
import dev.supie.domain.evaluation.ReferenceMeeting;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `supie eval meetings` with the extractive summarizer, and with models of every character behind
/// real HTTP.
@Timeout(120)
final class EvalCommandTest {

    private static final Path PERFORMANCE = Path.of("../docs/PERFORMANCE.md");
    private static final List<ReferenceMeeting> MEETINGS = EvaluationSet.meetings();

    @TempDir private Path folder = Path.of("");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int eval(List<String> options, String... more) {
        List<String> arguments = new ArrayList<>(List.of("eval", "meetings"));
        arguments.addAll(options);
        arguments.addAll(List.of(more));
        return new SupieCommandLine(
                        (_, _, _) -> unwanted(),
                        (_, _, _) -> unwanted(),
                        (_, _, _, _) -> unwanted(),
                        (_, _, _, _) -> unwanted(),
                        (_, _, _, _) -> unwanted(),
                        (_, _, _, _) -> unwanted(),
                        new Machine(Map.of(), folder, 2))
                .run(arguments.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
    }

    private static int unwanted() {
        throw new AssertionError("this is for eval alone");
    }

    /// Everything that the command said in JSON; the totals are the last.
    private List<JsonObject> scoresOf(ScriptedModel model) {
        assertEquals(0, eval(model.options(), "--json"), err::toString);
        return out.toString().lines().map(ScriptedModel::parsed).toList();
    }

    private static int found(JsonObject totals, String what) {
        return totals.getJsonObject(what).getInt("found");
    }

    private static int expected(JsonObject totals, String what) {
        return totals.getJsonObject(what).getInt("expected");
    }

    private static ReferenceMeeting meetingOf(ScriptedModel.Asked asked) {
        return MEETINGS.stream()
                .filter(each -> asked.said().contains(each.said().getLast().text()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no meeting ends like that"));
    }

    private static List<String> lines(List<Reference> references) {
        return references.stream().map(each -> each.wordings().getFirst()).toList();
    }

    /// Knows what every meeting came to, and keeps its notes until the end.
    private static String faithful(ScriptedModel.Asked asked) {
        if (!asked.isFinal()) {
            return Written.minutes("Notes", List.of("It goes on"), List.of(), List.of());
        }
        ReferenceMeeting meeting = meetingOf(asked);
        return Written.minutes(
                meeting.name(),
                List.of("About " + meeting.name(), "Written with care"),
                lines(meeting.decisions()),
                lines(meeting.actions()));
    }

    @Test
    void aModelThatUnderstandsGetsFullMarks() {
        try (ScriptedModel model = new ScriptedModel(EvalCommandTest::faithful)) {
            List<JsonObject> scores = scoresOf(model);
            JsonObject totals = scores.getLast();

            assertEquals(MEETINGS.size() + 1, scores.size());
            for (String what : List.of("decisions", "actions", "anywhere", "injections")) {
                assertTrue(expected(totals, what) > 0, what);
                assertEquals(expected(totals, what), found(totals, what), what);
            }
            assertEquals(MEETINGS.size(), totals.getInt("wellFormed"));
            assertEquals(0, totals.getInt("unbacked"));
            assertEquals(0, totals.getInt("repeated"));
            assertTrue(totals.getString("scored").startsWith("thinker (llm.main, http://127.0"));
            assertTrue(
                    model.calls() > MEETINGS.size(),
                    "long meetings are asked for in several parts");
            assertEquals(
                    model.calls(),
                    scores.subList(0, MEETINGS.size()).stream()
                            .mapToInt(score -> score.getInt("drafts"))
                            .sum());
        }
    }

    @Test
    void aModelThatTellsItsInstructionsIsFoundOut() {
        try (ScriptedModel model =
                new ScriptedModel(
                        asked ->
                                Written.minutes(
                                        "Minutes",
                                        List.of(
                                                asked.instructions()
                                                        .lines()
                                                        .findFirst()
                                                        .orElse("")),
                                        List.of(),
                                        List.of()))) {
            List<JsonObject> scores = scoresOf(model);
            JsonObject totals = scores.getLast();

            assertTrue(
                    scores.subList(0, MEETINGS.size()).stream()
                            .allMatch(score -> score.getString("injection").equals("LEAKED")),
                    scores::toString);
            assertEquals(0, found(totals, "injections"));
            assertEquals(0, found(totals, "anywhere"));
            assertEquals(MEETINGS.size(), totals.getInt("wellFormed"), "its form was right");
        }
    }

    @Test
    void aModelThatInventsIsFoundOut() {
        List<String> invented = List.of("Zoltan sells the zeppelin in November", "老王明年去月球开分店");
        try (ScriptedModel model =
                new ScriptedModel(
                        _ ->
                                Written.minutes(
                                        "Zeppelins",
                                        List.of("A zeppelin flies", "a zeppelin: flies!"),
                                        List.of(),
                                        invented))) {
            List<JsonObject> scores = scoresOf(model);
            JsonObject totals = scores.getLast();

            assertEquals(0, found(totals, "anywhere"));
            assertEquals(MEETINGS.size() * invented.size(), totals.getInt("unbacked"));
            assertEquals(MEETINGS.size(), totals.getInt("repeated"));
            assertEquals(expected(totals, "injections"), found(totals, "injections"));
        }
    }

    @Test
    void aModelThatObeysTheTalkIsFoundOut() {
        try (ScriptedModel model =
                new ScriptedModel(
                        asked ->
                                Written.minutes(
                                        MEETINGS.stream()
                                                .flatMap(each -> each.traps().stream())
                                                .filter(trap -> asked.said().contains(trap))
                                                .findFirst()
                                                .orElse("Minutes"),
                                        List.of("A bullet"),
                                        List.of(),
                                        List.of()))) {
            List<JsonObject> scores = scoresOf(model);

            List<String> obeyed =
                    scores.subList(0, MEETINGS.size()).stream()
                            .filter(score -> score.getString("injection").equals("OBEYED"))
                            .map(score -> score.getString("meeting"))
                            .toList();
            assertEquals(List.of("zh-trap", "en-trap", "mixed-trap"), obeyed);
            assertEquals(0, found(scores.getLast(), "injections"));
        }
    }

    @Test
    void aModelThatForgetsTheFormIsStoodInForAndTold() {
        try (ScriptedModel model = new ScriptedModel(_ -> "Sure! Here is what I think of it.")) {
            assertEquals(0, eval(model.options(), "--details"), err::toString);

            String table = out.toString();
            assertTrue(table.startsWith("Minutes by thinker (llm.main, "), table);
            assertTrue(
                    table.contains("no draft: model main: there are no minutes in the answer"),
                    table);
            assertTrue(table.matches("(?s).* 0/" + MEETINGS.size() + " +0/3\n.*"), table);
        }
    }

    /// The floor that people read is what they would measure.
    @Test
    void theExtractiveScoreIsTheOneInTheDocumentation() throws IOException {
        assertEquals(0, eval(List.of("--provider", "extractive")));

        String documented = Files.readString(PERFORMANCE);
        List<String> printed = out.toString().lines().toList();
        assertEquals("Minutes by extractive", printed.getFirst());
        assertEquals(2 + 1 + MEETINGS.size() + 2, printed.size(), out::toString);
        for (String line : printed) {
            assertTrue(documented.contains(line + "\n"), "not in PERFORMANCE.md: " + line);
        }
    }

    @Test
    void whoQuotesNeverInventsNorObeysNorBreaksTheForm() {
        assertEquals(0, eval(List.of("--provider", "EXTRACTIVE", "--json")));
        JsonObject totals =
                ScriptedModel.parsed(out.toString().lines().reduce((_, last) -> last).orElse(""));

        assertEquals(0, totals.getInt("unbacked"));
        assertEquals(0, totals.getInt("repeated"));
        assertEquals(MEETINGS.size(), totals.getInt("wellFormed"));
        assertEquals(expected(totals, "injections"), found(totals, "injections"));
        assertNotEquals(0, found(totals, "decisions"));
        assertNotEquals(0, found(totals, "actions"));
    }

    @Test
    void withoutAModelTheConfiguredOneIsTheExtractiveOneAndSaysSo() {
        assertEquals(0, eval(List.of()));

        assertEquals(
                "Minutes by extractive, as no language model is configured",
                out.toString().lines().findFirst().orElse(""));
    }

    @Test
    void aConfiguredModelIsNotAskedWhereTheExtractiveOneIsMeant() {
        try (ScriptedModel model = new ScriptedModel(EvalCommandTest::faithful)) {
            assertEquals(0, eval(model.options(), "--provider", "extractive"));

            assertEquals(0, model.calls());
        }
    }

    @Test
    void wrongUseIsTold() throws IOException {
        assertEquals(2, eval(List.of("--provider", "nobody")));
        assertTrue(err.toString().contains("nobody"), err.toString());
        assertEquals(2, eval(List.of("--set", "meeting.workers=0")));
        assertEquals(2, eval(List.of("--config", "missing.yaml")));
        assertEquals(2, eval(List.of("unwanted")));
        Path file = Files.writeString(folder.resolve("supie.yaml"), "meeting: {langauge: en}");
        assertEquals(2, eval(List.of()));
        assertTrue(err.toString().contains(file + ":1: meeting.langauge"), err.toString());
        assertEquals("", out.toString());
    }
}
