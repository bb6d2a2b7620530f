package dev.supie.application.enrolment.port;

import dev.supie.domain.enrolment.Applicant;
import dev.supie.domain.enrolment.Fingerprint;

/// Makes the tokens of badges and recognises them. Safe for use by many threads.
///
/// Tokens are made from a key that only this server has, so that a badge which asks again can be
/// told its token again although only the fingerprint is kept.
public interface DeviceTokens {

    /// The token that belongs to a seed: always the same one while the server keeps its key, at
    /// least 256 bits, printable and without blanks. Nobody without the key can make one.
    String token(Applicant applicant, String seed);

    Fingerprint fingerprint(String secret);

    /// Whether the fingerprint is that of `presented`; takes the same time wherever they differ.
    boolean matches(Fingerprint kept, String presented);
}
