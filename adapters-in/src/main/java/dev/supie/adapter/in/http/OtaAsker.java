package dev.supie.adapter.in.http;

import dev.supie.application.enrolment.Enrolments.Question;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.IdText;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;

/// The badge behind a request to OTA (HS-1, T03).
sealed interface OtaAsker {

    record Known(Question question) implements OtaAsker {}

    /// It names itself in no way, or in one that must not be used.
    record Wrong(String reason) implements OtaAsker {}

    static OtaAsker of(ServerRequest request) {
        return switch (OtaIdentity.device(request)) {
            case IdText.Absent _ -> new Wrong("missing: Device-Id header");
            case IdText.Refused(String reason) -> new Wrong("Device-Id: " + reason);
            case IdText.Usable(String id) -> {
                String client =
                        switch (OtaIdentity.client(request)) {
                            case IdText.Usable(String value) -> value;
                            // As at the handshake: a bad client id is none.
                            case IdText.Absent _, IdText.Refused _ -> "";
                        };
                yield new Known(new Question(new DeviceId(id), client, about(request)));
            }
        };
    }

    /// For the administrator: what it is and where it stands.
    private static String about(ServerRequest request) {
        String agent = request.headers().first(HeaderNames.USER_AGENT).orElse("");
        String known = agent.replaceAll("[\\p{Cc}\\p{Cf}]", " ").strip();
        String shown = known.length() > AGENT_MAX ? known.substring(0, AGENT_MAX) : known;
        return (shown + " at " + request.remotePeer().host()).strip();
    }

    /// Leaves room for the longest address.
    int AGENT_MAX = 64;
}
