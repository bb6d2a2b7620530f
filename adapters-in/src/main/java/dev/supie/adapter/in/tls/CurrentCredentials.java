package dev.supie.adapter.in.tls;

import org.jspecify.annotations.Nullable;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/// What new connections are shown; those that are open keep what they were shown.
///
/// A handshake asks three times: for a name, and by it for the certificate and the key. So each
/// state has a name of its own, and the one before the newest is kept for handshakes under way.
final class CurrentCredentials extends X509ExtendedKeyManager {

    private volatile States states;

    private record States(Named newest, Optional<Named> before) {}

    private record Named(String name, Credentials credentials) {}

    CurrentCredentials(Credentials first) {
        this.states = new States(new Named("1", first), Optional.empty());
    }

    Credentials newest() {
        return states.newest().credentials();
    }

    /// By one thread at a time.
    void replace(Credentials next) {
        Named before = states.newest();
        String name = Long.toString(Long.parseLong(before.name()) + 1);
        states = new States(new Named(name, next), Optional.of(before));
    }

    private Optional<Credentials> named(String name) {
        States now = states;
        return now.newest().name().equals(name)
                ? Optional.of(now.newest().credentials())
                : now.before().filter(before -> before.name().equals(name)).map(Named::credentials);
    }

    private @Nullable String aliasFor(String keyType) {
        Named newest = states.newest();
        return newest.credentials().algorithm().equals(keyType) ? newest.name() : null;
    }

    @Override
    public @Nullable String chooseServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return aliasFor(keyType);
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return aliasFor(keyType);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        String alias = aliasFor(keyType);
        return alias == null ? null : new String[] {alias};
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return named(alias).map(Credentials::chain).orElse(null);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return named(alias).map(Credentials::key).orElse(null);
    }

    /// Servers only.
    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    /// Servers only.
    @Override
    public @Nullable String chooseClientAlias(
            String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
