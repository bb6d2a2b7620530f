package dev.supie.domain.enrolment;

import dev.supie.domain.kernel.DeviceId;

/// What follows from a decision about an enrolment, in order.
public sealed interface EnrolmentEffect {

    /// Must happen, in the transaction that stores the approval: a device id belongs to one badge
    /// only, so whoever else was approved under it is forgotten.
    record ForgetOthersApproved(Applicant approved) implements EnrolmentEffect {}

    /// Best effort, after storing: whoever is connected under the id is sent away with 4003. A
    /// handshake that comes later is refused anyway.
    record SendAway(DeviceId device) implements EnrolmentEffect {}
}
