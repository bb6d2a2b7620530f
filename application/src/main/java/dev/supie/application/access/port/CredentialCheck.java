package dev.supie.application.access.port;

/// One way to prove oneself (AUTH-2): a kind of token, or being listed.
///
/// Called by many threads at once. A call may wait for another server, for a few seconds at most;
/// each handshake has a thread of its own, so nobody else waits with it. Whatever a badge presents,
/// the answer is a verdict and never an exception.
public interface CredentialCheck {

    /// A word for the log, such as `jwt`.
    String name();

    /// What this check alone says; it remembers nothing of refused claims.
    Verdict check(Claim claim);
}
