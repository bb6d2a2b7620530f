package dev.supie.adapter.out.jooq;

import static dev.supie.adapter.out.jooq.schema.Tables.PEER_ENVELOPES;
import static dev.supie.adapter.out.jooq.schema.Tables.PEER_EPOCH;
import static dev.supie.adapter.out.jooq.schema.Tables.PEER_HANDOVERS;
import static dev.supie.adapter.out.jooq.schema.Tables.PEER_INBOXES;
import static dev.supie.adapter.out.jooq.schema.Tables.PEER_MESSAGES;

import dev.supie.application.peer.port.Outcome;
import dev.supie.application.peer.port.PeerStep;
import dev.supie.application.peer.port.PeerStore;
import dev.supie.application.peer.port.SentMessage;
import dev.supie.application.peer.port.WaitingMessages;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.peer.MessageId;
import dev.supie.domain.peer.PeerMessage;
import dev.supie.domain.peer.Shelf;

import org.jooq.impl.DSL;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Peer messages as rows: what waits, who is still to be told, and what may be sent again.
final class JooqPeerStore implements PeerStore {

    private final Transactions transactions;
    private final PeerSql statements;

    JooqPeerStore(Transactions transactions) {
        this.transactions = transactions;
        this.statements = PeerSql.in(transactions.dialect());
    }

    @Override
    public void save(PeerStep step) {
        transactions.write(sql -> PeerWrites.write(statements, sql, step));
    }

    @Override
    public List<Shelf> shelves(List<DeviceId> owners) {
        return read(reads -> reads.shelves(owners));
    }

    @Override
    public List<PeerMessage> messages(Collection<MessageId> ids) {
        return read(reads -> reads.messages(ids));
    }

    @Override
    public List<SentMessage> sent(Collection<Mark> marks, Instant after) {
        return read(reads -> reads.sent(marks, firstAfter(after)));
    }

    private interface Question<T> {
        T ask(PeerReads reads) throws SQLException;
    }

    private <T> T read(Question<T> question) {
        return transactions.read(
                sql ->
                        sql.connectionResult(
                                connection -> question.ask(new PeerReads(statements, connection))));
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
    public List<Outcome> untold(Collection<DeviceId> senders) {
        return read(reads -> reads.untold(senders));
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
                                .fetch(row -> PeerRows.sent(row)));
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
    public List<WaitingMessages> queues(int limit) {
        var messages = DSL.count();
        var oldest = DSL.min(PEER_MESSAGES.ACCEPTED_AT);
        var bytes = DSL.sum(DSL.octetLength(PEER_MESSAGES.CONTENT));
        return transactions.read(
                sql ->
                        sql.select(PEER_ENVELOPES.TARGET, messages, oldest, bytes)
                                .from(PEER_ENVELOPES)
                                .join(PEER_MESSAGES)
                                .on(PEER_MESSAGES.ID.eq(PEER_ENVELOPES.MESSAGE))
                                .groupBy(PEER_ENVELOPES.TARGET)
                                .orderBy(messages.desc(), PEER_ENVELOPES.TARGET)
                                .limit(limit)
                                .fetch(
                                        row ->
                                                new WaitingMessages(
                                                        new DeviceId(row.value1()),
                                                        row.value2(),
                                                        KeptTime.instant(row.value3()),
                                                        row.value4().longValue())));
    }

    @Override
    public long waiting() {
        return transactions.read(sql -> sql.fetchCount(PEER_ENVELOPES));
    }

    /// An id begins with a time that is never before the one at which its message was accepted, so
    /// the oldest ones are found by their ids, and that time needs no index of its own, which would
    /// be written with each message.
    @Override
    public int forget(Instant acceptedBefore, int limit) {
        String firstKept = MessageId.first(acceptedBefore, 0).value();
        return transactions.change(
                sql -> {
                    List<String> old =
                            sql.select(PEER_MESSAGES.ID)
                                    .from(PEER_MESSAGES)
                                    .where(PEER_MESSAGES.ID.lt(firstKept))
                                    .and(
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
                                    .orderBy(PEER_MESSAGES.ID)
                                    .limit(limit)
                                    .fetch(PEER_MESSAGES.ID);
                    return sql.deleteFrom(PEER_MESSAGES).where(PEER_MESSAGES.ID.in(old)).execute();
                });
    }

    @Override
    public int inboxes() {
        return transactions.read(sql -> sql.fetchCount(PEER_INBOXES));
    }

    @Override
    public int forgetInboxes(int limit) {
        return transactions.change(
                sql -> {
                    List<String> unseen =
                            sql.select(PEER_INBOXES.DEVICE)
                                    .from(PEER_INBOXES)
                                    .where(PEER_INBOXES.REACHED.eq(false))
                                    .and(PEER_INBOXES.ACKNOWLEDGES.eq(false))
                                    .andNotExists(
                                            DSL.selectOne()
                                                    .from(PEER_ENVELOPES)
                                                    .where(
                                                            PEER_ENVELOPES.TARGET.eq(
                                                                    PEER_INBOXES.DEVICE)))
                                    .limit(limit)
                                    .fetch(PEER_INBOXES.DEVICE);
                    return sql.deleteFrom(PEER_INBOXES)
                            .where(PEER_INBOXES.DEVICE.in(unseen))
                            .execute();
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
