package dev.supie.domain.meeting;

import static dev.supie.domain.meeting.MeetingExamples.DEADLINE;
import static dev.supie.domain.meeting.MeetingExamples.DETACH;
import static dev.supie.domain.meeting.MeetingExamples.FINISH;
import static dev.supie.domain.meeting.MeetingExamples.OTHER;
import static dev.supie.domain.meeting.MeetingExamples.SESSION;
import static dev.supie.domain.meeting.MeetingExamples.arrived;
import static dev.supie.domain.meeting.MeetingExamples.begun;
import static dev.supie.domain.meeting.MeetingExamples.failed;
import static dev.supie.domain.meeting.MeetingExamples.finalized;
import static dev.supie.domain.meeting.MeetingExamples.finalizing;
import static dev.supie.domain.meeting.MeetingExamples.given;
import static dev.supie.domain.meeting.MeetingExamples.merged;
import static dev.supie.domain.meeting.MeetingExamples.millis;
import static dev.supie.domain.meeting.MeetingExamples.notes;
import static dev.supie.domain.meeting.MeetingExamples.say;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every command in every state: one row each, and no row may be missing.
final class MeetingMatrixTest {

    private static final Instant NOW = millis(30_000);
    private static final DeviceId GUEST = new DeviceId("badge-2");
    private static final MeetingCommand REJOIN = new MeetingCommand.Rejoin(GUEST, OTHER);
    private static final MeetingCommand INVITE = new MeetingCommand.Invite(JoinCode.of(123_456));
    private static final MeetingCommand GIVE_UP = new MeetingCommand.GiveUp(GUEST);
    private static final MeetingCommand LEAVE = new MeetingCommand.Leave(SESSION);

    /// What a command does in a state, seen from far away.
    sealed interface Outcome {

        /// Accepted; the very same state.
        record Stays() implements Outcome {}

        /// Accepted; a new state of this kind.
        record Becomes(Class<? extends Meeting> state) implements Outcome {}

        record Refused(MeetingRejection reason) implements Outcome {}
    }

    record Row(Meeting state, MeetingCommand command, Outcome outcome) {
        String cell() {
            return cellOf(state.getClass(), command.getClass());
        }
    }

    private static MeetingCommand join() {
        return new MeetingCommand.Join(GUEST, OTHER, Optional.empty());
    }

    static Stream<Row> rows() {
        return Stream.of(recording(), finalizingRows(), finalizedRows()).flatMap(List::stream);
    }

    private static List<Row> recording() {
        Meeting state = merged("budget", "hiring");
        Outcome goesOn = new Outcome.Becomes(Meeting.Recording.class);
        Outcome stale = new Outcome.Refused(MeetingRejection.STALE_DRAFT);
        return List.of(
                new Row(state, new MeetingCommand.Resume(OTHER), goesOn),
                new Row(state, join(), goesOn),
                new Row(state, REJOIN, new Outcome.Refused(MeetingRejection.NOT_INVITED)),
                new Row(state, INVITE, goesOn),
                new Row(state, LEAVE, new Outcome.Becomes(Meeting.Finalizing.class)),
                new Row(state, GIVE_UP, new Outcome.Stays()),
                new Row(state, new MeetingCommand.BadgeReturned(OTHER), new Outcome.Stays()),
                new Row(state, say("more"), goesOn),
                new Row(state, MeetingExamples.aloud("more"), goesOn),
                new Row(state, FINISH, new Outcome.Becomes(Meeting.Finalizing.class)),
                new Row(state, DETACH, goesOn),
                new Row(state, DEADLINE, new Outcome.Stays()),
                new Row(state, begun(1), stale),
                new Row(state, arrived(1, notes("a", 1)), stale),
                new Row(state, failed(1, "off"), stale),
                new Row(state, new MeetingCommand.SummaryWritten(), new Outcome.Stays()));
    }

