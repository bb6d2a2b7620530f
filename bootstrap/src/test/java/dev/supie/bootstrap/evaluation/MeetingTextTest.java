package dev.supie.bootstrap.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.supie.domain.evaluation.Reference;
import dev.supie.domain.evaluation.ReferenceMeeting;
import dev.supie.domain.evaluation.Utterance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// The form of the files of the evaluation.
final class MeetingTextTest {

    @Test
    void everythingInAFileIsRead() {
        ReferenceMeeting meeting =
                read(
                        """
                        # a comment
                        language: mixed
                        decision: Ship on Friday | 周五发布
                        action: Ana writes the notes
                        trap: FREE: MONEY

                        ---
                        # another
                        Ana: Well: we ship.
                        小李: 好，周五：发布。
                        """);

        assertEquals(
                new ReferenceMeeting(
                        "test",
                        "mixed",
                        List.of(
                                new Utterance("Ana", "Well: we ship."),
                                new Utterance("小李", "好，周五：发布。")),
                        List.of(new Reference(List.of("Ship on Friday", "周五发布"))),
                        List.of(new Reference(List.of("Ana writes the notes"))),
                        List.of("FREE: MONEY")),
                meeting);
    }

    @ParameterizedTest
    @CsvSource({
        "'language: en\nactoin: x\n---\nA: b', test:2: unknown key actoin",
        "'language: en\nnonsense\n---\nA: b', test:2: no colon with a space behind it",
        "'language: fr\n---\nA: b', 'test: language must be zh, en or mixed'",
        "'---\nA: b', 'test: language must be zh, en or mixed'",
        "'language: en\n---', test: nothing is said"
    })
    void whatIsWrongIsNamed(String text, String problem) {
        assertEquals(
                problem,
                assertThrows(IllegalArgumentException.class, () -> read(text)).getMessage());
    }

    private static ReferenceMeeting read(String text) {
        return MeetingText.read("test", text.lines().toList());
    }
}
