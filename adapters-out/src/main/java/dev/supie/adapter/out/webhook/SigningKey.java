package dev.supie.adapter.out.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What sender and receiver share (`meeting.webhook.secret`), and the two signatures it makes
/// (HOOK-1). Its text form is `***`. Safe for use by many threads.
public final class SigningKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";

    private final SecretKeySpec key;

    /// @throws IllegalArgumentException if it is empty
    public SigningKey(String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /// For [WebhookHeaders#SIGNATURE].
    public String signature(byte[] body) {
        return text(mac(), body);
    }

    /// For [WebhookHeaders#SIGNATURE_V2].
    ///
    /// @param timestamp as [WebhookHeaders#TIMESTAMP] says it
    public String signature(String timestamp, byte[] body) {
        Mac mac = mac();
        mac.update(timestamp.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) '.');
        return text(mac, body);
    }

    private static String text(Mac mac, byte[] body) {
        return PREFIX + HexFormat.of().formatHex(mac.doFinal(body));
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(
                    "every Java platform has HMAC-SHA-256 for any key", impossible);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
