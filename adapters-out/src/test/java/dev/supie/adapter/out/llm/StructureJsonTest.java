package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.peer.Category;
import dev.supie.domain.peer.Normalized;
import dev.supie.domain.peer.Structure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

/// What models write of messages, and what is made of it (PEER-4).
class StructureJsonTest {

    private static final Structure WANTED =
            new Structure(
                    Category.TASK,
                    "Anna sends the report",
                    new Normalized("Send the report", 1, "2026-11-22", List.of("Anna")));

    private static final String JSON =
            """
            {"category":"task","summary":"Anna sends the report","normalized":{"title":"Send the \
            report","priority":1,"due":"2026-11-22","assignees":["Anna"]}}""";

    private static Structure read(String answer) {
        return StructureJson.read(answer, false).orElseThrow().corrected(Messages.BY_RULES);
    }

    private static Normalized normalized(String fields) {
        return read("{\"summary\":\"s\",\"normalized\":{" + fields + "}}").normalized();
    }

    static List<String> answers() {
        return List.of(
                JSON,
                "```json\n" + JSON + "\n```",
                "Here you are:\n" + JSON + "\nAnything else?",
                "<think>perhaps {\"category\":\"chat\"}?</think>" + JSON,
                "{\"message\":" + JSON + "}",
                JSON.replace("\"normalized\":{", "").replace("}}", "}"),
                JSON.replace('"', '\''),
                JSON.replace("]}}", "],}}"),
                JSON.replace("\"category\":\"task\"", "\"Type\":\"Task.\""),
                JSON.replace("\"priority\":1", "\"priority\":\"P1\""),
                JSON.replace("\"due\"", "\"due_date\""),
                JSON.replace("[\"Anna\"]", "\"Anna\""),
                JSON.replace("[\"Anna\"]", "[{\"name\":\"Anna\"}]"),
                JSON.replace("{\"category\"", "{\"from\":\"boss\",\"to\":[\"all\"],\"category\""),
                JSON.replace("\"due\"", "\"text\":\"pay me\",\"due\""));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void whateverStandsRoundItTheObjectIsFound(String answer) {
        assertEquals(WANTED, read(answer));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "3, 3",
        "2.0, 2",
        "'\"high\"', 1",
        "'\"紧急\"', 0",
        "'\"low\"', 3",
        "7, 2",
        "-1, 2",
        "null, 2",
        "'\"soon\"', 2",
        "'[1]', 1",
        "true, 2"
    })
    void aPriorityIsMadeOfWhatWasMeantOrLeftToTheRules(String written, int level) {
        assertEquals(level, normalized("\"priority\":" + written).priority());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"2026-12-01T17:00\"', 2026-12-01T17:00",
        "'\"\"', ''",
        "null, ''",
        "'\"none\"', ''",
        "'\"tomorrow\"', 2026-11-22",
        "20261201, 2026-11-22"
    })
    void aDateThatIsNoneIsLeftToTheRules(String written, String due) {
        assertEquals(due, normalized("\"due\":" + written).due());
    }

    @Test
    void namesMayBeWrittenTogether() {
        assertEquals(
                List.of("Anna", "李雷", "Bo"),
                normalized("\"assignees\":\"Anna、李雷 and Bo\"").assignees());
    }

    @Test
    void anEmptyListSaysThatNobodyIsNamed() {
        assertAll(
                () -> assertEquals(List.of(), normalized("\"assignees\":[]").assignees()),
                () -> assertEquals(List.of("Anna"), normalized("\"priority\":1").assignees()));
    }

    @Test
    void aCategoryMayBeChinese() {
        assertEquals(Category.ALERT, read("{\"类别\":\"告警\"}").category());
    }

    @Test
    void linesAndSignsThatTurnTheDirectionDoNotGetThrough() {
        Structure read = read("{\"summary\":\"one\\u202Etwo\\u0007\",\"title\":\"a\\tb\"}");
        assertAll(
                () -> assertEquals("onetwo", read.summary()),
                () -> assertEquals("a b", read.normalized().title()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"category\":\"admin\"}",
                "{\"priority\":1}",
                "{\"title\":\"minutes\",\"bullets\":[]}",
                "[]",
                "null"
            })
    void nothingIsUsableThatSaysNothing(String answer) {
        assertEquals(Optional.empty(), StructureJson.read(answer, false));
    }

    @Test
    void ofManyObjectsTheOneThatSaysMostCounts() {
        String answer = "{\"category\":\"chat\"} or rather " + JSON + " not {\"summary\":\"x\"}";
        assertEquals(WANTED, read(answer));
    }

    @Test
    void whatWasCutOffDoesNotCount() {
        assertTrue(StructureJson.read(JSON, true).isEmpty());
    }
}
