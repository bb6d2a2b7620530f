package dev.supie.adapter.in.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// A configured secret that a request may present. Only its digest is kept, so neither a log line
/// nor a heap dump shows the secret.
public final class AccessToken {

    private final byte[] digest;

    /// @throws IllegalArgumentException if the secret is blank: it would let everyone in
    public AccessToken(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("an access token must not be blank");
        }
        digest = digest(secret);
    }

    /// Takes the same time for every presented text of one length: digests of equal length are
    /// compared to their end.
    public boolean matches(String presented) {
        return MessageDigest.isEqual(digest, digest(presented));
    }

    @Override
    public String toString() {
        return "AccessToken[***]";
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