    private static List<Row> finalizingRows() {
        Meeting state = finalizing("budget", "hiring");
        Outcome goesOn = new Outcome.Becomes(Meeting.Finalizing.class);
        Outcome over = new Outcome.Refused(MeetingRejection.NOT_RECORDING);
        return List.of(
                new Row(state, new MeetingCommand.Resume(OTHER), over),
                new Row(state, join(), over),
                new Row(state, REJOIN, over),
                new Row(state, INVITE, over),
                new Row(state, LEAVE, new Outcome.Stays()),
                new Row(state, GIVE_UP, new Outcome.Stays()),
                new Row(state, new MeetingCommand.BadgeReturned(OTHER), goesOn),
                new Row(state, say("late"), new Outcome.Stays()),
                new Row(state, MeetingExamples.aloud("late"), new Outcome.Stays()),
                new Row(state, FINISH, new Outcome.Stays()),
                new Row(state, DETACH, goesOn),
                new Row(state, DEADLINE, new Outcome.Stays()),
                new Row(
                        state,
                        arrived(1, notes("a", 1)),
                        new Outcome.Becomes(Meeting.Finalized.class)),
                new Row(state, begun(1), goesOn),
                new Row(state, failed(1, "off"), goesOn),
                new Row(state, new MeetingCommand.SummaryWritten(), new Outcome.Stays()));
    }

    private static List<Row> finalizedRows() {
        Meeting state = finalized("budget", "hiring");
        Outcome over = new Outcome.Refused(MeetingRejection.NOT_RECORDING);
        Outcome stale = new Outcome.Refused(MeetingRejection.STALE_DRAFT);
        Outcome goesOn = new Outcome.Becomes(Meeting.Finalized.class);
        return List.of(
                new Row(state, new MeetingCommand.Resume(SESSION), over),
                new Row(state, join(), over),
                new Row(state, REJOIN, over),
                new Row(state, INVITE, over),
                new Row(state, LEAVE, new Outcome.Stays()),
                new Row(state, GIVE_UP, new Outcome.Stays()),
                new Row(state, new MeetingCommand.BadgeReturned(OTHER), goesOn),
                new Row(state, say("late"), over),
                new Row(state, MeetingExamples.aloud("late"), over),
                new Row(state, FINISH, new Outcome.Stays()),
                new Row(state, DETACH, goesOn),
                new Row(state, DEADLINE, new Outcome.Stays()),
                new Row(state, begun(1), stale),
                new Row(state, arrived(1, notes("a", 1)), stale),
                new Row(state, failed(1, "off"), stale),
                new Row(state, new MeetingCommand.SummaryWritten(), goesOn));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyCommandHasItsOutcomeInEveryState(Row row) {
        Decision<Meeting, MeetingEffect, MeetingRejection> decision =
                given(row.state()).when(row.command()).at(NOW).decision();

        assertEquals(row.outcome(), outcomeOf(row.state(), decision));
    }

    @Test
    void noStateAndNoCommandIsForgotten() {
        Set<String> expected =
                Arrays.stream(Meeting.class.getPermittedSubclasses())
                        .flatMap(
                                state ->
                                        Arrays.stream(MeetingCommand.class.getPermittedSubclasses())
                                                .map(command -> cellOf(state, command)))
                        .collect(Collectors.toSet());

        assertEquals(expected, rows().map(Row::cell).collect(Collectors.toSet()));
    }

    private static String cellOf(Class<?> state, Class<?> command) {
        return state.getSimpleName() + " × " + command.getSimpleName();
    }

    @SuppressWarnings("ReferenceEquality")
    private static Outcome outcomeOf(
            Meeting before, Decision<Meeting, MeetingEffect, MeetingRejection> decision) {
        return switch (decision) {
            case Decision.Rejected<Meeting, MeetingEffect, MeetingRejection> rejected ->
                    new Outcome.Refused(rejected.reason());
            case Decision.Accepted<Meeting, MeetingEffect, MeetingRejection> accepted ->
                    accepted.next() == before
                            ? new Outcome.Stays()
                            : new Outcome.Becomes(accepted.next().getClass());
        };
    }
}
