package dev.supie.application.enrolment.port;

import dev.supie.domain.enrolment.Enrolment;

/// One step of an enrolment to be stored.
///
/// @param next the state that is kept from now on; [Enrolment.Unknown] is forgotten
/// @param onlyApproved whether all other approvals under the same device id end with it
public record EnrolmentStep(Enrolment next, boolean onlyApproved) {}
