package dev.supie.adapter.out.jooq;

import static dev.supie.adapter.out.jooq.schema.Tables.PEER_ENVELOPES;
import static dev.supie.adapter.out.jooq.schema.Tables.PEER_HANDOVERS;
import static dev.supie.adapter.out.jooq.schema.Tables.PEER_INBOXES;
import static dev.supie.adapter.out.jooq.schema.Tables.PEER_MESSAGES;
import static dev.supie.adapter.out.jooq.schema.Tables.PEER_OUTCOMES;

import dev.supie.application.peer.port.PeerStore;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

import java.util.Collections;

/// The statements of peer messages that run thousands of times a second, rendered once: writing
/// them anew took longer than the database. Their parameters are in the order of their names.
record PeerSql(
        String addMessage,
        String addEnvelope,
        String addInbox,
        String moveInbox,
        String moveReached,
        String noteReached,
        String rememberHabit,
        String noteAttempt,
        String removeEnvelope,
        String addOutcome,
        String removeOutcome,
        String addHandover,
        String shelf,
        String untold,
        String messagesByIds,
        String messageByMark) {

    /// Ids in one question for messages.
    static final int IDS = 32;

    static PeerSql in(SQLDialect dialect) {
        DSLContext sql = DSL.using(dialect);
        return new PeerSql(
                addMessage(sql),
                addEnvelope(sql),
                addInbox(sql),
                moveInbox(sql),
                moveReached(sql),
                noteReached(sql),
                rememberHabit(sql),
                noteAttempt(sql),
                removeEnvelope(sql),
                addOutcome(sql),
                removeOutcome(sql),
                addHandover(sql),
                shelf(sql),
                untold(sql),
                messagesByIds(sql),
                messageByMark(sql));
    }

    private static String addMessage(DSLContext sql) {
        return sql.insertInto(
                        PEER_MESSAGES,
                        PEER_MESSAGES.ID,
                        PEER_MESSAGES.SENDER,
                        PEER_MESSAGES.MID,
                        PEER_MESSAGES.ACCEPTED_AT,
                        PEER_MESSAGES.CONTENT,
                        PEER_MESSAGES.MARK)
                .values("", "", "", 0L, "", "")
                .getSQL();
    }

    private static String addEnvelope(DSLContext sql) {
        return sql.insertInto(
                        PEER_ENVELOPES,
                        PEER_ENVELOPES.TARGET,
                        PEER_ENVELOPES.RSEQ,
                        PEER_ENVELOPES.MESSAGE,
                        PEER_ENVELOPES.SENDER,
                        PEER_ENVELOPES.EXPIRES_AT,
                        PEER_ENVELOPES.REPORTED,
                        PEER_ENVELOPES.ATTEMPTS)
                .values("", 0L, "", "", 0L, false, 0)
                .getSQL();
    }

    private static String addInbox(DSLContext sql) {
        return sql.insertInto(
                        PEER_INBOXES,
                        PEER_INBOXES.DEVICE,
                        PEER_INBOXES.LAST_RSEQ,
                        PEER_INBOXES.ACKNOWLEDGES,
                        PEER_INBOXES.REACHED)
                .values("", 0L, false, false)
                .getSQL();
    }

    /// Last place, badge, last place before.
    private static String moveInbox(DSLContext sql) {
        return sql.update(PEER_INBOXES)
                .set(PEER_INBOXES.LAST_RSEQ, 0L)
                .where(PEER_INBOXES.DEVICE.eq(""))
                .and(PEER_INBOXES.LAST_RSEQ.eq(0L))
                .getSQL();
    }

    /// The same, and something of it is sent at once.
    private static String moveReached(DSLContext sql) {
        return sql.update(PEER_INBOXES)
                .set(PEER_INBOXES.LAST_RSEQ, 0L)
                .set(PEER_INBOXES.REACHED, DSL.inline(true))
                .where(PEER_INBOXES.DEVICE.eq(""))
                .and(PEER_INBOXES.LAST_RSEQ.eq(0L))
                .getSQL();
    }

    /// Badge.
    private static String noteReached(DSLContext sql) {
        return sql.update(PEER_INBOXES)
                .set(PEER_INBOXES.REACHED, DSL.inline(true))
                .where(PEER_INBOXES.DEVICE.eq(""))
                .and(PEER_INBOXES.REACHED.eq(DSL.inline(false)))
                .getSQL();
    }

    /// Whether it acknowledges, badge.
    private static String rememberHabit(DSLContext sql) {
        return sql.update(PEER_INBOXES)
                .set(PEER_INBOXES.ACKNOWLEDGES, false)
                .where(PEER_INBOXES.DEVICE.eq(""))
                .getSQL();
    }

    /// Attempts, target, place.
    private static String noteAttempt(DSLContext sql) {
        return sql.update(PEER_ENVELOPES)
                .set(PEER_ENVELOPES.ATTEMPTS, 0)
                .where(PEER_ENVELOPES.TARGET.eq(""))
                .and(PEER_ENVELOPES.RSEQ.eq(0L))
                .getSQL();
    }

    /// Target, place.
    private static String removeEnvelope(DSLContext sql) {
        return sql.deleteFrom(PEER_ENVELOPES)
                .where(PEER_ENVELOPES.TARGET.eq(""))
                .and(PEER_ENVELOPES.RSEQ.eq(0L))
                .getSQL();
    }

    private static String addOutcome(DSLContext sql) {
        return sql.insertInto(
                        PEER_OUTCOMES,
                        PEER_OUTCOMES.MESSAGE,
                        PEER_OUTCOMES.SENDER,
                        PEER_OUTCOMES.TARGET,
                        PEER_OUTCOMES.ENDING,
                        PEER_OUTCOMES.REPORTED)
                .values("", "", "", "", false)
                .getSQL();
    }

    /// Message, target.
    private static String removeOutcome(DSLContext sql) {
        return sql.deleteFrom(PEER_OUTCOMES)
                .where(PEER_OUTCOMES.MESSAGE.eq(""))
                .and(PEER_OUTCOMES.TARGET.eq(""))
                .getSQL();
    }

    private static String addHandover(DSLContext sql) {
        return sql.insertInto(PEER_HANDOVERS, PEER_HANDOVERS.MESSAGE).values("").getSQL();
    }

    /// Badge. One question, so that it sees one moment; a shelf on which nothing waits is one row
    /// without an envelope.
    private static String shelf(DSLContext sql) {
        return sql.select(
                        PEER_INBOXES.LAST_RSEQ,
                        PEER_INBOXES.ACKNOWLEDGES,
                        PEER_ENVELOPES.RSEQ,
                        PEER_ENVELOPES.MESSAGE,
                        PEER_ENVELOPES.SENDER,
                        PEER_ENVELOPES.EXPIRES_AT,
                        PEER_ENVELOPES.REPORTED,
                        PEER_ENVELOPES.ATTEMPTS)
                .from(PEER_INBOXES)
                .leftJoin(PEER_ENVELOPES)
                .on(PEER_ENVELOPES.TARGET.eq(PEER_INBOXES.DEVICE))
                .where(PEER_INBOXES.DEVICE.eq(""))
                .orderBy(PEER_ENVELOPES.RSEQ)
                .getSQL();
    }

    /// Sender.
    private static String untold(DSLContext sql) {
        return sql.select(
                        PEER_OUTCOMES.MESSAGE,
                        PEER_OUTCOMES.SENDER,
                        PEER_OUTCOMES.TARGET,
                        PEER_OUTCOMES.ENDING,
                        PEER_OUTCOMES.REPORTED)
                .from(PEER_OUTCOMES)
                .where(PEER_OUTCOMES.SENDER.eq(""))
                .orderBy(PEER_OUTCOMES.ORDINAL)
                .limit(DSL.inline(PeerStore.UNTOLD_MAX))
                .getSQL();
    }

    /// [#IDS] ids.
    private static String messagesByIds(DSLContext sql) {
        return sql.selectFrom(PEER_MESSAGES)
                .where(PEER_MESSAGES.ID.in(Collections.nCopies(IDS, "")))
                .getSQL();
    }

    /// Mark, the first moment that counts; the newest message.
    private static String messageByMark(DSLContext sql) {
        return sql.selectFrom(PEER_MESSAGES)
                .where(PEER_MESSAGES.MARK.eq(""))
                .and(PEER_MESSAGES.ACCEPTED_AT.ge(0L))
                .orderBy(PEER_MESSAGES.ACCEPTED_AT.desc(), PEER_MESSAGES.ID.desc())
                .limit(DSL.inline(1))
                .getSQL();
    }
}
