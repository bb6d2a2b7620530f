package dev.supie.application.fake;

import dev.supie.application.enrolment.port.DeviceQuery;
import dev.supie.application.enrolment.port.DeviceStore;
import dev.supie.application.enrolment.port.EnrolmentStep;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.enrolment.Applicant;
import dev.supie.domain.enrolment.Enrolment;
import dev.supie.domain.enrolment.Fingerprint;
import dev.supie.domain.kernel.DeviceId;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Badges in memory, for tests: keeps the contract, and can be told to fail. It outlives a
/// simulated restart by being handed on.
public final class InMemoryDeviceStore implements DeviceStore {

    private static final Comparator<Applicant> BY_IDS =
            Comparator.<Applicant, String>comparing(applicant -> applicant.device().value())
                    .thenComparing(applicant -> applicant.client().value());

    private final Map<Applicant, Enrolment> kept = new TreeMap<>(BY_IDS);
    private boolean failing;
    private int writes;

    /// From now on every call throws, or none does.
    public synchronized void fail(boolean now) {
        failing = now;
    }

    /// How many steps and ends were stored.
    public synchronized int writes() {
        return writes;
    }

    @Override
    public synchronized Enrolment find(Applicant applicant) {
        return all().filter(enrolment -> enrolment.applicant().equals(applicant))
                .findFirst()
                .orElseGet(() -> new Enrolment.Unknown(applicant));
    }

    @Override
    public synchronized List<Enrolment> of(DeviceId device) {
        return all().filter(enrolment -> enrolment.applicant().device().equals(device)).toList();
    }

    @Override
    public synchronized Optional<Enrolment.Approved> holder(Fingerprint token) {
        return all().filter(Enrolment.Approved.class::isInstance)
                .map(Enrolment.Approved.class::cast)
                .filter(approved -> approved.grant().token().equals(token))
                .findFirst();
    }

    @Override
    public synchronized List<Enrolment.Pending> waiting() {
        return all().filter(Enrolment.Pending.class::isInstance)
                .map(Enrolment.Pending.class::cast)
                .sorted(Comparator.comparing(Enrolment.Pending::since))
                .toList();
    }

    @Override
    public synchronized void save(EnrolmentStep step) {
        requireWorking();
        writes++;
        Applicant applicant = step.next().applicant();
        if (step.onlyApproved()) {
            kept.values()
                    .removeIf(
                            other ->
                                    other instanceof Enrolment.Approved
                                            && other.applicant().device().equals(applicant.device())
                                            && !other.applicant().equals(applicant));
        }
        switch (step.next()) {
            case Enrolment.Unknown _ -> kept.remove(applicant);
            case Enrolment.Pending pending ->
                    kept.put(
                            applicant,
                            new Enrolment.Pending(
                                    applicant,
                                    pending.about(),
                                    pending.code(),
                                    pending.challenge(),
                                    millis(pending.since()),
                                    millis(pending.askedAt())));
            case Enrolment.Approved approved ->
                    kept.put(
                            applicant,
                            new Enrolment.Approved(
                                    applicant,
                                    approved.about(),
                                    millis(approved.since()),
                                    approved.grant()));
            case Enrolment.Revoked revoked ->
                    kept.put(
                            applicant,
                            new Enrolment.Revoked(
                                    applicant, revoked.about(), millis(revoked.since())));
        }
    }

    @Override
    public synchronized void forget(Applicant applicant) {
        requireWorking();
        writes++;
        kept.remove(applicant);
    }

    @Override
    public synchronized List<Enrolment> list(DeviceQuery query) {
        return all().filter(enrolment -> query.phases().contains(phase(enrolment)))
                .filter(
                        enrolment ->
                                !(enrolment instanceof Enrolment.Pending pending)
                                        || pending.askedAt().isAfter(query.askedAfter()))
                .sorted(Comparator.comparing(InMemoryDeviceStore::phase))
                .skip(query.offset())
                .limit(query.limit())
                .toList();
    }

    private static DeviceQuery.Phase phase(Enrolment enrolment) {
        return switch (enrolment) {
            case Enrolment.Pending _ -> DeviceQuery.Phase.PENDING;
            case Enrolment.Approved _ -> DeviceQuery.Phase.APPROVED;
            case Enrolment.Revoked _ -> DeviceQuery.Phase.REVOKED;
            case Enrolment.Unknown _ -> throw new IllegalStateException("nobody is kept");
        };
    }

    private Stream<Enrolment> all() {
        requireWorking();
        return kept.values().stream();
    }

    private void requireWorking() {
        if (failing) {
            throw new StoreException("planned");
        }
    }

    private static Instant millis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
