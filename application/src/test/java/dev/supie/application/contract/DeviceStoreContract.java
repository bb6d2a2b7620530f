package dev.supie.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.supie.application.enrolment.port.DeviceQuery;
import dev.supie.application.enrolment.port.DeviceQuery.Phase;
import dev.supie.application.enrolment.port.DeviceStore;
import dev.supie.application.enrolment.port.EnrolmentStep;
import dev.supie.domain.enrolment.ActivationCode;
import dev.supie.domain.enrolment.Applicant;
import dev.supie.domain.enrolment.Challenge;
import dev.supie.domain.enrolment.Enrolment;
import dev.supie.domain.enrolment.Fingerprint;
import dev.supie.domain.enrolment.Grant;
import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What every store of badges must do.
public abstract class DeviceStoreContract {

    private static final Instant START = Instant.parse("2026-11-21T09:00:00.123Z");
    private static final Set<Phase> ALL = Set.of(Phase.values());

    /// Empty when a test begins.
    protected abstract DeviceStore store();

    private static Fingerprint fingerprint(int number) {
        return new Fingerprint("%064x".formatted(number));
    }

    private static Applicant applicant(String device, int client) {
        return new Applicant(new DeviceId(device), fingerprint(client));
    }

    private static Enrolment.Pending pending(Applicant applicant, int code, Instant since) {
        return new Enrolment.Pending(
                applicant,
                "badge/2.4.2 苏皮",
                ActivationCode.of(code),
                new Challenge("%032x".formatted(code)),
                since,
                since.plusSeconds(60));
    }

    private static Enrolment.Approved approved(Applicant applicant, int token) {
        Grant grant = new Grant("%032x".formatted(token), fingerprint(token));
        return new Enrolment.Approved(applicant, "", START, grant);
    }

    private static Enrolment.Revoked revoked(Applicant applicant) {
        return new Enrolment.Revoked(applicant, "a badge", START);
    }

    private void save(Enrolment enrolment) {
        store().save(new EnrolmentStep(enrolment, false));
    }

    private List<Enrolment> list(Set<Phase> phases, long offset, int limit) {
        return store().list(new DeviceQuery(phases, START, offset, limit));
    }

    static Stream<Enrolment> states() {
        Applicant badge = applicant("94:a9:90:00:00:01", 1);
        return Stream.of(pending(badge, 42, START), approved(badge, 7), revoked(badge));
    }

    @Test
    void nobodyIsKnownAtFirst() {
        Applicant nobody = applicant("a", 1);

        assertEquals(new Enrolment.Unknown(nobody), store().find(nobody));
        assertEquals(List.of(), store().of(nobody.device()));
        assertEquals(List.of(), store().waiting());
        assertEquals(Optional.empty(), store().holder(fingerprint(1)));
        assertEquals(List.of(), list(ALL, 0, 10));
    }

    @ParameterizedTest
    @MethodSource("states")
    void everyStateComesBackAsItWasGiven(Enrolment enrolment) {
        save(enrolment);

        assertEquals(enrolment, store().find(enrolment.applicant()));
        assertEquals(List.of(enrolment), store().of(enrolment.applicant().device()));
    }

    @ParameterizedTest
    @MethodSource("states")
    void everyStateTakesThePlaceOfEveryOther(Enrolment last) {
        states().forEach(this::save);

        save(last);

        assertEquals(List.of(last), store().of(last.applicant().device()));
    }

    @Test
    void timesAreKeptToTheMillisecond() {
        Enrolment.Pending pending = pending(applicant("a", 1), 1, START.plusNanos(999_999));

        save(pending);

        assertEquals(pending(applicant("a", 1), 1, START), store().find(pending.applicant()));
    }

    @Test
    void clientsOfOneDeviceAreToldApart() {
        Enrolment one = pending(applicant("a", 1), 1, START);
        Enrolment two = revoked(applicant("a", 2));
        Enrolment other = approved(applicant("b", 1), 3);
        Stream.of(two, other, one).forEach(this::save);

        assertEquals(List.of(one, two), store().of(new DeviceId("a")));
        assertEquals(other, store().find(other.applicant()));
    }

