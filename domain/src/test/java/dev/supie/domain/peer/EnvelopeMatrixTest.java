package dev.supie.domain.peer;

import static dev.supie.domain.peer.PeerExamples.LATER;
import static dev.supie.domain.peer.PeerExamples.LIFETIME;
import static dev.supie.domain.peer.PeerExamples.START;
import static dev.supie.domain.peer.PeerExamples.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.domain.kernel.Decision;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Every command in every state of an envelope: one row each, and no row may be missing.
final class EnvelopeMatrixTest {

    private static final Envelope ACCEPTED = new Envelope.Accepted(letter(1));
    private static final Envelope QUEUED = new Envelope.Queued(letter(1), 1, 0);
    private static final Envelope SENT_ONCE = new Envelope.Queued(letter(1), 1, 1);
    private static final Envelope SENT_FIVE_TIMES = new Envelope.Queued(letter(1), 1, 5);
    private static final Envelope FLYING = new Envelope.InFlight(letter(1), 1, 4);
    private static final Envelope FLYING_LAST = new Envelope.InFlight(letter(1), 1, 5);
    private static final Envelope ACKNOWLEDGED = new Envelope.Acknowledged(letter(1), 1, START);
    private static final Envelope EXPIRED = new Envelope.Expired(letter(1), 1, START);
    private static final Envelope DROPPED =
            new Envelope.Dropped(letter(1), 1, START, Envelope.Reason.DISPLACED);

    private static final Instant END = START.plus(LIFETIME);
    private static final Instant IN_TIME = END.minusMillis(1);

    private static final List<EnvelopeCommand> COMMANDS =
            List.of(
                    new EnvelopeCommand.Enqueue(1),
                    new EnvelopeCommand.Send(LATER),
                    new EnvelopeCommand.Acknowledge(),
                    new EnvelopeCommand.Interrupt(),
                    new EnvelopeCommand.Displace(),
                    new EnvelopeCommand.Purge(),
                    new EnvelopeCommand.CheckAge());

    /// What a command leads to: the name of the next state, or of the rejection.
    record Row(Envelope state, EnvelopeCommand command, Instant now, String outcome) {
        String cell() {
            return state.getClass().getSimpleName() + " × " + command.getClass().getSimpleName();
        }
    }

    static Stream<Row> rows() {
        String notQueued = "NOT_QUEUED ".repeat(6).strip();
        String settled = "SETTLED ".repeat(7).strip();
        return Stream.of(
                        rows(ACCEPTED, IN_TIME, "Queued " + notQueued),
                        rows(
                                QUEUED,
                                IN_TIME,
                                "ALREADY_QUEUED InFlight NEVER_SENT Queued Dropped Dropped Queued"),
                        rows(
                                QUEUED,
                                END,
                                "ALREADY_QUEUED Expired NEVER_SENT Queued Dropped Dropped Expired"),
                        rows(
                                SENT_ONCE,
                                IN_TIME,
                                "ALREADY_QUEUED InFlight Acknowledged Queued Dropped Dropped Queued"),
                        rows(
                                SENT_FIVE_TIMES,
                                IN_TIME,
                                "ALREADY_QUEUED Dropped Acknowledged Queued Dropped Dropped Queued"),
                        rows(
                                FLYING,
                                IN_TIME,
                                "ALREADY_QUEUED IN_FLIGHT Acknowledged Queued IN_FLIGHT Dropped"
                                        + " InFlight"),
                        rows(
                                FLYING,
                                END,
                                "ALREADY_QUEUED IN_FLIGHT Acknowledged Queued IN_FLIGHT Dropped"
                                        + " InFlight"),
                        rows(
                                FLYING_LAST,
                                IN_TIME,
                                "ALREADY_QUEUED IN_FLIGHT Acknowledged Dropped IN_FLIGHT Dropped"
                                        + " InFlight"),
                        rows(ACKNOWLEDGED, IN_TIME, settled),
                        rows(EXPIRED, IN_TIME, settled),
                        rows(DROPPED, IN_TIME, settled))
                .flatMap(row -> row);
    }

    private static Stream<Row> rows(Envelope state, Instant now, String outcomes) {
        List<String> words = List.of(outcomes.split(" ", -1));
        assertEquals(COMMANDS.size(), words.size());
        return IntStream.range(0, words.size())
                .mapToObj(i -> new Row(state, COMMANDS.get(i), now, words.get(i)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyCommandHasItsOutcomeInEveryState(Row row) {
        String outcome =
                switch (EnvelopeDecider.decide(row.state(), row.command(), row.now())) {
                    case Decision.Rejected<Envelope, PeerEffect, EnvelopeRejection> no ->
                            no.reason().name();
                    case Decision.Accepted<Envelope, PeerEffect, EnvelopeRejection> yes ->
                            yes.next().getClass().getSimpleName();
                };

        assertEquals(row.outcome(), outcome);
    }

    @Test
    void noStateAndNoCommandIsForgotten() {
        Set<String> expected =
                states(Envelope.class)
                        .flatMap(
                                state ->
                                        Arrays.stream(
                                                        EnvelopeCommand.class
                                                                .getPermittedSubclasses())
                                                .map(
                                                        command ->
                                                                state.getSimpleName()
                                                                        + " × "
                                                                        + command.getSimpleName()))
                        .collect(Collectors.toSet());

        assertEquals(expected, rows().map(Row::cell).collect(Collectors.toSet()));
    }

    private static Stream<Class<?>> states(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(state -> state.isSealed() ? states(state) : Stream.of(state));
    }

    @Test
    void whatIsGivenUpAfterFiveTriesIsUndeliverable() {
        var decision = EnvelopeDecider.decide(FLYING_LAST, new EnvelopeCommand.Interrupt(), START);

        var end = new Envelope.Dropped(letter(1), 1, START, Envelope.Reason.UNDELIVERABLE);
        assertEquals(Decision.accept(end, List.of(new PeerEffect.Settle(end))), decision);
    }
}
