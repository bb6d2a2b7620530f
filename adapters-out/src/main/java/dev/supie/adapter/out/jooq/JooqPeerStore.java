package dev.supie.adapter.out.jooq;

import static dev.supie.adapter.out.jooq.schema.Tables.PEER_ENVELOPES;
import static dev.supie.adapter.out.jooq.schema.Tables.PEER_EPOCH;
import static dev.supie.adapter.out.jooq.schema.Tables.PEER_HANDOVERS;
import static dev.supie.adapter.out.jooq.schema.Tables.PEER_INBOXES;
import static dev.supie.adapter.out.jooq.schema.Tables.PEER_MESSAGES;
import static dev.supie.adapter.out.jooq.schema.Tables.PEER_OUTCOMES;

import dev.supie.adapter.out.jooq.schema.tables.records.PeerInboxesRecord;
import dev.supie.application.peer.port.Outcome;
import dev.supie.application.peer.port.PeerStep;
import dev.supie.application.peer.port.PeerStore;
import dev.supie.application.peer.port.SentMessage;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.peer.Envelope;
import dev.supie.domain.peer.MessageId;
import dev.supie.domain.peer.Mid;
import dev.supie.domain.peer.PeerMessage;
import dev.supie.domain.peer.Shelf;

import org.jooq.impl.DSL;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Peer messages as rows: what waits, who is still to be told, and what may be sent again.
final class JooqPeerStore implements PeerStore {

    private final Transactions transactions;

    JooqPeerStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void save(PeerStep step) {
        transactions.write(sql -> new PeerWrites(sql).write(step));
    }

    @Override
    public Shelf shelf(DeviceId owner) {
        return transactions.readTogether(
                sql -> {
                    Optional<PeerInboxesRecord> inbox =
                            sql.selectFrom(PEER_INBOXES)
                                    .where(PEER_INBOXES.DEVICE.eq(owner.value()))
                                    .fetchOptional();
                    if (inbox.isEmpty()) {
                        return Shelf.empty(owner);
                    }
                    List<Envelope.Waiting> waiting =
                            sql.selectFrom(PEER_ENVELOPES)
                                    .where(PEER_ENVELOPES.TARGET.eq(owner.value()))
                                    .orderBy(PEER_ENVELOPES.RSEQ)
                                    .fetch(PeerRows::envelope);
                    PeerInboxesRecord row = inbox.get();
                    return new Shelf(owner, row.getLastRseq(), waiting, row.getAcknowledges());
                });
    }

    @Override
    public List<PeerMessage> messages(Collection<MessageId> ids) {
        List<String> names = ids.stream().map(MessageId::value).toList();
        return transactions.read(
                sql ->
                        sql.selectFrom(PEER_MESSAGES)
                                .where(PEER_MESSAGES.ID.in(names))
                                .orderBy(PEER_MESSAGES.ID)
                                .fetch(row -> PeerRows.sent(row).message()));
    }

    @Override
    public Optional<SentMessage> sent(DeviceId sender, Mid mid, Instant after) {
        return transactions.read(
                sql ->
                        sql.selectFrom(PEER_MESSAGES)
                                .where(PEER_MESSAGES.SENDER.eq(sender.value()))
                                .and(PEER_MESSAGES.MID.eq(mid.value()))
                                .and(PEER_MESSAGES.ACCEPTED_AT.ge(firstAfter(after)))
                                .orderBy(PEER_MESSAGES.ACCEPTED_AT.desc(), PEER_MESSAGES.ID.desc())
                                .limit(1)
                                .fetchOptional(PeerRows::sent));
    }

    @Override
    public List<DeviceId> overdue(Instant after, Instant until, int limit) {
        return transactions.read(
                sql ->
                        sql.select(PEER_ENVELOPES.TARGET)
                                .from(PEER_ENVELOPES)
                                .where(PEER_ENVELOPES.EXPIRES_AT.ge(firstAfter(after)))
                                .and(PEER_ENVELOPES.EXPIRES_AT.lt(firstAfter(until)))
                                .groupBy(PEER_ENVELOPES.TARGET)
                                .orderBy(DSL.min(PEER_ENVELOPES.EXPIRES_AT), PEER_ENVELOPES.TARGET)
                                .limit(limit)
                                .fetch(row -> new DeviceId(row.value1())));
    }

