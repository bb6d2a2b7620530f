package dev.supie.bootstrap.config;

import dev.supie.adapter.in.network.TrustedProxies;
import dev.supie.adapter.out.auth.JwtAlgorithms;
import dev.supie.application.access.WebOrigin;
import dev.supie.bootstrap.config.Texts.Objection;
import dev.supie.domain.kernel.DeviceId;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The keys that decide who may connect (AUTH-1 to AUTH-4).
final class AccessSettings {

    /// Nobody has more consoles, or more proxies in a row of networks.
    private static final int LIST_MAX = 100;

    static final Setting<List<WebOrigin>> ALLOWED_ORIGINS =
            new Setting<>(
                    "server.allowed_origins",
                    new ListKind<>(origin(), LIST_MAX, "[\"https://console.example.com\"]"),
                    List.of());
    static final Setting<List<String>> TRUSTED_PROXIES =
            new Setting<>(
                    "server.trusted_proxies",
                    new ListKind<>(proxy(), LIST_MAX, "[10.0.0.0/8, 192.168.1.5]"),
                    List.of());

    static final Setting<Boolean> ENABLED =
            new Setting<>("server.auth.enabled", new FlagKind(), false);
    static final Setting<List<TokenConfig>> TOKENS =
            new Setting<>("server.auth.tokens", new TokensKind(), List.of());
    static final Setting<List<DeviceId>> ALLOWED_DEVICES =
            new Setting<>("server.auth.allowed_devices", DeviceIdKind.LIST, List.of());

    static final Setting<Optional<Secret>> JWT_SECRET =
            Settings.optional("server.auth.jwt.secret", new SecretKind());
    static final Setting<Optional<String>> JWT_PUBLIC_KEY =
            Settings.optional("server.auth.jwt.public_key", new PublicKeyKind());
    static final Setting<Optional<URI>> JWKS_URL =
            Settings.optional("server.auth.jwt.jwks_url", Addresses.serviceUrl());
    static final Setting<List<String>> JWT_ALGORITHMS =
            new Setting<>(
                    "server.auth.jwt.algorithms",
                    new ListKind<>(algorithm(), LIST_MAX, "[RS256, ES256]"),
                    List.of());
    static final Setting<Optional<String>> JWT_AUDIENCE =
            Settings.optional(
                    "server.auth.jwt.audience", Texts.any("use the issuer's name for us"));
    static final Setting<Optional<String>> JWT_ISSUER =
            Settings.optional("server.auth.jwt.issuer", Texts.any("use the value of iss"));
    static final Setting<Optional<String>> JWT_SUB_PREFIX =
            Settings.optional("server.auth.jwt.sub_prefix", Texts.any("use what precedes the id"));

    static final Setting<Optional<URI>> INTROSPECTION_URL =
            Settings.optional("server.auth.oauth2.introspection_url", Addresses.serviceUrl());
    static final Setting<Optional<String>> CLIENT_ID =
            Settings.optional("server.auth.oauth2.client_id", Texts.any("use the client's id"));
    static final Setting<Optional<Secret>> CLIENT_SECRET =
            Settings.optional("server.auth.oauth2.client_secret", new SecretKind());

    private AccessSettings() {}

    static List<Setting<?>> all() {
        return List.of(
                ALLOWED_ORIGINS,
                TRUSTED_PROXIES,
                ENABLED,
                TOKENS,
                ALLOWED_DEVICES,
                JWT_SECRET,
                JWT_PUBLIC_KEY,
                JWKS_URL,
                JWT_ALGORITHMS,
                JWT_AUDIENCE,
                JWT_ISSUER,
                JWT_SUB_PREFIX,
                INTROSPECTION_URL,
                CLIENT_ID,
                CLIENT_SECRET);
    }

    private static Kind<WebOrigin> origin() {
        String fix = "use for example https://console.example.com";
        return Texts.text(
                        text ->
                                WebOrigin.of(text).isPresent()
                                        ? List.of()
                                        : List.of(new Objection("is not an origin", fix)),
                        fix)
                .as(text -> WebOrigin.of(text).orElseThrow(), WebOrigin::toString);
    }

    private static Kind<String> proxy() {
        String fix = "use for example 10.0.0.0/8";
        return Texts.text(
                text -> {
                    try {
                        TrustedProxies.of(List.of(text));
                        return List.of();
                    } catch (IllegalArgumentException e) {
                        return List.of(new Objection(String.valueOf(e.getMessage()), fix));
                    }
                },
                fix);
    }

    private static Kind<String> algorithm() {
        String fix = "use " + Texts.oneOf(JwtAlgorithms.names());
        return Texts.text(
                        text ->
                                JwtAlgorithms.names().contains(text.toUpperCase(Locale.ROOT))
                                        ? List.of()
                                        : List.of(new Objection("is no algorithm to allow", fix)),
                        fix)
                .as(text -> text.toUpperCase(Locale.ROOT), text -> text);
    }
}