    @Test
    void onlyTheNewApprovalOfADeviceIsLeftIfThatIsWanted() {
        Enrolment refused = revoked(applicant("a", 1));
        Enrolment before = approved(applicant("a", 2), 2);
        Enrolment elsewhere = approved(applicant("b", 2), 3);
        Stream.of(refused, before, elsewhere).forEach(this::save);
        Enrolment now = approved(applicant("a", 4), 4);

        store().save(new EnrolmentStep(now, true));

        assertEquals(List.of(refused, now), store().of(new DeviceId("a")));
        assertEquals(elsewhere, store().find(elsewhere.applicant()));
        assertEquals(Optional.empty(), store().holder(fingerprint(2)));
    }

    @Test
    void aTokenLeadsToItsHolderWhileThatIsApproved() {
        Enrolment.Approved holder = approved(applicant("a", 1), 5);
        save(holder);
        assertEquals(Optional.of(holder), store().holder(fingerprint(5)));
        assertEquals(Optional.empty(), store().holder(fingerprint(6)));

        save(revoked(holder.applicant()));

        assertEquals(Optional.empty(), store().holder(fingerprint(5)));
    }

    @Test
    void whoeverIsForgottenIsUnknown() {
        Enrolment.Pending pending = pending(applicant("a", 1), 1, START);
        save(pending);

        store().forget(pending.applicant());
        store().forget(pending.applicant());

        assertEquals(new Enrolment.Unknown(pending.applicant()), store().find(pending.applicant()));
        assertEquals(List.of(), store().waiting());
    }

    @Test
    void aStepToUnknownForgets() {
        Enrolment.Approved approved = approved(applicant("a", 1), 1);
        save(approved);

        save(new Enrolment.Unknown(approved.applicant()));

        assertEquals(List.of(), store().of(approved.applicant().device()));
    }

    @Test
    void theLongestWaitingComesFirst() {
        Enrolment late = pending(applicant("a", 1), 1, START.plusSeconds(2));
        Enrolment early = pending(applicant("c", 1), 2, START);
        Enrolment between = pending(applicant("b", 1), 3, START.plusSeconds(1));
        Stream.of(late, early, between, approved(applicant("d", 1), 4)).forEach(this::save);

        assertEquals(List.of(early, between, late), store().waiting());
    }

    @Test
    void aPageShowsWhoWaitsThenTheApprovedThenTheRevoked() {
        Enrolment first = pending(applicant("z", 1), 1, START);
        Enrolment second = approved(applicant("m", 1), 2);
        Enrolment third = approved(applicant("n", 1), 3);
        Enrolment fourth = revoked(applicant("a", 1));
        Stream.of(fourth, third, second, first).forEach(this::save);

        assertEquals(List.of(first, second, third, fourth), list(ALL, 0, 10));
        assertEquals(List.of(second, third), list(ALL, 1, 2));
        assertEquals(List.of(), list(ALL, 4, 10));
        assertEquals(List.of(fourth), list(Set.of(Phase.REVOKED), 0, 10));
        assertEquals(List.of(first, fourth), list(Set.of(Phase.PENDING, Phase.REVOKED), 0, 10));
    }

    @Test
    void whoAsksNoMoreIsLeftOutOfThePage() {
        Enrolment.Pending pending = pending(applicant("a", 1), 1, START);
        save(pending);
        Instant asked = pending.askedAt();

        assertEquals(
                List.of(pending), store().list(new DeviceQuery(ALL, asked.minusMillis(1), 0, 10)));
        assertEquals(List.of(), store().list(new DeviceQuery(ALL, asked, 0, 10)));
        assertEquals(List.of(pending), store().waiting());
    }

    @Test
    void aPageHasItsLimits() {
        for (int limit : new int[] {0, -1, DeviceQuery.LIMIT_MAX + 1}) {
            assertThrows(IllegalArgumentException.class, () -> list(ALL, 0, limit));
        }
        assertThrows(IllegalArgumentException.class, () -> list(ALL, -1, 1));
        assertThrows(
                IllegalArgumentException.class, () -> list(ALL, DeviceQuery.OFFSET_MAX + 1, 1));
    }
}
