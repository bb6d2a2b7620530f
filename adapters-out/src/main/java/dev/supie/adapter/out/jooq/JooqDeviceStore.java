package dev.supie.adapter.out.jooq;

import static dev.supie.adapter.out.jooq.schema.Tables.DEVICES;

import dev.supie.adapter.out.jooq.schema.tables.records.DevicesRecord;
import dev.supie.application.enrolment.port.DeviceQuery;
import dev.supie.application.enrolment.port.DeviceStore;
import dev.supie.application.enrolment.port.EnrolmentStep;
import dev.supie.domain.enrolment.Applicant;
import dev.supie.domain.enrolment.Enrolment;
import dev.supie.domain.enrolment.Fingerprint;
import dev.supie.domain.kernel.DeviceId;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

import java.util.List;
import java.util.Optional;

/// Badges as rows, one for each applicant.
final class JooqDeviceStore implements DeviceStore {

    private final Transactions transactions;

    JooqDeviceStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Enrolment find(Applicant applicant) {
        return transactions
                .read(sql -> sql.selectFrom(DEVICES).where(is(applicant)).fetchOptional())
                .map(DeviceRows::enrolment)
                .orElseGet(() -> new Enrolment.Unknown(applicant));
    }

    @Override
    public List<Enrolment> of(DeviceId device) {
        return transactions.read(
                sql ->
                        sql.selectFrom(DEVICES)
                                .where(DEVICES.DEVICE.eq(device.value()))
                                .orderBy(DEVICES.CLIENT)
                                .fetch(DeviceRows::enrolment));
    }

    @Override
    public Optional<Enrolment.Approved> holder(Fingerprint token) {
        return transactions.read(
                sql ->
                        sql.selectFrom(DEVICES)
                                .where(DEVICES.TOKEN.eq(token.value()))
                                .fetchOptional(DeviceRows::approved));
    }

    @Override
    public List<Enrolment.Pending> waiting() {
        return transactions.read(
                sql ->
                        sql.selectFrom(DEVICES)
                                .where(DEVICES.PHASE.eq(DeviceRows.PENDING))
                                .orderBy(DEVICES.SINCE, DEVICES.DEVICE, DEVICES.CLIENT)
                                .fetch(DeviceRows::pending));
    }

    @Override
    public void save(EnrolmentStep step) {
        Applicant applicant = step.next().applicant();
        transactions.write(
                sql -> {
                    if (step.onlyApproved()) {
                        sql.deleteFrom(DEVICES)
                                .where(DEVICES.DEVICE.eq(applicant.device().value()))
                                .and(DEVICES.PHASE.eq(DeviceRows.APPROVED))
                                .and(DEVICES.CLIENT.ne(applicant.client().value()))
                                .execute();
                    }
                    DeviceRows.row(step.next())
                            .ifPresentOrElse(
                                    row -> put(sql, applicant, row), () -> delete(sql, applicant));
                });
    }

    @Override
    public void forget(Applicant applicant) {
        transactions.write(sql -> delete(sql, applicant));
    }

    @Override
    public List<Enrolment> list(DeviceQuery query) {
        Field<Integer> rank =
                DSL.case_(DEVICES.PHASE)
                        .when(DeviceRows.PENDING, 0)
                        .when(DeviceRows.APPROVED, 1)
                        .otherwise(2);
        return transactions.read(
                sql ->
                        sql.selectFrom(DEVICES)
                                .where(wanted(query))
                                .orderBy(rank, DEVICES.DEVICE, DEVICES.CLIENT)
                                .limit(query.limit())
                                .offset(query.offset())
                                .fetch(DeviceRows::enrolment));
    }

    private static Condition wanted(DeviceQuery query) {
        List<String> phases = query.phases().stream().map(JooqDeviceStore::word).toList();
        long askedAfter = KeptTime.millis(query.askedAfter());
        return DEVICES.PHASE
                .in(phases)
                .and(DEVICES.ASKED_AT.isNull().or(DEVICES.ASKED_AT.gt(askedAfter)));
    }

    private static String word(DeviceQuery.Phase phase) {
        return switch (phase) {
            case PENDING -> DeviceRows.PENDING;
            case APPROVED -> DeviceRows.APPROVED;
            case REVOKED -> DeviceRows.REVOKED;
        };
    }

    /// Not the databases' own upsert, of which there are two kinds; whoever decides takes turns.
    private static void put(DSLContext sql, Applicant applicant, DevicesRecord row) {
        int updated = sql.update(DEVICES).set(row).where(is(applicant)).execute();
        if (updated == 0) {
            sql.insertInto(DEVICES).set(row).execute();
        }
    }

    private static void delete(DSLContext sql, Applicant applicant) {
        sql.deleteFrom(DEVICES).where(is(applicant)).execute();
    }

    private static Condition is(Applicant applicant) {
        return DEVICES.DEVICE
                .eq(applicant.device().value())
                .and(DEVICES.CLIENT.eq(applicant.client().value()));
    }
}
