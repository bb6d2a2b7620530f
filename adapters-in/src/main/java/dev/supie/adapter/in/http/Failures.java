package dev.supie.adapter.in.http;

import dev.supie.application.meeting.port.StoreException;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// What a caller sees when something broke: a status and a fixed sentence. The details go to the
/// log only; left to the web server, exception messages would reach the caller.
final class Failures {

    private static final System.Logger LOGGER = System.getLogger(Failures.class.getName());

    /// Seconds; a store that is down rarely comes back within one.
    private static final String RETRY_AFTER = "5";

    private Failures() {}

    static void install(HttpRouting.Builder routing) {
        routing.error(StoreException.class, Failures::storeFailed)
                .error(HttpException.class, Failures::refused)
                .error(RuntimeException.class, Failures::broken);
    }

    private static void storeFailed(
            ServerRequest request, ServerResponse response, StoreException failure) {
        LOGGER.log(System.Logger.Level.WARNING, "the store failed " + where(request), failure);
        unavailable(response);
    }

    static void unavailable(ServerResponse response) {
        response.header(HeaderNames.RETRY_AFTER, RETRY_AFTER);
        JsonReply.error(
                response,
                Status.SERVICE_UNAVAILABLE_503,
                "the store is not available, try again later");
    }

    private static void refused(
            ServerRequest request, ServerResponse response, HttpException refusal) {
        LOGGER.log(System.Logger.Level.DEBUG, "refused " + where(request), refusal);
        if (!refusal.keepAlive()) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        ErrorReply.send(request, response, refusal.status());
    }

    private static void broken(
            ServerRequest request, ServerResponse response, RuntimeException failure) {
        LOGGER.log(System.Logger.Level.ERROR, "a request failed " + where(request), failure);
        ErrorReply.send(request, response, Status.INTERNAL_SERVER_ERROR_500);
    }

    /// Method and path; a query may hold credentials and is left out.
    private static String where(ServerRequest request) {
        return request.prologue().method() + " " + request.prologue().uriPath().rawPath();
    }
}
