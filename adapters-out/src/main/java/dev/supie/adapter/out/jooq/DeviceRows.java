package dev.supie.adapter.out.jooq;

import dev.supie.adapter.out.jooq.schema.tables.records.DevicesRecord;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.enrolment.ActivationCode;
import dev.supie.domain.enrolment.Applicant;
import dev.supie.domain.enrolment.Challenge;
import dev.supie.domain.enrolment.Enrolment;
import dev.supie.domain.enrolment.Fingerprint;
import dev.supie.domain.enrolment.Grant;
import dev.supie.domain.kernel.DeviceId;

import java.util.Optional;

/// Rows of the table of badges from and to the enrolment they stand for.
final class DeviceRows {

    static final String PENDING = "pending";
    static final String APPROVED = "approved";
    static final String REVOKED = "revoked";

    private DeviceRows() {}

    /// Empty for somebody who is unknown: there is no row of nobody.
    static Optional<DevicesRecord> row(Enrolment enrolment) {
        return switch (enrolment) {
            case Enrolment.Unknown _ -> Optional.empty();
            case Enrolment.Pending pending -> {
                DevicesRecord row = row(PENDING, pending.applicant(), pending.about());
                row.setSince(KeptTime.millis(pending.since()));
                row.setAskedAt(KeptTime.millis(pending.askedAt()));
                row.setCode(pending.code().digits());
                row.setChallenge(pending.challenge().value());
                yield Optional.of(row);
            }
            case Enrolment.Approved approved -> {
                DevicesRecord row = row(APPROVED, approved.applicant(), approved.about());
                row.setSince(KeptTime.millis(approved.since()));
                row.setSeed(approved.grant().seed());
                row.setToken(approved.grant().token().value());
                yield Optional.of(row);
            }
            case Enrolment.Revoked revoked -> {
                DevicesRecord row = row(REVOKED, revoked.applicant(), revoked.about());
                row.setSince(KeptTime.millis(revoked.since()));
                yield Optional.of(row);
            }
        };
    }

    static Enrolment enrolment(DevicesRecord row) {
        Applicant applicant = applicant(row);
        return switch (row.getPhase()) {
            case PENDING -> pending(row);
            case APPROVED -> approved(row);
            case REVOKED ->
                    new Enrolment.Revoked(
                            applicant, row.getAbout(), KeptTime.instant(row.getSince()));
            default ->
                    throw new StoreException(
                            "badge " + row.getDevice() + " is in an unknown phase",
                            new IllegalStateException(row.getPhase()));
        };
    }

    static Enrolment.Pending pending(DevicesRecord row) {
        return new Enrolment.Pending(
                applicant(row),
                row.getAbout(),
                new ActivationCode(row.getCode()),
                new Challenge(row.getChallenge()),
                KeptTime.instant(row.getSince()),
                KeptTime.instant(row.getAskedAt()));
    }

    static Enrolment.Approved approved(DevicesRecord row) {
        return new Enrolment.Approved(
                applicant(row),
                row.getAbout(),
                KeptTime.instant(row.getSince()),
                new Grant(row.getSeed(), new Fingerprint(row.getToken())));
    }

    private static Applicant applicant(DevicesRecord row) {
        return new Applicant(new DeviceId(row.getDevice()), new Fingerprint(row.getClient()));
    }

    /// With every column of the other phases set to nothing: an update writes what is set.
    private static DevicesRecord row(String phase, Applicant applicant, String about) {
        DevicesRecord row = new DevicesRecord();
        row.setDevice(applicant.device().value());
        row.setClient(applicant.client().value());
        row.setPhase(phase);
        row.setAbout(KeptText.of(about));
        row.setAskedAt(null);
        row.setCode(null);
        row.setChallenge(null);
        row.setSeed(null);
        row.setToken(null);
        return row;
    }
}
