package dev.supie.adapter.out.auth;

import java.util.List;
import java.util.Optional;

/// What a signed token must say (`server.auth.jwt`).
///
/// @param algorithms the allow-list; empty means all that fit the key
/// @param audience must be among the token's, if given
/// @param issuer must be the token's, if given
public record JwtSettings(
        List<String> algorithms,
        Optional<String> audience,
        Optional<String> issuer,
        SubjectRule subjects) {

    public JwtSettings {
        algorithms = List.copyOf(algorithms);
    }
}
