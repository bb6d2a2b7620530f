package dev.supie.domain.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.Seeded;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whatever happens, in whatever order: what COD-2 and COD-4 promise holds.
final class CodingWalkTest {

    private static final List<String> LINES =
            List.of(
                    CodingExamples.CALM,
                    CodingExamples.ERROR,
                    CodingExamples.WARNING,
                    "",
                    "[INFO] BUILD SUCCESS",
                    "BUILD FAILED in 2s",
                    "--- FAIL: TestX (0.00s)\n    x_test.go:3: no",
                    "编译错误",
                    "E   ModuleNotFoundError: No module named 'x'");

    private final List<String> story = new ArrayList<>();
    private final Set<Long> asked = new HashSet<>();
    private Instant now = CodingExamples.START;
    private Instant lastInsight = Instant.MIN;
    private Instant stoppedAt = Analysis.NEVER;
    private Coding coding = Coding.begun();

    @Test
    void thePromisesHoldOnEveryWalk() {
        for (long seed = 1; seed <= 600; seed++) {
            boolean model = seed % 2 == 0;
            new CodingWalkTest().walk(new Seeded(seed), model, seed);
        }
    }

    private void walk(Seeded random, boolean model, long seed) {
        CodingDecider decider =
                new CodingDecider(CodingExamples.with(CodingExamples.RULES, true, model));
        story.add("seed " + seed);
        for (int i = 0; i < 60; i++) {
            now = now.plusMillis(random.below(700));
            if (random.oneIn(3)) {
                now = later(now, decider.deadline(coding).orElse(now));
            }
            step(decider, command(random));
        }
        settle(decider);
    }

    /// Without anything new from outside everything comes to rest.
    private void settle(CodingDecider decider) {
        for (int i = 0; i < 40 && decider.deadline(coding).isPresent(); i++) {
            now = later(now, decider.deadline(coding).orElseThrow());
            step(decider, CodingExamples.WAKE);
        }
        assertTrue(decider.deadline(coding).isEmpty(), this::told);
        assertFalse(coding instanceof Coding.Concluding, this::told);
    }

    private CodingCommand command(Seeded random) {
        long ticket = Math.max(0, coding.tickets() - random.below(2));
        return switch (random.below(14)) {
            case 0 -> new CodingCommand.Start(random.oneIn(4));
            case 1 -> CodingExamples.STOP;
            case 2 -> random.oneIn(3) ? CodingExamples.CLEAR : CodingExamples.STOP;
            case 3 -> new CodingCommand.Phase(random.text(4), random.oneOf(LINES));
            case 4 -> new CodingCommand.Step(random.text(4), random.oneOf(LINES));
            case 5, 6 -> CodingExamples.answer(ticket);
            case 7 -> CodingExamples.failure(ticket);
            case 8, 9 -> CodingExamples.WAKE;
            case 10 -> random.oneIn(4) ? CodingExamples.FORGET : CodingExamples.WAKE;
            default ->
                    new CodingCommand.Log(
                            random.oneOf(List.of(LogLevel.values())), random.oneOf(LINES));
        };
    }

    private void step(CodingDecider decider, CodingCommand command) {
        story.add(now + " " + command);
        boolean running = coding instanceof Coding.Running;
        switch (decider.decide(coding, command, now)) {
            case Decision.Rejected<Coding, CodingEffect, CodingRejection> _ -> {}
            case Decision.Accepted<Coding, CodingEffect, CodingRejection> accepted -> {
                assertTrue(accepted.next().tickets() >= coding.tickets(), this::told);
                coding = accepted.next();
                if (running && command instanceof CodingCommand.Stop) {
                    stoppedAt = now;
                }
                answered(command);
                accepted.effects().forEach(this::check);
                if (command instanceof CodingCommand.Forget) {
                    stoppedAt = Analysis.NEVER;
                }
                if (command instanceof CodingCommand.Clear
                        || command instanceof CodingCommand.Start) {
                    lastInsight = Instant.MIN;
                }
            }
        }
        if (coding instanceof Coding.Idle) {
            assertEquals(Analysis.NEVER, stoppedAt, this::told);
            lastInsight = Instant.MIN;
        }
        boolean waiting =
                coding instanceof Coding.Concluding
                        || (coding instanceof Coding.Running run
                                && run.analysis() instanceof Analysis.Asked);
        assertEquals(waiting, !asked.isEmpty(), this::told);
    }

    private void answered(CodingCommand command) {
        if (command instanceof CodingCommand.Answered answer) {
            assertTrue(asked.remove(answer.ticket()), this::told);
        } else if (command instanceof CodingCommand.Failed failure) {
            assertTrue(asked.remove(failure.ticket()), this::told);
        }
    }

    private void check(CodingEffect effect) {
        switch (effect) {
            case CodingEffect.AskModel ask -> {
                assertTrue(asked.isEmpty(), this::told);
                asked.add(ask.ticket());
                assertEquals(coding.tickets(), ask.ticket(), this::told);
            }
            case CodingEffect.ForgetModel forget ->
                    assertTrue(asked.remove(forget.ticket()), this::told);
            case CodingEffect.TellInsight told -> {
                Duration pause = Duration.between(later(lastInsight, Instant.EPOCH), now);
                assertTrue(pause.compareTo(CodingSettings.DEBOUNCE_MIN) >= 0, this::told);
                assertFalse(told.insight().advice().isEmpty(), this::told);
                lastInsight = now;
            }
            case CodingEffect.TellSummary _ -> {
                assertTrue(stoppedAt.isBefore(Analysis.NEVER), this::told);
                stoppedAt = Analysis.NEVER;
            }
            case CodingEffect.Report report ->
                    assertFalse(report.elapsed().isNegative(), this::told);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private String told() {
        return String.join("\n", story);
    }
}
