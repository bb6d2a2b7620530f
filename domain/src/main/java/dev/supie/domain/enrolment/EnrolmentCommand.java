package dev.supie.domain.enrolment;

/// What can happen to an enrolment.
public sealed interface EnrolmentCommand {

    /// The badge asks for its server (OTA-1).
    ///
    /// @param about what it says of itself
    /// @param code one that no other waiting badge has, in case it needs one
    /// @param challenge a fresh one
    /// @param othersWaiting how many other applicants are waiting
    record Ask(String about, ActivationCode code, Challenge challenge, int othersWaiting)
            implements EnrolmentCommand {}

    /// An administrator lets it in.
    ///
    /// @param grant a fresh one
    /// @param anotherIsApproved whether another applicant is approved under the same device id
    record Approve(Grant grant, boolean anotherIsApproved) implements EnrolmentCommand {}

    /// Its token can no longer be told from its grant, because the server's key was lost: it gets
    /// another one.
    ///
    /// @param grant a fresh one
    record Renew(Grant grant) implements EnrolmentCommand {}

    /// An administrator rejects its request, or takes its approval back.
    record Refuse() implements EnrolmentCommand {}
}
