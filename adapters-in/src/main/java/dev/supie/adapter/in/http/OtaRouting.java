package dev.supie.adapter.in.http;

import dev.supie.domain.kernel.IdText;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

/// Where badges ask for their server (OTA-1): `/supie/ota/` and, for stock firmware,
/// `/xiaozhi/ota/`, each with and without the last `/`. Asking changes nothing.
final class OtaRouting {

    /// A badge with a 30 kB partition table fits (T02); a larger body is answered with 413.
    static final int BODY_BYTES_MAX = 64 * 1024;

    private static final System.Logger LOGGER = System.getLogger(OtaRouting.class.getName());

    private static final List<String> PREFIXES = List.of("/supie/", "/xiaozhi/");

    private final BadgeAddress address;
    private final ZoneOffset timezone;
    private final InstantSource time;

    OtaRouting(BadgeAddress address, ZoneOffset timezone, InstantSource time) {
        this.address = address;
        this.timezone = timezone;
        this.time = time;
    }

    void install(HttpRouting.Builder routing) {
        for (String prefix : PREFIXES) {
            String path = prefix + "ota[/]";
            routing.any(path, OtaRouting::allowAnyOrigin)
                    .options(path, OtaRouting::preflight)
                    .get(path, tell(prefix))
                    .post(path, answer(prefix));
        }
    }

    /// A browser page that plays a badge comes from any origin (T04), and nothing here is secret.
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
                case BoundedBody.TooLarge _ -> refuseSize(response);
                case BoundedBody.Complete(String body) ->
                        answer(prefix, OtaIdentity.of(request), body, response);
            }
        };
    }

    private void answer(String prefix, IdText device, String body, ServerResponse response) {
        switch (device) {
            case IdText.Absent _ -> refuse(response, "missing: Device-Id header");
            case IdText.Refused(String reason) -> refuse(response, "Device-Id: " + reason);
            case IdText.Usable(String id) -> answer(prefix, id, body, response);
        }
    }

    private void answer(String prefix, String device, String body, ServerResponse response) {
        switch (OtaQuestion.read(body)) {
            case OtaQuestion.Unintelligible(String reason) -> refuse(response, reason);
            case OtaQuestion.Understood(String version) -> {
                LOGGER.log(
                        System.Logger.Level.INFO,
                        "OTA asked device={0} version={1}",
                        device,
                        version);
                var answer =
                        OtaAnswer.of(time.instant(), timezone, version, address.urlUnder(prefix));
                JsonReply.send(response, Status.OK_200, answer);
            }
        }
    }

    private static void refuse(ServerResponse response, String reason) {
        JsonReply.error(response, Status.BAD_REQUEST_400, reason);
    }

    private static void refuseSize(ServerResponse response) {
        JsonReply.error(
                response,
                Status.REQUEST_ENTITY_TOO_LARGE_413,
                "the body must be at most " + BODY_BYTES_MAX + " bytes");
    }
}
