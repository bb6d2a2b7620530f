package dev.supie.adapter.in.http;

import io.helidon.http.ServerRequestHeaders;
import io.helidon.webserver.http.ServerRequest;

import java.util.Optional;

/// Decides whether a request may read meetings (REST-1): first the rate of its address, which also
/// slows down guessing, then the token. What was presented is never logged.
final class MeetingGate {

    private final RequestLimiter limiter;
    private final Optional<AccessToken> token;
    private final ClientAddress clients;

    MeetingGate(RequestLimiter limiter, Optional<AccessToken> token, ClientAddress clients) {
        this.limiter = limiter;
        this.token = token;
        this.clients = clients;
    }

    /// Empty if the request may go on.
    Optional<Answer> refusal(ServerRequest request) {
        return limiter.refusal(clients.of(request))
                .<Answer>map(Answer.TooMany::new)
                .or(() -> unauthorized(request.headers()));
    }

    private Optional<Answer> unauthorized(ServerRequestHeaders headers) {
        boolean admitted = token.isEmpty() || PresentedTokens.anyIs(token.get(), headers);
        return admitted ? Optional.empty() : Optional.of(new Answer.Unauthorized());
    }
}
