package dev.supie.adapter.in.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;

import java.time.Duration;

/// Puts an answer into the envelope of REST-1.
final class AnswerReply {

    private AnswerReply() {}

    static void send(ServerResponse response, Answer answer) {
        switch (answer) {
            case Answer.Found(Object data) -> JsonReply.data(response, data);
            case Answer.Download download -> DownloadReply.send(response, download);
            case Answer.Wrong wrong ->
                    JsonReply.error(
                            response, Status.BAD_REQUEST_400, String.join("; ", wrong.problems()));
            case Answer.TooLarge(int bytesMax) ->
                    JsonReply.error(
                            response,
                            Status.REQUEST_ENTITY_TOO_LARGE_413,
                            "the body must be at most " + bytesMax + " bytes");
            case Answer.Unknown(String error) ->
                    JsonReply.error(response, Status.NOT_FOUND_404, error);
            case Answer.Conflict(String error) ->
                    JsonReply.error(response, Status.CONFLICT_409, error);
            case Answer.Unauthorized _ -> {
                response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
                JsonReply.error(
                        response,
                        Status.UNAUTHORIZED_401,
                        "a valid token is needed: Authorization: Bearer … or X-API-Token");
            }
            case Answer.Forbidden(String error) ->
                    JsonReply.error(response, Status.FORBIDDEN_403, error);
            case Answer.Unavailable _ -> Failures.unavailable(response);
            case Answer.TooMany(Duration pause) -> {
                response.header(HeaderNames.RETRY_AFTER, seconds(pause));
                JsonReply.error(
                        response, Status.TOO_MANY_REQUESTS_429, "too many requests, slow down");
            }
        }
    }

    /// Retry-After knows whole seconds only; rounding down would invite the next refusal.
    static String seconds(Duration wait) {
        return Long.toString(wait.plusNanos(999_999_999).toSeconds());
    }
}
