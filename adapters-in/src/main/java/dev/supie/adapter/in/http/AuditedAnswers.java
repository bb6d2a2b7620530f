package dev.supie.adapter.in.http;

import dev.supie.application.administration.port.AuditTrail;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.kernel.DeviceId;

import io.helidon.webserver.http.ServerRequest;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/// Writes down what an administrator has changed, or tried to, with what came of it.
record AuditedAnswers(AuditTrail trail, ClientAddress clients) {

    private static final System.Logger LOGGER = System.getLogger(AuditedAnswers.class.getName());

    /// There is one secret that opens administration, and it is never written anywhere.
    private static final String BY_TOKEN = "admin-token";

    /// A browser in which somebody has signed in with it.
    private static final String BY_SESSION = "session";

    /// Makes the change, and notes it, whatever comes of it.
    ///
    /// @param target what it is about, given the answer; empty if there is no such thing
    Answer change(
            ServerRequest request,
            String action,
            Supplier<Answer> change,
            Function<Answer, String> target) {
        Answer answer;
        try {
            answer = change.get();
        } catch (StoreException failure) {
            LOGGER.log(System.Logger.Level.WARNING, "the store failed on " + action, failure);
            answer = new Answer.Unavailable();
        }
        note(request, action, target.apply(answer), result(answer));
        return answer;
    }

    void note(ServerRequest request, String action, String target, String result) {
        String who = PresentedTokens.any(request.headers()) ? BY_TOKEN : BY_SESSION;
        trail.note(new AuditTrail.Entry(who, clients.of(request), action, shown(target), result));
    }

    /// The badge that a body names; whoever gives its code instead has seen it.
    static String target(String body, Answer answer) {
        if (answer instanceof Answer.Found(List<?> devices)
                && !devices.isEmpty()
                && devices.getFirst() instanceof DeviceBody device) {
            return device.deviceId();
        }
        return switch (TextMembers.read(body, "")) {
            case TextMembers.Unintelligible _ -> "";
            case TextMembers.Understood(Map<String, String> texts) ->
                    texts.getOrDefault("deviceId", texts.getOrDefault("code", ""));
        };
    }

    /// Nobody may fill the trail with a text of his own.
    private static String shown(String target) {
        return target.length() <= DeviceId.LENGTH_MAX
                ? target
                : target.substring(0, DeviceId.LENGTH_MAX) + "…";
    }

    private static String result(Answer answer) {
        return switch (answer) {
            case Answer.Found _, Answer.Download _ -> "done";
            case Answer.Wrong _, Answer.TooLarge _ -> "malformed";
            case Answer.Unknown _ -> "unknown";
            case Answer.Conflict _ -> "conflict";
            case Answer.Unauthorized _, Answer.Forbidden _, Answer.TooMany _ -> "refused";
            case Answer.Unavailable _ -> "failed";
        };
    }
}
