package dev.supie.adapter.in.http;

import dev.supie.adapter.in.http.Sessions.Role;

import io.helidon.webserver.http.ServerRequest;

import java.util.Optional;

/// Decides whether a request may read meetings, or remove one (REST-1): first the rate of its
/// address, which also slows down guessing, then the token. What was presented is never logged.
final class MeetingGate {

    private final RequestLimiter limiter;
    private final Optional<AccessToken> token;
    private final ClientAddress clients;
    private final AdminGate administrators;

    /// @param token for reading; without one everybody may
    /// @param administrators who may read too, and alone may remove
    MeetingGate(
            RequestLimiter limiter,
            Optional<AccessToken> token,
            ClientAddress clients,
            AdminGate administrators) {
        this.limiter = limiter;
        this.token = token;
        this.clients = clients;
        this.administrators = administrators;
    }

    /// Empty if the request may read.
    Optional<Answer> refusal(ServerRequest request) {
        return tooFast(request).or(() -> unauthorized(request));
    }

    /// Empty if the request may remove.
    Optional<Answer> removalRefusal(ServerRequest request) {
        return tooFast(request).or(() -> administrators.refusal(request));
    }

    /// Whose request it is.
    String address(ServerRequest request) {
        return clients.of(request);
    }

    private Optional<Answer> tooFast(ServerRequest request) {
        return limiter.refusal(clients.of(request)).map(Answer.TooMany::new);
    }

    private Optional<Answer> unauthorized(ServerRequest request) {
        if (token.isEmpty() || PresentedTokens.anyIs(token.get(), request.headers())) {
            return Optional.empty();
        }
        // Whoever presents nothing does not guess; a wrong token may be a guess at the other one.
        if (PresentedTokens.any(request.headers())) {
            return administrators.refusal(request);
        }
        Optional<Role> role = administrators.role(request);
        return role.isPresent()
                ? administrators.sessionRefusal(role.get(), request)
                : Optional.of(new Answer.Unauthorized());
    }
}
