package dev.supie.adapter.out.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;

import java.net.URI;
import java.security.Key;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// The keys that an issuer publishes (JWKS, RFC 7517), by the `kid` and `alg` of a token. What is
/// kept of them, and when they are asked for anew, is the business of [KeyCache].
///
/// Only public RSA keys from 2048 bits and elliptic curves count: a secret in a set that anybody
/// can fetch is no secret.
final class RemoteKeys implements SigningKeys, AutoCloseable {

    /// A token without `kid` is tried with so many keys; each try costs time.
    static final int CANDIDATES_MAX = 8;

    private final KeyCache cache;

    RemoteKeys(URI url, InstantSource steady) {
        this.cache = new KeyCache(url, steady);
    }

    @Override
    public Answer forToken(JWSHeader header) {
        var selector = new JWKSelector(JWKMatcher.forJWSHeader(header));
        return switch (cache.keys(set -> !matching(selector, set).isEmpty())) {
            case KeyCache.Answer.Keys(JWKSet set) -> found(matching(selector, set));
            case KeyCache.Answer.Unavailable(String reason) -> new Answer.Unavailable(reason);
        };
    }

    private static Answer found(List<Key> keys) {
        return keys.isEmpty()
                ? new Answer.NoSuchKey("the issuer has no such key")
                : new Answer.Found(keys);
    }

    private static List<Key> matching(JWKSelector selector, JWKSet set) {
        return selector.select(set).stream()
                .flatMap(RemoteKeys::usable)
                .limit(CANDIDATES_MAX)
                .toList();
    }

    private static Stream<Key> usable(JWK jwk) {
        try {
            return switch (jwk) {
                case RSAKey rsa when rsa.size() >= PublicKeyPem.RSA_BITS_MIN ->
                        Stream.of(rsa.toRSAPublicKey());
                case ECKey curve -> Stream.of(curve.toECPublicKey());
                default -> Stream.empty();
            };
        } catch (JOSEException _) {
            // One key that is none does not make the others worse.
            return Stream.empty();
        }
    }

    @Override
    public void close() {
        cache.close();
    }
}
