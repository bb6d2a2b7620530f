package dev.supie.bootstrap.config;

import dev.supie.adapter.out.auth.JwtKey;
import dev.supie.adapter.out.auth.PemException;
import dev.supie.adapter.out.auth.PublicKeyPem;

import java.util.Optional;

/// The configured key for signed tokens in the form that verifies them.
public final class AuthKeys {

    private AuthKeys() {}

    /// Empty if none is configured.
    ///
    /// @throws IllegalArgumentException if a secret is too short
    public static Optional<JwtKey> of(AuthConfig.Jwt jwt) throws PemException {
        if (jwt.publicKey().isPresent()) {
            return Optional.of(new JwtKey.Public(PublicKeyPem.read(jwt.publicKey().get())));
        }
        return jwt.secret()
                .map(Secret::reveal)
                .<JwtKey>map(JwtKey.Secret::new)
                .or(() -> jwt.jwksUrl().map(JwtKey.Remote::new));
    }
}
