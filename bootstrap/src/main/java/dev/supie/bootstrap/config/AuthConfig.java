package dev.supie.bootstrap.config;

import dev.supie.domain.kernel.DeviceId;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Who may connect (AUTH-1, AUTH-2); without `enabled` everyone.
public record AuthConfig(
        boolean enabled,
        List<TokenConfig> tokens,
        List<DeviceId> allowedDevices,
        Jwt jwt,
        Introspection introspection) {

    public AuthConfig {
        tokens = List.copyOf(tokens);
        allowedDevices = List.copyOf(allowedDevices);
    }

    /// Signed tokens. At most one of secret, public key and JWKS URL is given; without any of them
    /// there are none.
    ///
    /// @param publicKey PEM
    /// @param algorithms empty means all that fit the key
    public record Jwt(
            Optional<Secret> secret,
            Optional<String> publicKey,
            Optional<URI> jwksUrl,
            List<String> algorithms,
            Optional<String> audience,
            Optional<String> issuer,
            Optional<String> subPrefix) {

        public Jwt {
            algorithms = List.copyOf(algorithms);
        }

        boolean hasKey() {
            return secret.isPresent() || publicKey.isPresent() || jwksUrl.isPresent();
        }
    }

    /// Introspection: all three are given or none.
    public record Introspection(
            Optional<URI> url, Optional<String> clientId, Optional<Secret> clientSecret) {}

    /// Whether anything is configured that could let a badge in.
    boolean couldAccept() {
        return !tokens.isEmpty()
                || !allowedDevices.isEmpty()
                || jwt.hasKey()
                || introspection.url().isPresent();
    }
}
