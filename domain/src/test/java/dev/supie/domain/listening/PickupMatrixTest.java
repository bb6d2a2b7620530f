package dev.supie.domain.listening;

import static dev.supie.domain.listening.PickupExamples.given;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.Diagram;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every command in every state: one row each, and no row may be missing.
final class PickupMatrixTest {

    /// What a command leads to: the name of the next state, or of the rejection.
    record Row(Pickup state, PickupCommand command, String outcome) {
        String cell() {
            return cellOf(state.getClass(), command.getClass());
        }
    }

    private static final List<PickupCommand> COMMANDS =
            List.of(
                    PickupExamples.start(ListenMode.MANUAL),
                    PickupExamples.STOP,
                    PickupExamples.DETECT,
                    PickupExamples.PACKET_ARRIVED,
                    PickupExamples.VOICE,
                    new PickupCommand.Guessed(1, 0, PickupExamples.speech("so far")),
                    PickupExamples.understood(1, 0, "text"),
                    PickupExamples.failed(1, 0),
                    PickupExamples.DEADLINE,
                    PickupExamples.FORGET);

    static Stream<Row> rows() {
        return Stream.of(
                        rows(
                                PickupExamples.idle(),
                                "Listening Idle Idle Idle NOT_LISTENING STALE STALE STALE Idle"
                                        + " Idle"),
                        rows(
                                PickupExamples.speaking(ListenMode.MANUAL, Duration.ofSeconds(1)),
                                "Listening Finalizing Listening Listening Listening Listening"
                                        + " STALE Listening Listening Idle"),
                        rows(
                                PickupExamples.finalizing(),
                                "Listening Finalizing Finalizing Finalizing NOT_LISTENING"
                                        + " Finalizing Idle Finalizing Finalizing Idle"))
                .flatMap(row -> row);
    }

    private static Stream<Row> rows(Pickup state, String outcomes) {
        List<String> words = List.of(outcomes.strip().split(" ", -1));
        assertEquals(COMMANDS.size(), words.size());
        return Stream.iterate(0, i -> i < words.size(), i -> i + 1)
                .map(i -> new Row(state, COMMANDS.get(i), words.get(i)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyCommandHasItsOutcomeInEveryState(Row row) {
        assertEquals(
                row.outcome(),
                outcomeOf(
                        given(row.state())
                                .when(row.command())
                                .at(PickupExamples.after(1_000))
                                .decision()));
    }

    @Test
    void noStateAndNoCommandIsForgotten() {
        Set<String> expected =
                Arrays.stream(Pickup.class.getPermittedSubclasses())
                        .flatMap(
                                state ->
                                        Arrays.stream(PickupCommand.class.getPermittedSubclasses())
                                                .map(command -> cellOf(state, command)))
                        .collect(Collectors.toSet());
        assertEquals(expected, rows().map(Row::cell).collect(Collectors.toSet()));
    }

    @Test
    void theFigureShowsTheStates() throws IOException {
        assertEquals(Diagram.statesOf(Pickup.class), Diagram.statesDrawnAbove(Pickup.class));
    }

    private static String cellOf(Class<?> state, Class<?> command) {
        return state.getSimpleName() + " × " + command.getSimpleName();
    }

    private static String outcomeOf(Decision<Pickup, PickupEffect, PickupRejection> decision) {
        return switch (decision) {
            case Decision.Rejected<Pickup, PickupEffect, PickupRejection> rejected ->
                    rejected.reason().name();
            case Decision.Accepted<Pickup, PickupEffect, PickupRejection> accepted ->
                    accepted.next().getClass().getSimpleName();
        };
    }
}
