package dev.supie.adapter.in.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;

import jakarta.json.Json;
import jakarta.json.JsonValue;

import java.time.Duration;
import java.util.Optional;

/// Why a request under `/v1/` is not answered, in the form that clients of OpenAI read:
/// `{"error":{"message","type","param","code"}}`.
///
/// @param message for people, without secrets
/// @param parameter what is wrong with the request, by its name there
/// @param code for programs
/// @param retryAfter when it is worth another try
record AudioProblem(
        Status status,
        String message,
        Optional<String> parameter,
        Optional<String> code,
        Optional<Duration> retryAfter) {

    /// Whoever is not ready is being loaded, or somebody has to do something about it.
    private static final Duration UNTIL_READY = Duration.ofSeconds(5);

    static AudioProblem wrong(String parameter, String message) {
        return new AudioProblem(
                Status.BAD_REQUEST_400,
                message,
                Optional.of(parameter),
                Optional.of("invalid_value"),
                Optional.empty());
    }

    static AudioProblem tooLarge(int bytesMax) {
        return new AudioProblem(
                Status.REQUEST_ENTITY_TOO_LARGE_413,
                "the body must be at most " + bytesMax + " bytes",
                Optional.empty(),
                Optional.of("request_too_large"),
                Optional.empty());
    }

    static AudioProblem unknownModel(String message) {
        return new AudioProblem(
                Status.NOT_FOUND_404,
                message,
                Optional.of("model"),
                Optional.of("model_not_found"),
                Optional.empty());
    }

    static AudioProblem busy(Duration pause) {
        return new AudioProblem(
                Status.TOO_MANY_REQUESTS_429,
                "too many requests, slow down",
                Optional.empty(),
                Optional.of("rate_limit_exceeded"),
                Optional.of(pause));
    }

    static AudioProblem unavailable(String message) {
        return new AudioProblem(
                Status.SERVICE_UNAVAILABLE_503,
                message,
                Optional.empty(),
                Optional.of("not_ready"),
                Optional.of(UNTIL_READY));
    }

    static AudioProblem broken(String message) {
        return new AudioProblem(
                Status.INTERNAL_SERVER_ERROR_500,
                message,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// Whatever the web server has to say.
    static AudioProblem of(Status status, String message) {
        return new AudioProblem(
                status, message, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// What a gate has to say.
    static AudioProblem of(Answer refusal) {
        return switch (refusal) {
            case Answer.Unauthorized _ ->
                    new AudioProblem(
                            Status.UNAUTHORIZED_401,
                            "the admin token is needed: Authorization: Bearer …",
                            Optional.empty(),
                            Optional.of("invalid_api_key"),
                            Optional.empty());
            case Answer.TooMany(Duration pause) -> busy(pause);
            case Answer.Forbidden(String error) -> of(Status.FORBIDDEN_403, error);
            case Answer.Found _,
                    Answer.Download _,
                    Answer.Wrong _,
                    Answer.TooLarge _,
                    Answer.Unknown _,
                    Answer.Conflict _,
                    Answer.Unavailable _ ->
                    throw new IllegalStateException("no gate says " + refusal);
        };
    }

    void send(ServerResponse response) {
        retryAfter.ifPresent(
                pause -> response.header(HeaderNames.RETRY_AFTER, AnswerReply.seconds(pause)));
        if (status.equals(Status.UNAUTHORIZED_401)) {
            response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
        }
        JsonReply.sendText(response, status, body());
    }

    private String body() {
        var error =
                Json.createObjectBuilder()
                        .add("message", message)
                        .add("type", type())
                        .add("param", orNull(parameter))
                        .add("code", orNull(code));
        return Json.createObjectBuilder().add("error", error).build().toString();
    }

    private String type() {
        if (status.code() == Status.TOO_MANY_REQUESTS_429.code()) {
            return "rate_limit_error";
        }
        return status.code() < Status.INTERNAL_SERVER_ERROR_500.code()
                ? "invalid_request_error"
                : "server_error";
    }

    private static JsonValue orNull(Optional<String> text) {
        return text.<JsonValue>map(Json::createValue).orElse(JsonValue.NULL);
    }
}
