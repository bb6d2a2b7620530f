package dev.supie.adapter.out.llm;

import dev.supie.adapter.out.service.CallFailure;
import dev.supie.adapter.out.service.Refusal;
import dev.supie.adapter.out.service.ServiceReply;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// What an HTTP reply means for a draft: an answer, another JSON mode, or a failure that says what
/// to check. Pure.
sealed interface ReplyVerdict {

    /// The body is the server's answer.
    record Answered(String body) implements ReplyVerdict {}

    /// The server does not know the `response_format` it was sent.
    record JsonModeRefused() implements ReplyVerdict {}

    record Failed(CallFailure failure) implements ReplyVerdict {}

    /// What the reply means.
    ///
    /// @param now for a Retry-After that is a date
    /// @param remaining time until the draft is of no more use
    static ReplyVerdict of(ServiceReply reply, Instant now, Duration remaining) {
        if (reply.isSuccess()) {
            return new Answered(reply.body());
        }
        if (reply.status() == 400 && refusesJsonMode(reply.body())) {
            return new JsonModeRefused();
        }
        return new Failed(Refusal.of(reply, ChatModelSettings.OPERATION, now, remaining));
    }

    private static boolean refusesJsonMode(String body) {
        String text = body.toLowerCase(Locale.ROOT);
        return text.contains("response_format")
                || text.contains("json_schema")
                || text.contains("json_object");
    }
}
