package dev.supie.adapter.out.secrets;

import dev.supie.application.enrolment.port.DeviceTokens;
import dev.supie.domain.enrolment.Applicant;
import dev.supie.domain.enrolment.Fingerprint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

/// Tokens that are HMACs under the server's key (ADR 0011): 256 bits in Base64, behind a word by
/// which a token can be recognised where it should not be.
public final class HmacDeviceTokens implements DeviceTokens {

    private static final String PREFIX = "supie_";

    private final byte[] key;

    /// @param key a secret of at least 256 bits
    public HmacDeviceTokens(String key) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String token(Applicant applicant, String seed) {
        // The id comes last because it alone may hold anything; the others have fixed lengths.
        String text = seed + applicant.client().value() + applicant.device().value();
        byte[] hmac = Digests.hmac(key, text);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(hmac);
    }

    @Override
    public Fingerprint fingerprint(String secret) {
        return new Fingerprint(HexFormat.of().formatHex(Digests.sha256(secret)));
    }

    @Override
    public boolean matches(Fingerprint kept, String presented) {
        return MessageDigest.isEqual(
                HexFormat.of().parseHex(kept.value()), Digests.sha256(presented));
    }

    @Override
    public String toString() {
        return "HmacDeviceTokens[***]";
    }
}
