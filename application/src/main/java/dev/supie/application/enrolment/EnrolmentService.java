package dev.supie.application.enrolment;

import dev.supie.application.enrolment.EnrolmentFeature.Ports;
import dev.supie.application.enrolment.port.DeviceQuery;
import dev.supie.application.enrolment.port.SerialKeys;
import dev.supie.domain.enrolment.Applicant;
import dev.supie.domain.enrolment.Enrolment;
import dev.supie.domain.enrolment.EnrolmentDecider;
import dev.supie.domain.kernel.DeviceId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Answers badges and administrators; what changes is decided in [EnrolmentSteps].
final class EnrolmentService implements Enrolments {

    private static final System.Logger LOG = System.getLogger(EnrolmentService.class.getName());

    private final Ports ports;
    private final EnrolmentSteps steps;

    EnrolmentService(Ports ports) {
        this.ports = ports;
        this.steps = new EnrolmentSteps(ports);
    }

    @Override
    public Standing ask(Question question) {
        if (!ports.approvalNeeded().getAsBoolean()) {
            return new Standing.Open();
        }
        if (question.clientId().isEmpty()) {
            return new Standing.Nameless();
        }
        Applicant applicant = applicant(question);
        // A fleet that boots at once is mostly approved, and need not queue to be told so.
        if (ports.store().find(applicant) instanceof Enrolment.Approved approved) {
            return admitted(approved);
        }
        return steps.inTurn(() -> steps.ask(applicant, question))
                .map(this::standing)
                .orElseGet(Standing.Full::new);
    }

    private Standing standing(Enrolment enrolment) {
        return switch (enrolment) {
            case Enrolment.Unknown _ -> new Standing.Full();
            case Enrolment.Pending pending ->
                    new Standing.Waiting(pending.code(), pending.challenge());
            case Enrolment.Approved approved -> admitted(approved);
            case Enrolment.Revoked _ -> new Standing.Refused();
        };
    }

    private Standing admitted(Enrolment.Approved approved) {
        if (steps.isKnown(approved.grant(), approved.applicant())) {
            return withToken(approved);
        }
        // The key was lost. Badges that still have their tokens connect as before; this one asks.
        return steps.inTurn(() -> steps.renew(approved.applicant()))
                .filter(Enrolment.Approved.class::isInstance)
                .map(Enrolment.Approved.class::cast)
                .map(this::withToken)
                .orElseGet(Standing.Refused::new);
    }

    private Standing withToken(Enrolment.Approved approved) {
        return new Standing.Admitted(
                ports.tokens().token(approved.applicant(), approved.grant().seed()));
    }

    @Override
    public Progress progress(Question question, Optional<SerialProof> proof) {
        if (!ports.approvalNeeded().getAsBoolean()) {
            return Progress.DONE;
        }
        if (proof.filter(this::isForged).isPresent()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "badge signed with another key than its own: device={0}",
                    question.device());
            return Progress.FORGED;
        }
        return switch (ports.store().find(applicant(question))) {
            // Waiting is the answer that leads a badge back to its first question the soonest.
            case Enrolment.Unknown _, Enrolment.Pending _ -> Progress.WAITING;
            case Enrolment.Approved _ -> Progress.DONE;
            case Enrolment.Revoked _ -> Progress.REFUSED;
        };
    }

    private boolean isForged(SerialProof proof) {
        return ports.serialKeys().verify(proof.serialNumber(), proof.challenge(), proof.hmac())
                == SerialKeys.Verdict.FORGED;
    }

    @Override
    public Passage passage(DeviceId device, Optional<String> token) {
        if (!ports.approvalNeeded().getAsBoolean()) {
            return Passage.OPEN;
        }
        List<Enrolment> known = ports.store().of(device);
        Optional<Enrolment.Approved> approved =
                known.stream()
                        .filter(Enrolment.Approved.class::isInstance)
                        .map(Enrolment.Approved.class::cast)
                        .findFirst();
        if (approved.isEmpty() && known.stream().anyMatch(Enrolment.Revoked.class::isInstance)) {
            return Passage.REVOKED;
        }
        if (token.isEmpty()) {
            return Passage.NO_TOKEN;
        }
        String presented = token.get();
        boolean own =
                approved.map(Enrolment.Approved::grant)
                        .filter(grant -> ports.tokens().matches(grant.token(), presented))
                        .isPresent();
        return own ? Passage.ADMITTED : stranger(presented);
    }

    private Passage stranger(String token) {
        return ports.store().holder(ports.tokens().fingerprint(token)).isPresent()
                ? Passage.TOKEN_OF_ANOTHER
                : Passage.WRONG_TOKEN;
    }

    @Override
    public List<Enrolment> list(Set<DeviceQuery.Phase> phases, long offset, int limit) {
        Instant askedAfter = ports.time().instant().minus(EnrolmentDecider.CODE_LIFETIME);
        return ports.store().list(new DeviceQuery(phases, askedAfter, offset, limit));
    }

    @Override
    public Outcome approve(Choice choice) {
        return steps.inTurn(
                () -> {
                    List<Enrolment> meant = meant(choice);
                    return meant.size() > 1 ? new Outcome.Several() : each(meant, steps::approve);
                });
    }

    /// An id alone must be clear: beside an approved badge somebody else may be waiting who only
    /// pretends to be it, and approving twice must not let that one in.
    private List<Enrolment> meant(Choice choice) {
        return switch (choice) {
            case Choice.Code _ -> waiting(choice);
            case Choice.Device(var device) ->
                    Stream.concat(
                                    waiting(choice).stream(),
                                    ports.store().of(device).stream()
                                            .filter(known -> !(known instanceof Enrolment.Pending)))
                            .toList();
        };
    }

    @Override
    public Outcome reject(Choice choice) {
        return steps.inTurn(() -> each(waiting(choice), steps::refuse));
    }

    @Override
    public Outcome revoke(DeviceId device) {
        return steps.inTurn(() -> each(ports.store().of(device), steps::refuse));
    }

    private static Outcome each(
            List<Enrolment> meant, Function<Enrolment, Optional<Enrolment>> step) {
        List<Enrolment> now = new ArrayList<>();
        meant.forEach(enrolment -> step.apply(enrolment).ifPresent(now::add));
        return now.isEmpty() ? new Outcome.Nobody() : new Outcome.Done(now);
    }

    private List<Enrolment> waiting(Choice choice) {
        Instant now = ports.time().instant();
        return ports.store().waiting().stream()
                .filter(pending -> !pending.isOver(now))
                .filter(
                        pending ->
                                switch (choice) {
                                    case Choice.Code(var code) -> pending.code().equals(code);
                                    case Choice.Device(var device) ->
                                            pending.applicant().device().equals(device);
                                })
                .<Enrolment>map(pending -> pending)
                .toList();
    }

    private Applicant applicant(Question question) {
        return new Applicant(question.device(), ports.tokens().fingerprint(question.clientId()));
    }
}
