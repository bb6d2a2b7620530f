package dev.supie.domain.enrolment;

import static dev.supie.domain.enrolment.EnrolmentExamples.APPROVE;
import static dev.supie.domain.enrolment.EnrolmentExamples.APPROVED;
import static dev.supie.domain.enrolment.EnrolmentExamples.ASK;
import static dev.supie.domain.enrolment.EnrolmentExamples.PENDING;
import static dev.supie.domain.enrolment.EnrolmentExamples.REFUSE;
import static dev.supie.domain.enrolment.EnrolmentExamples.RENEW;
import static dev.supie.domain.enrolment.EnrolmentExamples.REVOKED;
import static dev.supie.domain.enrolment.EnrolmentExamples.START;
import static dev.supie.domain.enrolment.EnrolmentExamples.UNKNOWN;
import static dev.supie.domain.enrolment.EnrolmentExamples.given;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.domain.kernel.Decision;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Every command in every state: one row each, and no row may be missing.
final class EnrolmentMatrixTest {

    /// What a command leads to: the name of the next state, or of the rejection.
    record Row(Enrolment state, EnrolmentCommand command, String outcome) {
        String cell() {
            return state.getClass().getSimpleName() + " × " + command.getClass().getSimpleName();
        }
    }

    private static final List<EnrolmentCommand> COMMANDS = List.of(ASK, APPROVE, RENEW, REFUSE);

    static Stream<Row> rows() {
        return Stream.of(
                        rows(UNKNOWN, "Pending UNKNOWN UNKNOWN UNKNOWN"),
                        rows(PENDING, "Pending Approved UNKNOWN Revoked"),
                        rows(APPROVED, "Approved Approved Approved Revoked"),
                        rows(REVOKED, "Revoked Approved UNKNOWN Revoked"))
                .flatMap(row -> row);
    }

    private static Stream<Row> rows(Enrolment state, String outcomes) {
        List<String> words = List.of(outcomes.split(" ", -1));
        assertEquals(COMMANDS.size(), words.size());
        return IntStream.range(0, words.size())
                .mapToObj(i -> new Row(state, COMMANDS.get(i), words.get(i)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyCommandHasItsOutcomeInEveryState(Row row) {
        String outcome =
                switch (given(row.state()).when(row.command()).at(START).decision()) {
                    case Decision.Rejected<Enrolment, EnrolmentEffect, EnrolmentRejection> no ->
                            no.reason().name();
                    case Decision.Accepted<Enrolment, EnrolmentEffect, EnrolmentRejection> yes ->
                            yes.next().getClass().getSimpleName();
                };

        assertEquals(row.outcome(), outcome);
    }

    @Test
    void noStateAndNoCommandIsForgotten() {
        Set<String> expected =
                Arrays.stream(Enrolment.class.getPermittedSubclasses())
                        .flatMap(
                                state ->
                                        Arrays.stream(
                                                        EnrolmentCommand.class
                                                                .getPermittedSubclasses())
                                                .map(
                                                        command ->
                                                                state.getSimpleName()
                                                                        + " × "
                                                                        + command.getSimpleName()))
                        .collect(Collectors.toSet());

        assertEquals(expected, rows().map(Row::cell).collect(Collectors.toSet()));
    }
}
