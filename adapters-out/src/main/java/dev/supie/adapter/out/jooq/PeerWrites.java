package dev.supie.adapter.out.jooq;

import static dev.supie.adapter.out.jooq.schema.Tables.PEER_ENVELOPES;
import static dev.supie.adapter.out.jooq.schema.Tables.PEER_INBOXES;
import static dev.supie.adapter.out.jooq.schema.Tables.PEER_OUTCOMES;

import dev.supie.adapter.out.jooq.schema.tables.records.PeerInboxesRecord;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.peer.port.Outcome;
import dev.supie.application.peer.port.PeerStep;
import dev.supie.application.peer.port.PeerStore;
import dev.supie.domain.peer.Envelope;

import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.TableRecord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes one step of peer messages; everything of one kind in one batch.
record PeerWrites(DSLContext sql) {

    /// Names in one question.
    private static final int NAMES_MAX = 500;

    void write(PeerStep step) {
        insert(step.sent().stream().map(PeerRows::row).toList());
        place(step.placed());
        batch(step.attempts().stream().map(this::attempt).toList());
        end(step.ended());
        batch(step.told().stream().map(this::told).toList());
        step.habits().forEach(this::remember);
        insert(step.handovers().stream().map(PeerRows::handover).toList());
    }

    private void place(List<Envelope.Waiting> placed) {
        Map<String, Long> before = lastPlaces(placed);
        Map<String, Long> after = new LinkedHashMap<>();
        for (Envelope.Waiting envelope : placed) {
            String target = envelope.letter().target().value();
            long last = after.getOrDefault(target, before.getOrDefault(target, 0L));
            if (envelope.rseq() != last + 1) {
                throw new StoreException(
                        "place " + envelope.rseq() + " of " + target + " does not follow " + last);
            }
            after.put(target, envelope.rseq());
        }
        List<Query> inboxes = new ArrayList<>();
        after.forEach(
                (target, last) -> inboxes.add(moved(target, last, before.containsKey(target))));
        batch(inboxes);
        insert(placed.stream().map(PeerRows::row).toList());
    }

    private Map<String, Long> lastPlaces(List<Envelope.Waiting> placed) {
        List<String> targets =
                placed.stream().map(one -> one.letter().target().value()).distinct().toList();
        Map<String, Long> places = new HashMap<>();
        for (int from = 0; from < targets.size(); from += NAMES_MAX) {
            List<String> some = targets.subList(from, Math.min(targets.size(), from + NAMES_MAX));
            sql.selectFrom(PEER_INBOXES)
                    .where(PEER_INBOXES.DEVICE.in(some))
                    .fetch()
                    .forEach(row -> places.put(row.getDevice(), row.getLastRseq()));
        }
        return places;
    }

    private Query moved(String target, long last, boolean known) {
        return known
                ? sql.update(PEER_INBOXES)
                        .set(PEER_INBOXES.LAST_RSEQ, last)
                        .where(PEER_INBOXES.DEVICE.eq(target))
                : sql.insertInto(PEER_INBOXES).set(inbox(target, last, false));
    }

    private static PeerInboxesRecord inbox(String device, long last, boolean acknowledges) {
        PeerInboxesRecord row = new PeerInboxesRecord();
        row.setDevice(device);
        row.setLastRseq(last);
        row.setAcknowledges(acknowledges);
        return row;
    }

    private Query attempt(Envelope.InFlight envelope) {
        return sql.update(PEER_ENVELOPES)
                .set(PEER_ENVELOPES.ATTEMPTS, envelope.attempts())
                .where(PEER_ENVELOPES.TARGET.eq(envelope.letter().target().value()))
                .and(PEER_ENVELOPES.RSEQ.eq(envelope.rseq()));
    }

    /// Only of what has waited there is an outcome.
    private void end(List<Envelope.Settled> ended) {
        int[] removed = batch(ended.stream().map(this::removal).toList());
        List<Outcome> news = new ArrayList<>();
        for (int i = 0; i < removed.length; i++) {
            Outcome outcome = PeerStep.outcome(ended.get(i));
            if (removed[i] > 0 && outcome.isNews()) {
                news.add(outcome);
            }
        }
        insert(news.stream().map(PeerRows::row).toList());
        Set<String> senders =
                news.stream().map(one -> one.sender().value()).collect(Collectors.toSet());
        senders.forEach(this::forgetOldest);
    }

    private Query removal(Envelope.Settled ended) {
        return sql.deleteFrom(PEER_ENVELOPES)
                .where(PEER_ENVELOPES.TARGET.eq(ended.letter().target().value()))
                .and(PEER_ENVELOPES.RSEQ.eq(ended.rseq()));
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

    private Query told(Outcome outcome) {
        return sql.deleteFrom(PEER_OUTCOMES)
                .where(PEER_OUTCOMES.MESSAGE.eq(outcome.id().value()))
                .and(PEER_OUTCOMES.TARGET.eq(outcome.target().value()));
    }

    private void remember(PeerStep.Habit habit) {
        int known =
                sql.update(PEER_INBOXES)
                        .set(PEER_INBOXES.ACKNOWLEDGES, habit.acknowledges())
                        .where(PEER_INBOXES.DEVICE.eq(habit.owner().value()))
                        .execute();
        if (known == 0) {
            sql.insertInto(PEER_INBOXES)
                    .set(inbox(habit.owner().value(), 0, habit.acknowledges()))
                    .execute();
        }
    }

    private void insert(List<? extends TableRecord<?>> rows) {
        if (!rows.isEmpty()) {
            sql.batchInsert(rows).execute();
        }
    }

    private int[] batch(List<? extends Query> queries) {
        return queries.isEmpty() ? new int[0] : sql.batch(queries).execute();
    }
}
