package dev.supie.domain.enrolment;

/// Why the rules of enrolment say no.
public enum EnrolmentRejection {

    /// As many badges as there may be are waiting; the next one asks again later.
    FULL,

    /// Nobody of that description is waiting or known.
    UNKNOWN
}
