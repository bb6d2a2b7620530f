package dev.supie.adapter.out.service;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What an HTTP status other than success means for a call: a failure that says what to check.
/// Pure.
public final class Refusal {

    /// Codes that may be repeated in a message. Anything else from a server may be a quotation.
    private static final Set<String> CODES =
            Set.of(
                    "context_length_exceeded",
                    "insufficient_quota",
                    "invalid_api_key",
                    "model_not_found",
                    "rate_limit_exceeded",
                    "unsupported_parameter",
                    "unsupported_value");

    private Refusal() {}

    /// What the reply means.
    ///
    /// @param operation what we add to `base_url`, such as `/chat/completions`
    /// @param now for a Retry-After that is a date
    /// @param remaining time until the answer is of no more use
    public static CallFailure of(
            ServiceReply reply, String operation, Instant now, Duration remaining) {
        int status = reply.status();
        Optional<String> code = code(reply.body());
        String message =
                "HTTP " + status + code.map(c -> " " + c).orElse("") + advice(status, operation);
        if (!mayChange(status, code, reply)) {
            return new CallFailure.Permanent(kind(status), message);
        }
        Duration asked = RetryDelay.asked(reply.headers(), now, remaining);
        return new CallFailure.Transient(kind(status), message, asked);
    }

    private static CallFailure.Kind kind(int status) {
        return switch (status) {
            case 408 -> CallFailure.Kind.TIMEOUT;
            case 429 -> CallFailure.Kind.BUSY;
            case 413 -> CallFailure.Kind.BROKEN;
            default -> CallFailure.Kind.UNAVAILABLE;
        };
    }

    private static boolean mayChange(int status, Optional<String> code, ServiceReply reply) {
        boolean retried = status == 408 || status == 409 || status == 429 || status >= 500;
        // Waiting brings no money, and the server itself may say that it is of no use.
        boolean pointless =
                code.filter("insufficient_quota"::equals).isPresent()
                        || reply.headers().firstValue("x-should-retry").orElse("").equals("false");
        return retried && !pointless;
    }

    private static Optional<String> code(String body) {
        return CODES.stream().filter(code -> body.contains('"' + code + '"')).sorted().findFirst();
    }

    /// What to check, for a status of a handshake or of an answer.
    public static String advice(int status, String operation) {
        return switch (status) {
            case 400, 422 -> ": configuration error, check model and what its server accepts";
            case 401 -> ": configuration error, check api_key";
            case 403 -> ": configuration error, check what api_key may use";
            case 404 ->
                    operation.isEmpty()
                            ? ": configuration error, check base_url"
                            : ": configuration error, check model, and that base_url ends before "
                                    + operation;
            case 413 -> ": the request is too large for the server";
            case 429 -> ": too many requests";
            default -> other(status);
        };
    }

    private static String other(int status) {
        if (status >= 300 && status < 400) {
            return ": configuration error, base_url is redirected; give the final address";
        }
        return status >= 500 ? ": the model's server is in trouble" : ": not an answer";
    }
}
