package dev.supie.application.enrolment;

import dev.supie.application.enrolment.EnrolmentFeature.Ports;
import dev.supie.application.enrolment.Enrolments.Question;
import dev.supie.application.enrolment.port.EnrolmentStep;
import dev.supie.domain.enrolment.ActivationCode;
import dev.supie.domain.enrolment.Applicant;
import dev.supie.domain.enrolment.Enrolment;
import dev.supie.domain.enrolment.EnrolmentCommand;
import dev.supie.domain.enrolment.EnrolmentDecider;
import dev.supie.domain.enrolment.EnrolmentEffect;
import dev.supie.domain.enrolment.EnrolmentRejection;
import dev.supie.domain.enrolment.Grant;
import dev.supie.domain.kernel.Decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Takes enrolments one step further: one at a time, because codes must differ and the number of
/// those who wait has a limit. A turn waits for the store and for nothing else.
final class EnrolmentSteps {

    /// With at most [EnrolmentDecider#PENDING_MAX] of a million codes taken, so many draws in vain
    /// mean that the source is broken.
    static final int DRAWS_MAX = 20;

    private static final System.Logger LOG = System.getLogger(EnrolmentSteps.class.getName());

    private final Ports ports;
    private final ReentrantLock turn = new ReentrantLock(true);

    EnrolmentSteps(Ports ports) {
        this.ports = ports;
    }

    /// Runs what reads and then decides, so that nothing changes in between.
    <T> T inTurn(Supplier<T> steps) {
        turn.lock();
        try {
            return steps.get();
        } finally {
            turn.unlock();
        }
    }

    /// Empty if too many are waiting.
    Optional<Enrolment> ask(Applicant applicant, Question question) {
        Instant now = ports.time().instant();
        List<Enrolment.Pending> others = waitingBeside(applicant, now);
        Optional<ActivationCode> code = freeCode(others);
        if (code.isEmpty()) {
            LOG.log(System.Logger.Level.ERROR, "no free activation code was drawn");
            return Optional.empty();
        }
        var command =
                new EnrolmentCommand.Ask(
                        question.about(), code.get(), ports.chance().challenge(), others.size());
        return decide(ports.store().find(applicant), command, now);
    }

    /// Empty if it is unknown.
    Optional<Enrolment> approve(Enrolment enrolment) {
        Applicant applicant = enrolment.applicant();
        boolean anotherIsApproved =
                ports.store().of(applicant.device()).stream()
                        .filter(Enrolment.Approved.class::isInstance)
                        .anyMatch(approved -> !approved.applicant().equals(applicant));
        var command = new EnrolmentCommand.Approve(freshGrant(applicant), anotherIsApproved);
        return decide(enrolment, command, ports.time().instant());
    }

    /// Whether the token can still be told from the seed, which it cannot after the key was lost.
    boolean isKnown(Grant grant, Applicant applicant) {
        return ports.tokens().matches(grant.token(), ports.tokens().token(applicant, grant.seed()));
    }

    /// Gives another token to an approved badge whose own is not known any more; empty if it is not
    /// approved.
    Optional<Enrolment> renew(Applicant applicant) {
        Enrolment enrolment = ports.store().find(applicant);
        if (enrolment instanceof Enrolment.Approved approved
                && isKnown(approved.grant(), applicant)) {
            // Another question of the same badge was faster; a third token would end its second.
            return Optional.of(approved);
        }
        var command = new EnrolmentCommand.Renew(freshGrant(applicant));
        return decide(enrolment, command, ports.time().instant());
    }

    /// Empty if it is unknown.
    Optional<Enrolment> refuse(Enrolment enrolment) {
        return decide(enrolment, new EnrolmentCommand.Refuse(), ports.time().instant());
    }

    /// Those whose codes are worth nothing any more are forgotten here, because only a newcomer
    /// needs their room.
    private List<Enrolment.Pending> waitingBeside(Applicant applicant, Instant now) {
        List<Enrolment.Pending> others = new ArrayList<>();
        for (Enrolment.Pending pending : ports.store().waiting()) {
            if (pending.applicant().equals(applicant)) {
                continue;
            }
            if (pending.isOver(now)) {
                ports.store().forget(pending.applicant());
            } else {
                others.add(pending);
            }
        }
        return others;
    }

    private Optional<ActivationCode> freeCode(List<Enrolment.Pending> others) {
        Set<ActivationCode> taken =
                others.stream().map(Enrolment.Pending::code).collect(Collectors.toSet());
        for (int draw = 0; draw < DRAWS_MAX; draw++) {
            ActivationCode code = ports.chance().code();
            if (!taken.contains(code)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    private Grant freshGrant(Applicant applicant) {
        String seed = ports.chance().seed();
        String token = ports.tokens().token(applicant, seed);
        return new Grant(seed, ports.tokens().fingerprint(token));
    }

    private Optional<Enrolment> decide(Enrolment before, EnrolmentCommand command, Instant now) {
        return switch (EnrolmentDecider.decide(before, command, now)) {
            case Decision.Rejected<Enrolment, EnrolmentEffect, EnrolmentRejection>(var reason) -> {
                LOG.log(
                        System.Logger.Level.DEBUG,
                        "enrolment refused: device={0} reason={1}",
                        before.applicant().device(),
                        reason);
                yield Optional.empty();
            }
            case Decision.Accepted<Enrolment, EnrolmentEffect, EnrolmentRejection>(
                            var next,
                            var effects) -> {
                if (!next.equals(before)) {
                    save(next, effects);
                    log(before, next);
                }
                yield Optional.of(next);
            }
        };
    }

    private void save(Enrolment next, List<EnrolmentEffect> effects) {
        boolean onlyApproved =
                effects.stream().anyMatch(EnrolmentEffect.ForgetOthersApproved.class::isInstance);
        ports.store().save(new EnrolmentStep(next, onlyApproved));
        for (EnrolmentEffect effect : effects) {
            switch (effect) {
                case EnrolmentEffect.ForgetOthersApproved _ -> {
                    // Stored together with the approval.
                }
                case EnrolmentEffect.SendAway(var device) -> ports.sendAway().accept(device);
            }
        }
    }

    private static void log(Enrolment before, Enrolment next) {
        if (before instanceof Enrolment.Pending one
                && next instanceof Enrolment.Pending two
                && one.code().equals(two.code())) {
            return;
        }
        String what =
                switch (next) {
                    case Enrolment.Unknown _ -> "is forgotten";
                    case Enrolment.Pending pending -> "waits for approval, code " + pending.code();
                    case Enrolment.Approved _ -> "is approved";
                    case Enrolment.Revoked _ -> "is refused";
                };
        LOG.log(System.Logger.Level.INFO, "badge {0}: device={1}", what, next.applicant().device());
    }
}
