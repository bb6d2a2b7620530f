package dev.supie.adapter.out.jooq;

import static dev.supie.adapter.out.jooq.schema.Tables.PEER_OUTCOMES;

import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.peer.port.Outcome;
import dev.supie.application.peer.port.PeerStep;
import dev.supie.application.peer.port.PeerStore;
import dev.supie.domain.peer.Envelope;

import org.jooq.DSLContext;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes one step of peer messages; everything of one kind in one batch.
record PeerWrites(PeerSql statements, DSLContext sql, Connection connection) {

    static void write(PeerSql statements, DSLContext sql, PeerStep step) {
        sql.connection(connection -> new PeerWrites(statements, sql, connection).write(step));
    }

    private void write(PeerStep step) throws SQLException {
        batch(statements.addMessage(), step.sent(), PeerRows::bind);
        place(step.placed());
        noteAttempts(step.attempts());
        end(step.ended());
        batch(
                statements.removeOutcome(),
                step.told(),
                (row, outcome) -> {
                    row.setString(1, outcome.id().value());
                    row.setString(2, outcome.target().value());
                });
        for (PeerStep.Habit habit : step.habits()) {
            remember(habit);
        }
        batch(
                statements.addHandover(),
                step.handovers(),
                (row, message) -> row.setString(1, message.value()));
    }

    private <T> int[] batch(String statement, List<T> rows, PeerBatch.Binding<T> binding)
            throws SQLException {
        return PeerBatch.run(connection, statement, rows, binding);
    }

    /// How far one inbox moves.
    ///
    /// @param from its last place before
    /// @param reached whether the badge is sent something of it at once
    private record Move(String target, long from, long to, boolean reached) {

        Move with(Envelope.Waiting next) {
            if (next.rseq() != to + 1) {
                throw new StoreException(
                        "place " + next.rseq() + " of " + target + " does not follow " + to);
            }
            return new Move(target, from, to + 1, reached || next instanceof Envelope.InFlight);
        }
    }

    private void place(List<Envelope.Waiting> placed) throws SQLException {
        Map<String, Move> moves = new LinkedHashMap<>();
        for (Envelope.Waiting envelope : placed) {
            String target = envelope.letter().target().value();
            Move first = new Move(target, envelope.rseq() - 1, envelope.rseq() - 1, false);
            moves.put(target, moves.getOrDefault(target, first).with(envelope));
        }
        move(statements.moveInbox(), moves.values().stream().filter(m -> !m.reached()).toList());
        move(statements.moveReached(), moves.values().stream().filter(Move::reached).toList());
        batch(statements.addEnvelope(), placed, PeerRows::bind);
    }

    /// An inbox that is not where the step thinks is a bug; it is new only before its first place.
    private void move(String statement, List<Move> moves) throws SQLException {
        int[] moved =
                batch(
                        statement,
                        moves,
                        (row, move) -> {
                            row.setLong(1, move.to());
                            row.setString(2, move.target());
                            row.setLong(3, move.from());
                        });
        List<Move> fresh = new ArrayList<>();
        for (int i = 0; i < moved.length; i++) {
            Move move = moves.get(i);
            if (moved[i] == 0 && move.from() != 0) {
                throw new StoreException(
                        "the last place of " + move.target() + " is not " + move.from());
            }
            if (moved[i] == 0) {
                fresh.add(move);
            }
        }
        batch(
                statements.addInbox(),
                fresh,
                (row, move) -> {
                    row.setString(1, move.target());
                    row.setLong(2, move.to());
                    row.setBoolean(3, false);
                    row.setBoolean(4, move.reached());
                });
    }

    private void noteAttempts(List<Envelope.InFlight> attempts) throws SQLException {
        batch(
                statements.noteAttempt(),
                attempts,
                (row, attempt) -> {
                    row.setInt(1, attempt.attempts());
                    row.setString(2, attempt.letter().target().value());
                    row.setLong(3, attempt.rseq());
                });
        List<String> reached =
                attempts.stream().map(one -> one.letter().target().value()).distinct().toList();
        batch(statements.noteReached(), reached, (row, device) -> row.setString(1, device));
    }

    /// Only of what has waited there is an outcome.
    private void end(List<Envelope.Settled> ended) throws SQLException {
        int[] removed =
                batch(
                        statements.removeEnvelope(),
                        ended,
                        (row, end) -> {
                            row.setString(1, end.letter().target().value());
                            row.setLong(2, end.rseq());
                        });
        List<Outcome> news = new ArrayList<>();
        Set<String> senders = new LinkedHashSet<>();
        for (int i = 0; i < removed.length; i++) {
            Outcome outcome = PeerStep.outcome(ended.get(i));
            if (removed[i] > 0 && outcome.isNews()) {
                news.add(outcome);
                senders.add(outcome.sender().value());
            }
        }
        batch(statements.addOutcome(), news, PeerRows::bind);
        senders.forEach(this::forgetOldest);
    }

    private void forgetOldest(String sender) {
        sql.select(PEER_OUTCOMES.ORDINAL)
                .from(PEER_OUTCOMES)
                .where(PEER_OUTCOMES.SENDER.eq(sender))
                .orderBy(PEER_OUTCOMES.ORDINAL.desc())
                .limit(1)
                .offset(PeerStore.UNTOLD_MAX)
                .fetchOptional(PEER_OUTCOMES.ORDINAL)
                .ifPresent(
                        last ->
                                sql.deleteFrom(PEER_OUTCOMES)
                                        .where(PEER_OUTCOMES.SENDER.eq(sender))
                                        .and(PEER_OUTCOMES.ORDINAL.le(last))
                                        .execute());
    }

    private void remember(PeerStep.Habit habit) throws SQLException {
        int[] known =
                batch(
                        statements.rememberHabit(),
                        List.of(habit),
                        (row, one) -> {
                            row.setBoolean(1, one.acknowledges());
                            row.setString(2, one.owner().value());
                        });
        if (known[0] == 0) {
            batch(
                    statements.addInbox(),
                    List.of(habit),
                    (row, one) -> {
                        row.setString(1, one.owner().value());
                        row.setLong(2, 0);
                        row.setBoolean(3, one.acknowledges());
                        row.setBoolean(4, false);
                    });
        }
    }
}
