package dev.supie.application.enrolment.port;

import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.enrolment.Applicant;
import dev.supie.domain.enrolment.Enrolment;
import dev.supie.domain.enrolment.Fingerprint;
import dev.supie.domain.kernel.DeviceId;

import java.util.List;
import java.util.Optional;

/// Where it is kept which badges are let in. Whatever a call has returned for survives a kill of
/// the process (CON-6).
///
/// Everything comes back as it was given, times to the millisecond, rounded down. Safe for use by
/// many threads; of two writers about one applicant the last wins, so whoever decides takes turns.
/// Every method may throw [StoreException]; after that the outcome of a write is unknown.
public interface DeviceStore {

    /// How an applicant stands; [Enrolment.Unknown] if nothing is kept of it.
    Enrolment find(Applicant applicant);

    /// Everybody who is known under a device id, in the order of their client ids' fingerprints.
    List<Enrolment> of(DeviceId device);

    /// Whoever was given the token with this fingerprint, if it is still approved.
    Optional<Enrolment.Approved> holder(Fingerprint token);

    /// Everybody who is waiting, those included that ask no more, the longest waiting first.
    List<Enrolment.Pending> waiting();

    /// Puts one step of an enrolment in place of what was there: all of it or nothing, synced
    /// before it returns.
    void save(EnrolmentStep step);

    /// Forgets an applicant, whatever is kept of it.
    void forget(Applicant applicant);

    /// Reads a page for people: who waits comes first, then the approved, then the revoked, each in
    /// the order of their ids.
    List<Enrolment> list(DeviceQuery query);
}
