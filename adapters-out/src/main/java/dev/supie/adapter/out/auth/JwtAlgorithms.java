package dev.supie.adapter.out.auth;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;

import java.security.interfaces.ECPublicKey;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which signature algorithms fit which key (AUTH-2). There is no way to allow `none`.
public final class JwtAlgorithms {

    private static final List<JWSAlgorithm> HMAC =
            List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS384, JWSAlgorithm.HS512);
    private static final List<JWSAlgorithm> RSA =
            List.of(
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.PS384,
                    JWSAlgorithm.PS512);
    private static final List<JWSAlgorithm> CURVES =
            List.of(JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512);

    private JwtAlgorithms() {}

    /// The names of all algorithms that can be allowed.
    public static List<String> names() {
        return Stream.of(HMAC, RSA, CURVES)
                .flatMap(List::stream)
                .map(JWSAlgorithm::getName)
                .toList();
    }

    /// What speaks against allowing these with this key; empty if nothing does.
    public static Optional<String> objection(JwtKey key, Collection<String> names) {
        Set<String> fitting =
                fitting(key).stream().map(JWSAlgorithm::getName).collect(Collectors.toSet());
        return names.stream()
                .filter(name -> !fitting.contains(name))
                .findFirst()
                .map(name -> name + " does not fit the key, which is good for " + sorted(fitting));
    }

    /// Those named, or all that fit if none is.
    static Set<JWSAlgorithm> allowed(JwtKey key, Collection<String> names) {
        objection(key, names)
                .ifPresent(
                        objection -> {
                            throw new IllegalArgumentException(objection);
                        });
        return fitting(key).stream()
                .filter(algorithm -> names.isEmpty() || names.contains(algorithm.getName()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<JWSAlgorithm> fitting(JwtKey key) {
        return switch (key) {
            case JwtKey.Secret secret ->
                    MACSigner.getCompatibleAlgorithms(secret.bytes().length * Byte.SIZE);
            case JwtKey.Public(ECPublicKey curve) -> ofCurve(curve);
            case JwtKey.Public _ -> Set.copyOf(RSA);
            case JwtKey.Remote _ -> asymmetric();
        };
    }

    private static Set<JWSAlgorithm> ofCurve(ECPublicKey key) {
        Curve curve = Curve.forECParameterSpec(key.getParams());
        return CURVES.stream()
                .filter(algorithm -> Curve.forJWSAlgorithm(algorithm).contains(curve))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<JWSAlgorithm> asymmetric() {
        Set<JWSAlgorithm> all = new LinkedHashSet<>(RSA);
        all.addAll(CURVES);
        return all;
    }

    private static String sorted(Collection<String> names) {
        return names().stream().filter(names::contains).collect(Collectors.joining(", "));
    }
}