    @Override
    public Optional<Instant> nextExpiry(Instant after) {
        return transactions
                .read(
                        sql ->
                                sql.select(PEER_ENVELOPES.EXPIRES_AT)
                                        .from(PEER_ENVELOPES)
                                        .where(PEER_ENVELOPES.EXPIRES_AT.ge(firstAfter(after)))
                                        .orderBy(PEER_ENVELOPES.EXPIRES_AT)
                                        .limit(1)
                                        .fetchOptional(PEER_ENVELOPES.EXPIRES_AT))
                .map(KeptTime::instant);
    }

    private static long firstAfter(Instant bound) {
        return KeptTime.firstNotBefore(bound.plusNanos(1));
    }

    @Override
    public List<Outcome> untold(DeviceId sender) {
        return transactions.read(
                sql ->
                        sql.selectFrom(PEER_OUTCOMES)
                                .where(PEER_OUTCOMES.SENDER.eq(sender.value()))
                                .orderBy(PEER_OUTCOMES.ORDINAL)
                                .limit(UNTOLD_MAX)
                                .fetch(PeerRows::outcome));
    }

    @Override
    public List<SentMessage> handovers(int limit) {
        return transactions.read(
                sql ->
                        sql.selectFrom(PEER_MESSAGES)
                                .where(
                                        PEER_MESSAGES.ID.in(
                                                DSL.select(PEER_HANDOVERS.MESSAGE)
                                                        .from(PEER_HANDOVERS)
                                                        .orderBy(PEER_HANDOVERS.MESSAGE)
                                                        .limit(limit)))
                                .orderBy(PEER_MESSAGES.ID)
                                .fetch(PeerRows::sent));
    }

    @Override
    public void handedOver(MessageId id) {
        transactions.write(
                sql ->
                        sql.deleteFrom(PEER_HANDOVERS)
                                .where(PEER_HANDOVERS.MESSAGE.eq(id.value()))
                                .execute());
    }

    @Override
    public long waiting() {
        return transactions.read(sql -> sql.fetchCount(PEER_ENVELOPES));
    }

    @Override
    public int forget(Instant acceptedBefore, int limit) {
        return transactions.change(
                sql -> {
                    List<String> old =
                            sql.select(PEER_MESSAGES.ID)
                                    .from(PEER_MESSAGES)
                                    .where(
                                            PEER_MESSAGES.ACCEPTED_AT.lt(
                                                    KeptTime.firstNotBefore(acceptedBefore)))
                                    .andNotExists(
                                            DSL.selectOne()
                                                    .from(PEER_ENVELOPES)
                                                    .where(
                                                            PEER_ENVELOPES.MESSAGE.eq(
                                                                    PEER_MESSAGES.ID)))
                                    .andNotExists(
                                            DSL.selectOne()
                                                    .from(PEER_HANDOVERS)
                                                    .where(
                                                            PEER_HANDOVERS.MESSAGE.eq(
                                                                    PEER_MESSAGES.ID)))
                                    .orderBy(PEER_MESSAGES.ACCEPTED_AT)
                                    .limit(limit)
                                    .fetch(PEER_MESSAGES.ID);
                    return sql.deleteFrom(PEER_MESSAGES).where(PEER_MESSAGES.ID.in(old)).execute();
                });
    }

    @Override
    public String epoch() {
        return transactions.change(
                sql ->
                        sql.select(PEER_EPOCH.EPOCH)
                                .from(PEER_EPOCH)
                                .fetchOptional(PEER_EPOCH.EPOCH)
                                .orElseGet(
                                        () -> {
                                            String fresh = UUID.randomUUID().toString();
                                            sql.insertInto(PEER_EPOCH)
                                                    .set(PEER_EPOCH.EPOCH, fresh)
                                                    .execute();
                                            return fresh;
                                        }));
    }
}
