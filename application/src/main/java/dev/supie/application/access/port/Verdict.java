package dev.supie.application.access.port;

/// What one check says to a claim. Reasons are for the log: they repeat nothing of the credential.
public sealed interface Verdict {

    /// The badge is who it claims to be; no other check is asked.
    record Accepted(Principal principal) implements Verdict {}

    /// The credential is of this check's kind and not good.
    record Refused(String reason) implements Verdict {}

    /// The credential is good, but for another badge (HS-2: 403).
    record OtherDevice(String reason) implements Verdict {}

    /// This badge must not connect, whatever it presents (HS-2: 403); no other check is asked.
    record Barred(String reason) implements Verdict {}

    /// Nothing to say: no credential, or one of another kind.
    record NotForMe() implements Verdict {}

    /// It cannot be told now, because somebody who must be asked does not answer. Counts as no, but
    /// not as a guess.
    record Unavailable(String reason) implements Verdict {}
}
