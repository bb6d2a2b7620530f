package dev.supie.bootstrap.server;

import dev.supie.adapter.in.badge.BadgeGate;
import dev.supie.adapter.in.network.TrustedProxies;
import dev.supie.adapter.out.auth.IntrospectionCheck;
import dev.supie.adapter.out.auth.IntrospectionSettings;
import dev.supie.adapter.out.auth.JwtCheck;
import dev.supie.adapter.out.auth.JwtKey;
import dev.supie.adapter.out.auth.JwtSettings;
import dev.supie.adapter.out.auth.PemException;
import dev.supie.adapter.out.auth.StaticToken;
import dev.supie.adapter.out.auth.StaticTokens;
import dev.supie.adapter.out.auth.SubjectRule;
import dev.supie.application.access.AccessFeature;
import dev.supie.application.access.AllowedDevices;
import dev.supie.application.access.AllowedOrigins;
import dev.supie.application.access.Guard;
import dev.supie.application.access.port.CredentialCheck;
import dev.supie.bootstrap.config.AccessConfig;
import dev.supie.bootstrap.config.AuthConfig;
import dev.supie.bootstrap.config.AuthKeys;
import dev.supie.bootstrap.config.Secret;
import dev.supie.bootstrap.config.TokenConfig;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Puts together what decides who may connect (AUTH-1 to AUTH-4).
final class AccessWiring implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(AccessWiring.class.getName());

    private final AccessConfig config;
    private final InstantSource steady;
    private final InstantSource wallClock;
    private final Optional<JwtCheck> jwt;
    private final Optional<IntrospectionCheck> introspection;

    /// @param wallClock the real time, by which issuers of tokens count
    /// @throws IllegalArgumentException if a key cannot be used
    AccessWiring(AccessConfig config, InstantSource steady, InstantSource wallClock) {
        this.config = config;
        this.steady = steady;
        this.wallClock = wallClock;
        AuthConfig auth = config.auth();
        this.jwt = auth.enabled() ? jwt(auth.jwt()) : Optional.empty();
        this.introspection =
                auth.enabled()
                        ? auth.introspection().url().map(this::introspection)
                        : Optional.empty();
    }

    /// @param enrolled asked before all others, whether or not authentication is on
    BadgeGate gate(Optional<CredentialCheck> enrolled) {
        AllowedOrigins origins =
                config.allowedOrigins().isEmpty()
                        ? new AllowedOrigins.SameHost()
                        : new AllowedOrigins.Listed(Set.copyOf(config.allowedOrigins()));
        return new BadgeGate(
                AccessFeature.create(new AccessFeature.Ports(guard(enrolled), origins, steady)),
                TrustedProxies.of(config.trustedProxies()));
    }

    /// AUTH-1.
    ///
    /// @param enrolled whether badges need an approval all the same
    void warnIfOpen(String boundTo, boolean enrolled) {
        if (!config.auth().enabled() && !enrolled && !isLoopback(boundTo)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "server.auth.enabled is false: whoever reaches {0} may connect as any badge",
                    boundTo);
        }
    }

    @Override
    public void close() {
        jwt.ifPresent(JwtCheck::close);
        introspection.ifPresent(IntrospectionCheck::close);
    }

    private Guard guard(Optional<CredentialCheck> enrolled) {
        if (!config.auth().enabled() && enrolled.isEmpty()) {
            return new Guard.Open();
        }
        List<CredentialCheck> all = new ArrayList<>(enrolled.stream().toList());
        if (config.auth().enabled()) {
            all.addAll(checks());
        }
        return new Guard.Checked(all);
    }

    /// In the order of AUTH-2.
    private List<CredentialCheck> checks() {
        AuthConfig auth = config.auth();
        List<CredentialCheck> checks = new ArrayList<>();
        jwt.ifPresent(checks::add);
        introspection.ifPresent(checks::add);
        if (!auth.tokens().isEmpty()) {
            checks.add(new StaticTokens(auth.tokens().stream().map(AccessWiring::token).toList()));
        }
        if (!auth.allowedDevices().isEmpty()) {
            checks.add(new AllowedDevices(Set.copyOf(auth.allowedDevices())));
        }
        return checks;
    }

    private static StaticToken token(TokenConfig token) {
        return new StaticToken(token.token().reveal(), token.name(), Set.copyOf(token.devices()));
    }

    private Optional<JwtCheck> jwt(AuthConfig.Jwt jwt) {
        return key(jwt).map(key -> JwtCheck.open(settings(jwt), key, wallClock, steady));
    }

    private static Optional<JwtKey> key(AuthConfig.Jwt jwt) {
        try {
            return AuthKeys.of(jwt);
        } catch (PemException e) {
            throw new IllegalArgumentException("server.auth.jwt.public_key " + e.getMessage(), e);
        }
    }

    private JwtSettings settings(AuthConfig.Jwt jwt) {
        return new JwtSettings(jwt.algorithms(), jwt.audience(), jwt.issuer(), subjects());
    }

    private IntrospectionCheck introspection(URI url) {
        AuthConfig.Introspection oauth2 = config.auth().introspection();
        var settings =
                new IntrospectionSettings(
                        url,
                        oauth2.clientId().orElse(""),
                        oauth2.clientSecret().map(Secret::reveal).orElse(""),
                        subjects());
        return new IntrospectionCheck(settings, wallClock, steady);
    }

    private SubjectRule subjects() {
        return new SubjectRule(config.auth().jwt().subPrefix().orElse(""));
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException _) {
            // The listener says what is wrong with it.
            return false;
        }
    }
}
