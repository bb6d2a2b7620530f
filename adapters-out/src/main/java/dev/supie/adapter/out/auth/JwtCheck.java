package dev.supie.adapter.out.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.proc.JWSVerifierFactory;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import dev.supie.application.access.port.Claim;
import dev.supie.application.access.port.Credential;
import dev.supie.application.access.port.CredentialCheck;
import dev.supie.application.access.port.Principal;
import dev.supie.application.access.port.Verdict;

import java.security.Key;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.crypto.spec.SecretKeySpec;

/// Signed tokens (AUTH-2, RFC 7519): the signature is verified before anything that a token says is
/// believed, with an algorithm from an allow-list and a key of ours or of the issuer.
public final class JwtCheck implements CredentialCheck, AutoCloseable {

    private static final String NAME = "jwt";

    /// Header, claims, signature. The library would skip other characters, and one signature could
    /// be written in many ways.
    private static final Pattern COMPACT =
            Pattern.compile("[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]*");

    private final JWSVerifierFactory verifiers = new DefaultJWSVerifierFactory();
    private final TokenRules rules;
    private final SigningKeys keys;
    private final SubjectRule subjects;
    private final InstantSource wallClock;
    private final Runnable closing;

    private JwtCheck(
            TokenRules rules, SigningKeys keys, InstantSource wallClock, Runnable closing) {
        this.rules = rules;
        this.keys = keys;
        this.subjects = rules.settings().subjects();
        this.wallClock = wallClock;
        this.closing = closing;
    }

    /// Nothing is fetched yet.
    ///
    /// @param wallClock the time that issuers mean by `exp`
    /// @param steady for the age of fetched keys; must not run backwards
    /// @throws IllegalArgumentException if an algorithm does not fit the key
    public static JwtCheck open(
            JwtSettings settings, JwtKey key, InstantSource wallClock, InstantSource steady) {
        var rules = new TokenRules(JwtAlgorithms.allowed(key, settings.algorithms()), settings);
        return switch (key) {
            case JwtKey.Secret secret ->
                    new JwtCheck(
                            rules,
                            always(new SecretKeySpec(secret.bytes(), "MAC")),
                            wallClock,
                            () -> {});
            case JwtKey.Public(var one) -> new JwtCheck(rules, always(one), wallClock, () -> {});
            case JwtKey.Remote(var url) -> {
                var remote = new RemoteKeys(url, steady);
                yield new JwtCheck(rules, remote, wallClock, remote::close);
            }
        };
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict check(Claim claim) {
        return claim.credential()
                .map(Credential::reveal)
                .filter(token -> COMPACT.matcher(token).matches())
                .map(token -> parsed(token, claim))
                .orElseGet(Verdict.NotForMe::new);
    }

    @Override
    public void close() {
        closing.run();
    }

    private Verdict parsed(String token, Claim claim) {
        SignedJWT jwt;
        try {
            jwt = SignedJWT.parse(token);
        } catch (ParseException _) {
            return new Verdict.Refused("it is not a signed token");
        }
        Optional<String> objection = rules.objection(jwt.getHeader());
        if (objection.isPresent()) {
            return new Verdict.Refused(objection.get());
        }
        return switch (keys.forToken(jwt.getHeader())) {
            case SigningKeys.Answer.Found(List<Key> found) ->
                    found.stream().anyMatch(key -> isSignedWith(key, jwt))
                            ? believed(jwt, claim)
                            : new Verdict.Refused("its signature is wrong");
            case SigningKeys.Answer.NoSuchKey(String reason) -> new Verdict.Refused(reason);
            case SigningKeys.Answer.Unavailable(String reason) -> new Verdict.Unavailable(reason);
        };
    }

    private boolean isSignedWith(Key key, SignedJWT jwt) {
        try {
            JWSVerifier verifier = verifiers.createJWSVerifier(jwt.getHeader(), key);
            return jwt.verify(verifier);
        } catch (JOSEException _) {
            // The key is of another kind than the algorithm, or the signature is no signature.
            return false;
        }
    }

    private Verdict believed(SignedJWT jwt, Claim claim) {
        JWTClaimsSet claims;
        try {
            claims = jwt.getJWTClaimsSet();
        } catch (ParseException _) {
            return new Verdict.Refused("its claims cannot be read");
        }
        Optional<String> objection = rules.objection(claims, wallClock.instant());
        if (objection.isPresent()) {
            return new Verdict.Refused(objection.get());
        }
        String subject = claims.getSubject();
        if (subject == null) {
            return new Verdict.Refused("it has no sub");
        }
        return subjects.names(subject, claim.device())
                ? new Verdict.Accepted(new Principal(NAME, claim.device().value()))
                : new Verdict.OtherDevice("its sub is another badge");
    }

    private static SigningKeys always(Key key) {
        var found = new SigningKeys.Answer.Found(List.of(key));
        return _ -> found;
    }
}
