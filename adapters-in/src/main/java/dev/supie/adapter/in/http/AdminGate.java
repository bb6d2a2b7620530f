package dev.supie.adapter.in.http;

import dev.supie.application.administration.port.AuditTrail;

import io.helidon.webserver.http.ServerRequest;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Decides whether a request may administrate: it needs the token, and an address that failed too
/// often is not listened to, whatever it presents, so that guessing is slow. What was presented is
/// never logged.
final class AdminGate {

    /// As for badges (AUTH-3).
    static final int FAILED_MAX = 20;

    /// Failures of all addresses together that are noted within a window; the log has the others.
    static final int NOTED_MAX = 100;

    static final Duration WINDOW = Duration.ofMinutes(1);

    private static final System.Logger LOGGER = System.getLogger(AdminGate.class.getName());

    private final AccessToken token;
    private final RequestLimiter failures;
    private final ClientAddress clients;
    private final AuditTrail trail;
    private final RequestLimiter noted;

    /// @param trail told of who presents no good token
    AdminGate(AccessToken token, InstantSource time, ClientAddress clients, AuditTrail trail) {
        this.token = token;
        this.clients = clients;
        this.trail = trail;
        this.failures = new RequestLimiter(FAILED_MAX, WINDOW, time);
        this.noted = new RequestLimiter(NOTED_MAX, WINDOW, time);
    }

    /// Empty if the request may go on.
    Optional<Answer> refusal(ServerRequest request) {
        String address = clients.of(request);
        Optional<Duration> pause = failures.pause(address);
        if (pause.isPresent()) {
            return pause.map(Answer.TooMany::new);
        }
        if (PresentedTokens.anyIs(token, request.headers())) {
            return Optional.empty();
        }
        failures.refusal(address);
        if (noted.refusal("").isEmpty()) {
            trail.note(new AuditTrail.Entry("", address, "sign-in", "", "refused"));
        }
        LOGGER.log(
                System.Logger.Level.WARNING,
                "no valid admin token was presented: address={0}",
                address);
        return Optional.of(new Answer.Unauthorized());
    }
}
