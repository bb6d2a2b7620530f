package dev.supie.domain.enrolment;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.Scenario;

import java.time.Instant;

/// One badge in each state.
final class EnrolmentExamples {

    static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    static final Applicant BADGE =
            new Applicant(new DeviceId("94:a9:90:00:00:01"), new Fingerprint("1".repeat(64)));
    static final ActivationCode CODE = ActivationCode.of(42);
    static final Challenge CHALLENGE = new Challenge("c".repeat(32));
    static final Grant GRANT = grant('a');
    static final Grant OTHER_GRANT = grant('b');

    static final Enrolment.Unknown UNKNOWN = new Enrolment.Unknown(BADGE);
    static final Enrolment.Pending PENDING =
            new Enrolment.Pending(BADGE, "badge/1.0", CODE, CHALLENGE, START, START);
    static final Enrolment.Approved APPROVED =
            new Enrolment.Approved(BADGE, "badge/1.0", START, GRANT);
    static final Enrolment.Revoked REVOKED = new Enrolment.Revoked(BADGE, "badge/1.0", START);

    static final EnrolmentCommand ASK = ask(0);
    static final EnrolmentCommand APPROVE = new EnrolmentCommand.Approve(OTHER_GRANT, false);
    static final EnrolmentCommand APPROVE_INSTEAD = new EnrolmentCommand.Approve(OTHER_GRANT, true);
    static final EnrolmentCommand RENEW = new EnrolmentCommand.Renew(OTHER_GRANT);
    static final EnrolmentCommand REFUSE = new EnrolmentCommand.Refuse();

    private EnrolmentExamples() {}

    static EnrolmentCommand ask(int othersWaiting) {
        return new EnrolmentCommand.Ask(
                "badge/2.0",
                ActivationCode.of(777_777),
                new Challenge("d".repeat(32)),
                othersWaiting);
    }

    private static Grant grant(char digit) {
        String text = String.valueOf(digit);
        return new Grant(text.repeat(32), new Fingerprint(text.repeat(64)));
    }

    static Scenario.Given<Enrolment, EnrolmentCommand, EnrolmentEffect, EnrolmentRejection> given(
            Enrolment enrolment) {
        return Scenario.given(EnrolmentDecider::decide, enrolment);
    }
}
