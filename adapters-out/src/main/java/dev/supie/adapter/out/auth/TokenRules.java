package dev.supie.adapter.out.auth;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a signed token must say before and after its signature is verified (AUTH-2): pure functions
/// of the token and the time. Objections quote nothing of it.
record TokenRules(Set<JWSAlgorithm> allowed, JwtSettings settings) {

    /// How far the issuer's clock may be from ours.
    static final Duration SKEW = Duration.ofSeconds(60);

    /// Of a token's type nothing is known where it does not say it; another kind of token, such as
    /// one for logging out, must not open a connection.
    private static final Set<String> TYPES = Set.of("JWT", "AT+JWT");

    Optional<String> objection(JWSHeader header) {
        if (!allowed.contains(header.getAlgorithm())) {
            return Optional.of("its alg is not allowed");
        }
        if (header.getCriticalParams() != null || !header.isBase64URLEncodePayload()) {
            return Optional.of("it has a critical header");
        }
        JOSEObjectType type = header.getType();
        return type == null || TYPES.contains(type.getType().toUpperCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of("it is another type of token");
    }

    /// `exp` has to be there: a token without end could never be taken back.
    Optional<String> objection(JWTClaimsSet claims, Instant now) {
        Date end = claims.getExpirationTime();
        if (end == null) {
            return Optional.of("it has no exp");
        }
        if (!now.isBefore(end.toInstant().plus(SKEW))) {
            return Optional.of("it is expired");
        }
        Date start = claims.getNotBeforeTime();
        if (start != null && now.isBefore(start.toInstant().minus(SKEW))) {
            return Optional.of("it is not valid yet");
        }
        if (settings.issuer().filter(issuer -> !issuer.equals(claims.getIssuer())).isPresent()) {
            return Optional.of("it is from another issuer");
        }
        return settings.audience()
                .filter(audience -> !claims.getAudience().contains(audience))
                .map(_ -> "it is for another audience");
    }
}
