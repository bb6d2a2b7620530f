package dev.supie.domain.coding;

import static dev.supie.domain.coding.CodingExamples.MODEL;
import static dev.supie.domain.coding.CodingExamples.given;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.Diagram;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every command in every state: one row each, and no row may be missing.
final class CodingMatrixTest {

    /// What a command leads to: the name of the next state, or of the rejection.
    record Row(Coding state, CodingCommand command, String outcome) {
        String cell() {
            return cellOf(state.getClass(), command.getClass());
        }
    }

    private static final List<CodingCommand> COMMANDS =
            List.of(
                    CodingExamples.BEGIN,
                    CodingExamples.STOP,
                    CodingExamples.CLEAR,
                    new CodingCommand.Phase("test", ""),
                    new CodingCommand.Step("unit tests", ""),
                    CodingExamples.log("a line"),
                    CodingExamples.answer(2),
                    CodingExamples.failure(2),
                    CodingExamples.WAKE,
                    CodingExamples.FORGET);

    static Stream<Row> rows() {
        return Stream.of(
                        rows(
                                Coding.begun(),
                                "Running Idle Idle Running Running Running STALE STALE Idle Idle"),
                        rows(
                                CodingExamples.asking(),
                                "Running Concluding Running Running Running Running STALE STALE"
                                        + " Running Idle"),
                        rows(
                                CodingExamples.concluding(),
                                "Running Concluding Concluding Concluding Concluding Concluding"
                                        + " Idle Idle Concluding Idle"))
                .flatMap(row -> row);
    }

    private static Stream<Row> rows(Coding state, String outcomes) {
        List<String> words = List.of(outcomes.split(" ", -1));
        assertEquals(COMMANDS.size(), words.size());
        return Stream.iterate(0, i -> i < words.size(), i -> i + 1)
                .map(i -> new Row(state, COMMANDS.get(i), words.get(i)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyCommandHasItsOutcomeInEveryState(Row row) {
        var then = given(MODEL, row.state()).when(row.command()).at(CodingExamples.after(1_100));

        assertEquals(row.outcome(), outcomeOf(then.decision()));
    }

    @Test
    void noStateAndNoCommandIsForgotten() {
        Set<String> expected =
                Arrays.stream(Coding.class.getPermittedSubclasses())
                        .flatMap(
                                state ->
                                        commands(CodingCommand.class)
                                                .map(command -> cellOf(state, command)))
                        .collect(Collectors.toSet());
        assertEquals(expected, rows().map(Row::cell).collect(Collectors.toSet()));
    }

    private static Stream<Class<?>> commands(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(each -> each.isSealed() ? commands(each) : Stream.of(each));
    }

    @ParameterizedTest
    @ValueSource(classes = {Coding.class, Analysis.class})
    void theFigureShowsTheStates(Class<?> machine) throws IOException {
        assertEquals(Diagram.statesOf(machine), Diagram.statesDrawnAbove(machine));
    }

    private static String cellOf(Class<?> state, Class<?> command) {
        return state.getSimpleName() + " × " + command.getSimpleName();
    }

    private static String outcomeOf(Decision<Coding, CodingEffect, CodingRejection> decision) {
        return switch (decision) {
            case Decision.Rejected<Coding, CodingEffect, CodingRejection> rejected ->
                    rejected.reason().name();
            case Decision.Accepted<Coding, CodingEffect, CodingRejection> accepted ->
                    accepted.next().getClass().getSimpleName();
        };
    }
}
