package dev.supie.application.fake;

import dev.supie.application.enrolment.port.DeviceTokens;
import dev.supie.domain.enrolment.Applicant;
import dev.supie.domain.enrolment.Fingerprint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Tokens for tests, from a key that anybody can read.
public record KeyedTokens(String key) implements DeviceTokens {

    @Override
    public String token(Applicant applicant, String seed) {
        return "test-" + digest(key + " " + applicant.device() + applicant.client().value() + seed);
    }

    @Override
    public Fingerprint fingerprint(String secret) {
        return new Fingerprint(digest(secret));
    }

    @Override
    public boolean matches(Fingerprint kept, String presented) {
        return kept.equals(fingerprint(presented));
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
