package dev.supie.adapter.out.secrets;

import dev.supie.application.enrolment.port.EnrolmentChance;
import dev.supie.domain.enrolment.ActivationCode;
import dev.supie.domain.enrolment.Challenge;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// Codes, challenges and seeds out of a source of random numbers.
///
/// @param random must not be guessable, and safe for many threads, as the JDK's secure one is
public record RandomChance(RandomGenerator random) implements EnrolmentChance {

    private static final int BYTES = 16;

    @Override
    public ActivationCode code() {
        return ActivationCode.of(random.nextInt(ActivationCode.COUNT));
    }

    @Override
    public Challenge challenge() {
        return new Challenge(hexadecimal());
    }

    @Override
    public String seed() {
        return hexadecimal();
    }

    private String hexadecimal() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
