package dev.supie.domain.enrolment;

import dev.supie.domain.enrolment.Enrolment.Approved;
import dev.supie.domain.enrolment.Enrolment.Pending;
import dev.supie.domain.enrolment.Enrolment.Revoked;
import dev.supie.domain.enrolment.Enrolment.Unknown;
import dev.supie.domain.enrolment.EnrolmentCommand.Approve;
import dev.supie.domain.enrolment.EnrolmentCommand.Ask;
import dev.supie.domain.enrolment.EnrolmentCommand.Refuse;
import dev.supie.domain.enrolment.EnrolmentCommand.Renew;
import dev.supie.domain.kernel.Decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The rules of enrolment (OTA-1). Pure: time, code, challenge and grant come in.
public final class EnrolmentDecider {

    /// How many badges may wait for approval at once; one more is turned away for now. Anybody on
    /// the network can make badges up, so what is kept of them needs a limit; those that are
    /// approved already never notice it.
    public static final int PENDING_MAX = 200;

    /// How long a code lives after its badge last asked. A badge that shows its code asks at least
    /// every two minutes, so a code on a screen is good however long nobody types it.
    public static final Duration CODE_LIFETIME = Duration.ofMinutes(15);

    /// A badge that asks more often than this changes nothing, so that it costs no write.
    public static final Duration ASKING_NOTED_EVERY = Duration.ofMinutes(1);

    private EnrolmentDecider() {}

    public static Decision<Enrolment, EnrolmentEffect, EnrolmentRejection> decide(
            Enrolment enrolment, EnrolmentCommand command, Instant now) {
        return switch (enrolment) {
            case Unknown unknown -> whileUnknown(unknown, command, now);
            case Pending pending when pending.isOver(now) ->
                    whileUnknown(new Unknown(pending.applicant()), command, now);
            case Pending pending -> whilePending(pending, command, now);
            case Approved approved -> whileApproved(approved, command, now);
            case Revoked revoked -> whileRevoked(revoked, command, now);
        };
    }

    private static Decision<Enrolment, EnrolmentEffect, EnrolmentRejection> whileUnknown(
            Unknown unknown, EnrolmentCommand command, Instant now) {
        return switch (command) {
            case Ask ask when ask.othersWaiting() >= PENDING_MAX ->
                    Decision.reject(EnrolmentRejection.FULL);
            case Ask ask ->
                    to(
                            new Pending(
                                    unknown.applicant(),
                                    ask.about(),
                                    ask.code(),
                                    ask.challenge(),
                                    now,
                                    now));
            case Approve _, Renew _, Refuse _ -> Decision.reject(EnrolmentRejection.UNKNOWN);
        };
    }

    private static Decision<Enrolment, EnrolmentEffect, EnrolmentRejection> whilePending(
            Pending pending, EnrolmentCommand command, Instant now) {
        return switch (command) {
            case Ask ask -> {
                boolean newsOfIt = !now.isBefore(pending.askedAt().plus(ASKING_NOTED_EVERY));
                yield to(newsOfIt ? pending.asked(ask.about(), now) : pending);
            }
            case Approve approve -> approved(pending.applicant(), pending.about(), approve, now);
            case Renew _ -> Decision.reject(EnrolmentRejection.UNKNOWN);
            case Refuse _ -> to(new Revoked(pending.applicant(), pending.about(), now));
        };
    }

    private static Decision<Enrolment, EnrolmentEffect, EnrolmentRejection> whileApproved(
            Approved approved, EnrolmentCommand command, Instant now) {
        return switch (command) {
            case Ask _, Approve _ -> to(approved);
            case Renew(Grant grant) ->
                    to(
                            new Approved(
                                    approved.applicant(),
                                    approved.about(),
                                    approved.since(),
                                    grant));
            case Refuse _ ->
                    Decision.accept(
                            new Revoked(approved.applicant(), approved.about(), now),
                            List.of(new EnrolmentEffect.SendAway(approved.applicant().device())));
        };
    }

    private static Decision<Enrolment, EnrolmentEffect, EnrolmentRejection> whileRevoked(
            Revoked revoked, EnrolmentCommand command, Instant now) {
        return switch (command) {
            case Ask _, Refuse _ -> to(revoked);
            case Renew _ -> Decision.reject(EnrolmentRejection.UNKNOWN);
            case Approve approve -> approved(revoked.applicant(), revoked.about(), approve, now);
        };
    }

    /// A device id belongs to one badge only: the newly approved one.
    private static Decision<Enrolment, EnrolmentEffect, EnrolmentRejection> approved(
            Applicant applicant, String about, Approve approve, Instant now) {
        List<EnrolmentEffect> effects =
                approve.anotherIsApproved()
                        ? List.of(
                                new EnrolmentEffect.ForgetOthersApproved(applicant),
                                new EnrolmentEffect.SendAway(applicant.device()))
                        : List.of();
        return Decision.accept(new Approved(applicant, about, now, approve.grant()), effects);
    }

    private static Decision<Enrolment, EnrolmentEffect, EnrolmentRejection> to(Enrolment next) {
        return Decision.accept(next, List.of());
    }
}
