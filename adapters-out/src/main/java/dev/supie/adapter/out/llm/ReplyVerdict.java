package dev.supie.adapter.out.llm;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What an HTTP status means for a call: an answer, another JSON mode, or a failure that says what
/// to check. Pure.
sealed interface ReplyVerdict {

    /// The body is the server's answer.
    record Answered(String body) implements ReplyVerdict {}

    /// The server does not know the `response_format` it was sent.
    record JsonModeRefused() implements ReplyVerdict {}

    record Failed(CallFailure failure) implements ReplyVerdict {}

    /// Codes that may be repeated in a message. Anything else from a server may be a quotation.
    Set<String> CODES =
            Set.of(
                    "context_length_exceeded",
                    "insufficient_quota",
                    "invalid_api_key",
                    "model_not_found",
                    "rate_limit_exceeded",
                    "unsupported_parameter",
                    "unsupported_value");

    /// What the reply means.
    ///
    /// @param now for a Retry-After that is a date
    /// @param remaining time until the draft is of no more use
    static ReplyVerdict of(ChatReply reply, Instant now, Duration remaining) {
        int status = reply.status();
        if (status >= 200 && status < 300) {
            return new Answered(reply.body());
        }
        if (status == 400 && refusesJsonMode(reply.body())) {
            return new JsonModeRefused();
        }
        Optional<String> code = code(reply.body());
        String message = "HTTP " + status + code.map(c -> " " + c).orElse("") + advice(status);
        if (!mayChange(status, code, reply)) {
            return new Failed(new CallFailure.Permanent(message));
        }
        Duration asked = RetryDelay.asked(reply.headers(), now, remaining);
        return new Failed(new CallFailure.Transient(message, asked));
    }

    private static boolean mayChange(int status, Optional<String> code, ChatReply reply) {
        boolean retried = status == 408 || status == 409 || status == 429 || status >= 500;
        // Waiting brings no money, and the server itself may say that it is of no use.
        boolean pointless =
                code.filter("insufficient_quota"::equals).isPresent()
                        || reply.headers().firstValue("x-should-retry").orElse("").equals("false");
        return retried && !pointless;
    }

    private static boolean refusesJsonMode(String body) {
        String text = body.toLowerCase(Locale.ROOT);
        return text.contains("response_format")
                || text.contains("json_schema")
                || text.contains("json_object");
    }

    private static Optional<String> code(String body) {
        return CODES.stream().filter(code -> body.contains('"' + code + '"')).sorted().findFirst();
    }

    private static String advice(int status) {
        return switch (status) {
            case 400, 422 -> ": configuration error, check model and what its server accepts";
            case 401 -> ": configuration error, check api_key";
            case 403 -> ": configuration error, check what api_key may use";
            case 404 ->
                    ": configuration error, check model, and that base_url ends before"
                            + " /chat/completions";
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
