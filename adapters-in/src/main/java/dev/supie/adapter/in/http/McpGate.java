package dev.supie.adapter.in.http;

import dev.supie.application.tool.Toolbox;

import io.helidon.webserver.http.ServerRequest;

import java.util.Optional;

/// Decides with which tools a request may go on: first the rate of its address (REST-1), then its
/// token. Unlike meetings over REST, nothing is open to whoever has no token, not even without
/// `server.meeting_api_token`: what tools read and change is the team's.
///
/// @param readers the token for reading, if there is one
/// @param administrators who may change things too
record McpGate(
        ToolDesk desk,
        RequestLimiter limiter,
        ClientAddress clients,
        Optional<AccessToken> readers,
        AdminGate administrators) {

    /// What came of looking at a request.
    sealed interface Entry {

        record Admitted(Toolbox toolbox) implements Entry {}

        record Refused(Answer answer) implements Entry {}
    }

    Entry enter(ServerRequest request) {
        Optional<Answer> tooFast = limiter.refusal(clients.of(request)).map(Answer.TooMany::new);
        if (tooFast.isPresent()) {
            return new Entry.Refused(tooFast.get());
        }
        if (readers.filter(token -> PresentedTokens.anyIs(token, request.headers())).isPresent()) {
            return new Entry.Admitted(desk.reading());
        }
        if (!PresentedTokens.any(request.headers())) {
            // Whoever presents nothing does not guess.
            return new Entry.Refused(new Answer.Unauthorized());
        }
        return administrators
                .refusal(request)
                .<Entry>map(Entry.Refused::new)
                .orElseGet(() -> new Entry.Admitted(desk.writing()));
    }
}
