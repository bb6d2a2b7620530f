package dev.supie.application.enrolment.port;

import dev.supie.domain.enrolment.ActivationCode;
import dev.supie.domain.enrolment.Challenge;

/// Where codes, challenges and seeds come from: each drawn evenly from all there are, and not to be
/// guessed. Safe for use by many threads.
public interface EnrolmentChance {

    ActivationCode code();

    Challenge challenge();

    /// 32 hexadecimal digits.
    String seed();
}
