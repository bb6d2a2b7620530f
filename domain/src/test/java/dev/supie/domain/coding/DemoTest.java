package dev.supie.domain.coding;

import static dev.supie.domain.coding.CodingExamples.DEMO;
import static dev.supie.domain.coding.CodingExamples.RULES;
import static dev.supie.domain.coding.CodingExamples.START;
import static dev.supie.domain.coding.CodingExamples.WAKE;
import static dev.supie.domain.coding.CodingExamples.after;
import static dev.supie.domain.coding.CodingExamples.deadline;
import static dev.supie.domain.coding.CodingExamples.given;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.coding.log.LogLine;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// COD-1: the sample stream.
final class DemoTest {

    @Test
    void itHasSixToEightLines() {
        assertTrue(Demo.LINES.size() >= 6 && Demo.LINES.size() <= 8);
    }

    @Test
    void aLineComesEachHalfSecondAndInsightsWithThem() {
        Coding coding = given(RULES, Coding.begun()).when(DEMO).at(START).then().state();
        List<Instant> played = new ArrayList<>();
        List<CodingEffect> told = new ArrayList<>();
        int lines = 0;
        while (!deadline(RULES, coding).equals(Analysis.NEVER)) {
            Instant now = deadline(RULES, coding);
            var then = given(RULES, coding).when(WAKE).at(now);
            coding = then.state();
            told.addAll(then.effects(CodingEffect.TellInsight.class));
            if (lines(coding).size() > lines) {
                lines = lines(coding).size();
                played.add(now);
            }
        }

        assertEquals(Demo.LINES, lines(coding));
        assertEquals(after(500), played.getFirst());
        assertEquals(after(500L * Demo.LINES.size()), played.getLast());
        assertTrue(told.size() >= 2, () -> "insights: " + told);
    }

    @Test
    void afterALateAlarmItIsLateAndDoesNotBurst() {
        Coding coding = given(RULES, Coding.begun()).when(DEMO).at(START).state();
        Coding late = given(RULES, coding).when(WAKE).at(after(9_000)).state();

        assertEquals(1, lines(late).size());
        assertEquals(after(9_500), assertInstanceOf(Coding.Running.class, late).demo().due());
    }

    private static List<String> lines(Coding coding) {
        return assertInstanceOf(Coding.Running.class, coding).run().window().lines().stream()
                .map(LogLine::text)
                .toList();
    }
}
