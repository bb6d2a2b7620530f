package dev.supie.bootstrap.config;

import dev.supie.adapter.out.auth.JwtAlgorithms;
import dev.supie.adapter.out.auth.JwtKey;
import dev.supie.adapter.out.auth.PemException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The rules between the keys that decide who may connect (AUTH-1, AUTH-2).
final class AccessChecks {

    private static final String NEEDS_KEY =
            "give server.auth.jwt.secret, public_key or jwks_url, or remove it";

    private final Values values;

    AccessChecks(Values values) {
        this.values = values;
    }

    void run(AuthConfig auth, EnrolmentConfig enrolment) {
        checkEnabled(auth, enrolment.policy() == EnrolmentConfig.Policy.APPROVE);
        checkKeys(auth.jwt());
        checkAlgorithms(auth.jwt());
        checkIntrospection();
        warnOfPlainHttp(AccessSettings.JWKS_URL, auth.jwt().jwksUrl());
        warnOfPlainHttp(AccessSettings.INTROSPECTION_URL, auth.introspection().url());
    }

    /// Approved badges have tokens, so under `approve` somebody can always be let in.
    private void checkEnabled(AuthConfig auth, boolean approvalNeeded) {
        if (auth.enabled() && !auth.couldAccept() && !approvalNeeded) {
            values.refuse(
                    AccessSettings.ENABLED,
                    "lets nobody in, because nothing is configured that could accept a badge",
                    "configure server.auth.tokens, jwt, oauth2 or allowed_devices");
        }
        if (!auth.enabled() && auth.couldAccept()) {
            values.warn(
                    AccessSettings.ENABLED,
                    approvalNeeded
                            ? "ignores whatever else is configured under server.auth"
                            : "lets everyone in, whatever else is configured under server.auth",
                    "set it to true to ask badges for credentials");
        }
    }

    private void checkKeys(AuthConfig.Jwt jwt) {
        List<Setting<?>> given =
                Stream.<Setting<?>>of(
                                AccessSettings.JWT_SECRET,
                                AccessSettings.JWT_PUBLIC_KEY,
                                AccessSettings.JWKS_URL)
                        .filter(values::isGiven)
                        .toList();
        given.stream()
                .skip(1)
                .forEach(
                        second ->
                                values.refuse(
                                        second,
                                        "is a second key beside " + given.getFirst().key(),
                                        "keep one of them"));
        jwt.secret().ifPresent(this::checkLength);
        if (given.isEmpty()) {
            refuseWithoutKey(AccessSettings.JWT_ALGORITHMS, !jwt.algorithms().isEmpty());
            refuseWithoutKey(AccessSettings.JWT_AUDIENCE, jwt.audience().isPresent());
            refuseWithoutKey(AccessSettings.JWT_ISSUER, jwt.issuer().isPresent());
        }
    }

    private void refuseWithoutKey(Setting<?> setting, boolean hasValue) {
        if (hasValue) {
            values.refuse(setting, "has no effect without a key", NEEDS_KEY);
        }
    }

    private void checkLength(Secret secret) {
        if (secret.reveal().getBytes(StandardCharsets.UTF_8).length < JwtKey.Secret.BYTES_MIN) {
            values.refuse(
                    AccessSettings.JWT_SECRET,
                    "is shorter than " + JwtKey.Secret.BYTES_MIN + " bytes",
                    "make one with: openssl rand -hex 32");
        }
    }

    private void checkAlgorithms(AuthConfig.Jwt jwt) {
        key(jwt).flatMap(key -> JwtAlgorithms.objection(key, jwt.algorithms()))
                .ifPresent(
                        objection ->
                                values.refuse(
                                        AccessSettings.JWT_ALGORITHMS,
                                        objection,
                                        "remove it, or the whole list to allow all that fit"));
    }

    /// Empty also if the key is wrong, which is a problem of its own.
    private static Optional<JwtKey> key(AuthConfig.Jwt jwt) {
        try {
            return AuthKeys.of(jwt);
        } catch (PemException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private void checkIntrospection() {
        List<Setting<?>> all =
                List.of(
                        AccessSettings.INTROSPECTION_URL,
                        AccessSettings.CLIENT_ID,
                        AccessSettings.CLIENT_SECRET);
        if (all.stream().anyMatch(values::isGiven)) {
            all.stream()
                    .filter(setting -> !values.isGiven(setting))
                    .forEach(
                            setting ->
                                    values.missing(
                                            "server.auth.oauth2",
                                            setting,
                                            "add it, or remove the others"));
        }
    }

    private void warnOfPlainHttp(Setting<?> setting, Optional<URI> url) {
        boolean exposed =
                url.filter(each -> each.getScheme().equalsIgnoreCase("http"))
                        .map(URI::getHost)
                        .filter(host -> !host.equals("localhost") && !host.startsWith("127."))
                        .isPresent();
        if (exposed) {
            values.warn(
                    setting,
                    "is not protected on the way, so whoever is on the way can let badges in",
                    "use https");
        }
    }
}
