package dev.supie.adapter.out.auth;

import dev.supie.adapter.out.auth.IntrospectionAnswer.Active;
import dev.supie.application.access.port.Claim;
import dev.supie.application.access.port.Credential;
import dev.supie.application.access.port.CredentialCheck;
import dev.supie.application.access.port.Principal;
import dev.supie.application.access.port.Verdict;
import dev.supie.domain.kernel.DeviceId;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Tokens that another server knows (AUTH-2, RFC 7662): it is asked about each, within 3 s, and its
/// yes holds for a minute at most. No answer is a no.
///
/// At most [#QUESTIONS_MAX] questions are under way at once, so that a server that hangs does not
/// gather connections here. Who comes then waits for his turn, by which time another badge may have
/// brought the answer for the same token, and is refused unasked after [#TURN_MAX].
public final class IntrospectionCheck implements CredentialCheck, AutoCloseable {

    static final int QUESTIONS_MAX = 64;
    static final Duration TURN_MAX = Duration.ofSeconds(3);
    static final int BYTES_MAX = 64 * 1024;

    private static final String NAME = "oauth2";

    private final Question question = new Question(BYTES_MAX);
    private final Semaphore underWay = new Semaphore(QUESTIONS_MAX, true);
    private final IntrospectionSettings settings;
    private final InstantSource wallClock;
    private final ActiveTokens known;

    /// @param wallClock the time that the server means by `exp`
    /// @param steady for the age of remembered answers; must not run backwards
    public IntrospectionCheck(
            IntrospectionSettings settings, InstantSource wallClock, InstantSource steady) {
        this.settings = settings;
        this.wallClock = wallClock;
        this.known = new ActiveTokens(steady);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict check(Claim claim) {
        return claim.credential()
                .map(Credential::reveal)
                .map(token -> check(token, claim.device()))
                .orElseGet(Verdict.NotForMe::new);
    }

    private Verdict check(String token, DeviceId device) {
        Digest digest = Digest.of(token);
        Optional<Active> remembered = known.find(digest);
        if (remembered.isPresent()) {
            return verdict(remembered.get(), device);
        }
        if (!hasTurn()) {
            return new Verdict.Unavailable("too many tokens are being asked about");
        }
        try {
            Optional<Active> meanwhile = known.find(digest);
            if (meanwhile.isPresent()) {
                return verdict(meanwhile.get(), device);
            }
            return verdict(IntrospectionAnswer.read(question.ask(request(token))), digest, device);
        } catch (NoAnswerException e) {
            return new Verdict.Unavailable("introspection failed: " + e.getMessage());
        } finally {
            underWay.release();
        }
    }

    private boolean hasTurn() {
        try {
            return underWay.tryAcquire(TURN_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Verdict verdict(IntrospectionAnswer answer, Digest digest, DeviceId device) {
        return switch (answer) {
            case IntrospectionAnswer.Inactive _ -> new Verdict.Refused("the token is not active");
            case Active active -> {
                Instant now = wallClock.instant();
                Duration rest =
                        active.end()
                                .map(end -> Duration.between(now, end))
                                .orElse(ActiveTokens.KEPT);
                if (!rest.isPositive()) {
                    yield new Verdict.Refused("the token is expired");
                }
                known.add(digest, active, rest);
                yield verdict(active, device);
            }
        };
    }

    /// A server that does not say whose a token is vouches for every badge that holds it.
    private Verdict verdict(Active answer, DeviceId device) {
        return answer.subject().filter(sub -> !settings.subjects().names(sub, device)).isPresent()
                ? new Verdict.OtherDevice("the token's sub is another badge")
                : new Verdict.Accepted(new Principal(NAME, device.value()));
    }

    private HttpRequest request(String token) {
        String form = "token=" + encoded(token) + "&token_type_hint=access_token";
        return HttpRequest.newBuilder(settings.url())
                .header("Authorization", "Basic " + clientCredentials())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    /// RFC 6749 §2.3.1: both are form-encoded first.
    private String clientCredentials() {
        String pair = encoded(settings.clientId()) + ":" + encoded(settings.clientSecret());
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        question.close();
    }
}
