package dev.supie.adapter.in.http;

import dev.supie.application.enrolment.Enrolments;
import dev.supie.application.enrolment.Enrolments.Question;
import dev.supie.application.enrolment.Enrolments.Standing;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Where badges ask for their server (OTA-1): `/supie/ota/` and, for stock firmware,
/// `/xiaozhi/ota/`, each with and without the last `/`, and `activate` below them. Who has to be
/// approved first begins to wait by asking; otherwise asking changes nothing.
final class OtaRouting {

    /// A badge with a 30 kB partition table fits (T02); a larger body is answered with 413.
    static final int BODY_BYTES_MAX = 64 * 1024;

    private static final System.Logger LOGGER = System.getLogger(OtaRouting.class.getName());

    private static final List<String> PREFIXES = List.of("/supie/", "/xiaozhi/");

    /// Seconds; firmware doubles its own pause from there.
    private static final String RETRY_AFTER = "10";

    private final BadgeAddress address;
    private final ZoneOffset timezone;
    private final InstantSource time;
    private final Enrolments enrolments;
    private final ActivationRouting activation;

    OtaRouting(
            BadgeAddress address, ZoneOffset timezone, InstantSource time, Enrolments enrolments) {
        this.address = address;
        this.timezone = timezone;
        this.time = time;
        this.enrolments = enrolments;
        this.activation = new ActivationRouting(enrolments);
    }

    void install(HttpRouting.Builder routing) {
        for (String prefix : PREFIXES) {
            String path = prefix + "ota[/]";
            routing.any(path, OtaRouting::allowAnyOrigin)
                    .options(path, OtaRouting::preflight)
                    .get(path, tell(prefix))
                    .post(path, answer(prefix));
            String activate = prefix + "ota/activate[/]";
            routing.any(activate, OtaRouting::allowAnyOrigin)
                    .options(activate, OtaRouting::preflight)
                    .post(activate, activation::answer);
        }
    }

    /// A browser page that plays a badge comes from any origin (T04). What is secret here, a token,
    /// is told only to a page that knows the badge's client id.
    private static void allowAnyOrigin(ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*").next();
    }

    private static void preflight(ServerRequest request, ServerResponse response) {
        response.status(Status.NO_CONTENT_204)
                .header(HeaderNames.ALLOW, "GET, POST, OPTIONS")
                .header(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, OPTIONS")
                .header(
                        HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS,
                        "accept-language, activation-version, authorization, client-id,"
                                + " content-type, device-id, serial-number")
                .header(HeaderNames.ACCESS_CONTROL_MAX_AGE, "86400")
                .send();
    }

    private Handler tell(String prefix) {
        return (_, response) ->
                PlainReply.send(
                        response,
                        Status.OK_200,
                        "WebSocket address: " + address.urlUnder(prefix) + "\n");
    }

    private Handler answer(String prefix) {
        return (request, response) -> {
            // The body comes first, so that a refusal never leaves unread bytes on the connection.
            switch (BoundedBody.read(request, BODY_BYTES_MAX)) {
                case BoundedBody.TooLarge _ ->
                        AnswerReply.send(response, new Answer.TooLarge(BODY_BYTES_MAX));
                case BoundedBody.Complete(String body) -> answer(prefix, body, request, response);
            }
        };
    }

    private void answer(
            String prefix, String body, ServerRequest request, ServerResponse response) {
        switch (OtaAsker.of(request)) {
            case OtaAsker.Wrong(String reason) -> refuse(response, reason);
            case OtaAsker.Known(Question question) -> {
                switch (OtaQuestion.read(body)) {
                    case OtaQuestion.Unintelligible(String reason) -> refuse(response, reason);
                    case OtaQuestion.Understood(String version) -> {
                        LOGGER.log(
                                System.Logger.Level.INFO,
                                "OTA asked device={0} version={1}",
                                question.device(),
                                version);
                        answer(prefix, question, version, request, response);
                    }
                }
            }
        }
    }

    private void answer(
            String prefix,
            Question question,
            String version,
            ServerRequest request,
            ServerResponse response) {
        String url = address.urlUnder(prefix);
        switch (enrolments.ask(question)) {
            case Standing.Open _ -> send(response, version, Optional.empty(), url, "");
            case Standing.Admitted(String token) ->
                    send(response, version, Optional.empty(), url, token);
            case Standing.Waiting waiting -> {
                String language = request.headers().first(HeaderNames.ACCEPT_LANGUAGE).orElse("");
                send(
                        response,
                        version,
                        Optional.of(OtaAnswer.Activation.of(waiting, language)),
                        url,
                        "");
            }
            // Without a code it goes on booting; what it opens then is refused (HS-2).
            case Standing.Refused _ -> send(response, version, Optional.empty(), url, "");
            case Standing.Nameless _ -> refuse(response, "missing: Client-Id header");
            case Standing.Full _ -> {
                response.header(HeaderNames.RETRY_AFTER, RETRY_AFTER);
                JsonReply.error(
                        response,
                        Status.SERVICE_UNAVAILABLE_503,
                        "too many badges wait for approval, try again later");
            }
        }
    }

    private void send(
            ServerResponse response,
            String version,
            Optional<OtaAnswer.Activation> activation,
            String url,
            String token) {
        JsonReply.send(
                response,
                Status.OK_200,
                OtaAnswer.of(
                        OtaAnswer.ServerTime.of(time.instant(), timezone),
                        version,
                        activation,
                        new OtaAnswer.WebSocket(url, token)));
    }

    private static void refuse(ServerResponse response, String reason) {
        JsonReply.error(response, Status.BAD_REQUEST_400, reason);
    }
}
