package dev.supie.domain.connection;

import static dev.supie.domain.connection.ConnectionExamples.AUDIO;
import static dev.supie.domain.connection.ConnectionExamples.DISPLACE;
import static dev.supie.domain.connection.ConnectionExamples.END;
import static dev.supie.domain.connection.ConnectionExamples.MESSAGE;
import static dev.supie.domain.connection.ConnectionExamples.PONG;
import static dev.supie.domain.connection.ConnectionExamples.START;
import static dev.supie.domain.connection.ConnectionExamples.VOICE;
import static dev.supie.domain.connection.ConnectionExamples.closed;
import static dev.supie.domain.connection.ConnectionExamples.deadline;
import static dev.supie.domain.connection.ConnectionExamples.displaced;
import static dev.supie.domain.connection.ConnectionExamples.given;
import static dev.supie.domain.connection.ConnectionExamples.opened;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.domain.kernel.Decision;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every command in every state: one row each, and no row may be missing.
final class ConnectionMatrixTest {

    /// What a command leads to: the name of the next state, or of the rejection.
    record Row(Connection state, ConnectionCommand command, String outcome) {
        String cell() {
            return cellOf(state.getClass(), command.getClass());
        }
    }

    private static final List<ConnectionCommand> COMMANDS =
            List.of(
                    new ConnectionCommand.Greet(new ClientFeatures(true, true)),
                    MESSAGE,
                    AUDIO,
                    VOICE,
                    PONG,
                    ConnectionExamples.start(Mode.WORKING),
                    new ConnectionCommand.LeaveMeeting(),
                    ConnectionExamples.hold(IdleHold.SPEAKING),
                    ConnectionExamples.release(IdleHold.SPEAKING),
                    DISPLACE,
                    deadline(START),
                    END);

    static Stream<Row> rows() {
        return Stream.of(
                        rows(
                                opened(),
                                "Open Open Open Open Open Open Open Open Open Displaced Open Closed"),
                        rows(
                                displaced(),
                                "Displaced Displaced Displaced Displaced Displaced DISPLACED"
                                        + " Displaced Displaced Displaced Displaced Displaced"
                                        + " Closed"),
                        rows(closed(), "CLOSED ".repeat(12)))
                .flatMap(row -> row);
    }

    private static Stream<Row> rows(Connection state, String outcomes) {
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
                outcomeOf(given(row.state()).when(row.command()).at(START).decision()));
    }

    @Test
    void noStateAndNoCommandIsForgotten() {
        Set<String> expected =
                Arrays.stream(Connection.class.getPermittedSubclasses())
                        .flatMap(
                                state ->
                                        Arrays.stream(
                                                        ConnectionCommand.class
                                                                .getPermittedSubclasses())
                                                .map(command -> cellOf(state, command)))
                        .collect(Collectors.toSet());

        assertEquals(expected, rows().map(Row::cell).collect(Collectors.toSet()));
    }

    private static String cellOf(Class<?> state, Class<?> command) {
        return state.getSimpleName() + " × " + command.getSimpleName();
    }

    private static String outcomeOf(
            Decision<Connection, ConnectionEffect, ConnectionRejection> decision) {
        return switch (decision) {
            case Decision.Rejected<Connection, ConnectionEffect, ConnectionRejection> rejected ->
                    rejected.reason().name();
            case Decision.Accepted<Connection, ConnectionEffect, ConnectionRejection> accepted ->
                    accepted.next().getClass().getSimpleName();
        };
    }
}
