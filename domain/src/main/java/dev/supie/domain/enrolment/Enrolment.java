package dev.supie.domain.enrolment;

import java.time.Duration;
import java.time.Instant;

/// How one applicant stands (OTA-1, T06):
///
/// ```
///               asks             approved
///   Unknown ──────────▶ Pending ──────────▶ Approved
///      ▲                 │   │                │  ▲
///      └─────────────────┘   │ refused        │  │ approved after all
///        asks no more        ▼                │  │
///                         Revoked ◀───────────┘  │
///                            └───────────────────┘
/// ```
///
/// Only [Pending] comes about without an administrator, and only of that there is a limit
/// ([EnrolmentDecider#PENDING_MAX]).
public sealed interface Enrolment {

    /// Never heard of, or forgotten.
    record Unknown(Applicant applicant) implements Enrolment {}

    /// It shows its code and waits.
    ///
    /// @param about what the badge says of itself, for the administrator
    /// @param since when it was given the code
    /// @param askedAt when it last asked; nobody waits any more when that is long ago
    record Pending(
            Applicant applicant,
            String about,
            ActivationCode code,
            Challenge challenge,
            Instant since,
            Instant askedAt)
            implements Enrolment {

        Pending asked(String aboutNow, Instant now) {
            return new Pending(applicant, aboutNow, code, challenge, since, now);
        }

        /// Whether the badge has stopped asking, so that its code is worth nothing. Also if it
        /// seems to have asked far in the future: the machine's clock was wrong then, and the badge
        /// must not keep its place until that day.
        public boolean isOver(Instant now) {
            Duration lifetime = EnrolmentDecider.CODE_LIFETIME;
            return !now.isBefore(askedAt.plus(lifetime)) || now.isBefore(askedAt.minus(lifetime));
        }
    }

    /// It is let in.
    record Approved(Applicant applicant, String about, Instant since, Grant grant)
            implements Enrolment {}

    /// An administrator has said no, before or after an approval. It stays so, however often the
    /// badge asks, until an administrator approves it.
    record Revoked(Applicant applicant, String about, Instant since) implements Enrolment {}

    Applicant applicant();
}
