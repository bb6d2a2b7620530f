package dev.supie.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.enrolment.port.DeviceTokens;
import dev.supie.domain.enrolment.Applicant;
import dev.supie.domain.enrolment.Fingerprint;
import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.Test;

/// What everybody who makes tokens must do.
public abstract class DeviceTokensContract {

    private static final String SEED = "0".repeat(32);
    private static final String OTHER_SEED = "1".repeat(32);

    /// Always with the same key.
    protected abstract DeviceTokens tokens();

    /// With another key.
    protected abstract DeviceTokens tokensOfAnotherKey();

    private Applicant applicant(String device, String client) {
        return new Applicant(new DeviceId(device), tokens().fingerprint(client));
    }

    @Test
    void aTokenCanBeToldAgain() {
        Applicant badge = applicant("a", "x");

        assertEquals(tokens().token(badge, SEED), tokens().token(badge, SEED));
    }

    @Test
    void everySeedBadgeClientAndKeyHasItsOwnToken() {
        String token = tokens().token(applicant("a", "x"), SEED);

        assertNotEquals(token, tokens().token(applicant("a", "x"), OTHER_SEED));
        assertNotEquals(token, tokens().token(applicant("b", "x"), SEED));
        assertNotEquals(token, tokens().token(applicant("a", "y"), SEED));
        assertNotEquals(token, tokensOfAnotherKey().token(applicant("a", "x"), SEED));
    }

    @Test
    void aTokenIsLongPrintableAndWithoutBlanks() {
        String token = tokens().token(applicant("a", "x"), SEED);

        // Base64 has six bits a character, and 256 bits are wanted.
        assertTrue(token.matches("[A-Za-z0-9_-]{43,128}"));
    }

    @Test
    void aFingerprintMatchesItsSecretAndNoOther() {
        Fingerprint kept = tokens().fingerprint("secret");

        assertTrue(tokens().matches(kept, "secret"));
        assertFalse(tokens().matches(kept, "Secret"));
        assertFalse(tokens().matches(kept, ""));
        assertFalse(tokens().matches(kept, kept.value()));
        assertEquals(kept, tokensOfAnotherKey().fingerprint("secret"));
    }

    @Test
    void anyTextHasAFingerprint() {
        for (String text : new String[] {"", "中文 🚀", "\ud800", "x".repeat(100_000)}) {
            assertTrue(tokens().matches(tokens().fingerprint(text), text));
        }
    }
}
