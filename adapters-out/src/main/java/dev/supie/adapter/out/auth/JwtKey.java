package dev.supie.adapter.out.auth;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;

/// What signatures are verified with (AUTH-2): exactly one of three. That they are separate types
/// keeps a public key from ever serving as an HMAC secret.
public sealed interface JwtKey {

    /// Shared with the issuer; verifies HS algorithms only.
    final class Secret implements JwtKey {

        /// RFC 7518 §3.2 asks for as many bits as the hash has.
        public static final int BYTES_MIN = 32;

        private final byte[] bytes;

        /// @throws IllegalArgumentException if it is too short; the secret is not in the text
        public Secret(String secret) {
            bytes = secret.getBytes(StandardCharsets.UTF_8);
            if (bytes.length < BYTES_MIN) {
                throw new IllegalArgumentException(
                        "the secret is shorter than " + BYTES_MIN + " bytes");
            }
        }

        byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /// The issuer's one key; verifies RS and PS algorithms, or the ES algorithm of its curve.
    record Public(PublicKey key) implements JwtKey {}

    /// The issuer's keys, fetched when needed; never used for HS algorithms.
    record Remote(URI url) implements JwtKey {}
}
