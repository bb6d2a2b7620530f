package dev.supie.domain.coding;

import static dev.supie.domain.coding.CodingExamples.RULES;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.coding.log.LogLine;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// COD-2: what becomes of the lines of a message.
final class IntakeTest {

    private static Intake.Taken take(LogLevel level, String text) {
        return Intake.take(Run.EMPTY, level, text, RULES);
    }

    private static List<Boolean> notable(Intake.Taken taken) {
        return taken.run().window().lines().stream().map(LogLine::notable).toList();
    }

    @Test
    void theLastTwoHundredAreKeptAndAllAreUnderstood() {
        String text =
                IntStream.rangeClosed(1, 500)
                        .mapToObj(number -> "a.c:%d:1: error: message %d".formatted(number, number))
                        .collect(Collectors.joining("\n"));
        Run run = take(LogLevel.INFO, text).run();

        assertEquals(200, run.window().lines().size());
        assertTrue(run.window().lines().getLast().text().startsWith("a.c:500:1:"));
        assertEquals(500, run.findings().errors());
    }

    @Test
    void aProblemOnTwoLinesIsFoundEvenIfTheyComeInTwoMessages() {
        Run first = take(LogLevel.INFO, "error[E0308]: mismatched types").run();
        Run both = Intake.take(first, LogLevel.INFO, " --> src/a.rs:3:5", RULES).run();

        assertEquals(1, both.findings().errors());
        assertEquals(3, both.findings().problems().getFirst().place().line());
    }

    @Test
    void linesThatSaySomethingAreMarked() {
        assertEquals(
                List.of(false, true, true, false),
                notable(
                        take(
                                LogLevel.INFO,
                                "[INFO] Running x\nsome exception\n[INFO] BUILD SUCCESS\nbye")));
    }

    @Test
    void theLevelOfTheSenderCountsWhereNobodyUnderstandsTheLines() {
        assertEquals(1, take(LogLevel.ERROR, "odd\nthings").run().findings().errors());
        assertEquals(1, take(LogLevel.WARN, "odd things").run().findings().warnings());
        assertEquals(0, take(LogLevel.INFO, "odd things").run().findings().errors());
    }

    @Test
    void itDoesNotCountTwiceWhereSomebodyDoes() {
        assertEquals(
                1, take(LogLevel.ERROR, "odd\n" + CodingExamples.ERROR).run().findings().errors());
    }

    @Test
    void errorsAndVerdictsAreUrgentAndWarningsAreNot() {
        assertTrue(take(LogLevel.INFO, CodingExamples.ERROR).urgent());
        assertTrue(take(LogLevel.INFO, "[INFO] BUILD SUCCESS").urgent());
        assertTrue(take(LogLevel.ERROR, "odd things").urgent());
        assertFalse(take(LogLevel.WARN, "odd things").urgent());
        assertFalse(take(LogLevel.INFO, CodingExamples.WARNING).urgent());
        assertFalse(take(LogLevel.INFO, "ok example.org/rope 0.1s").urgent());
    }

    @Test
    void levelsAreReadAsSendersWriteThem() {
        assertEquals(LogLevel.ERROR, LogLevel.of(" Fatal "));
        assertEquals(LogLevel.WARN, LogLevel.of("WARNING"));
        assertEquals(LogLevel.INFO, LogLevel.of("debug"));
        assertEquals(LogLevel.INFO, LogLevel.of(""));
    }
}
