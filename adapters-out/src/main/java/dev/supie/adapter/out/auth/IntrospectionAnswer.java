package dev.supie.adapter.out.auth;

import com.nimbusds.jose.util.JSONObjectUtils;

import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What an introspection server says of a token (RFC 7662 §2.2).
sealed interface IntrospectionAnswer {

    /// @param subject whose it is, if the server says so
    /// @param end when it stops being good, if the server says so
    record Active(Optional<String> subject, Optional<Instant> end) implements IntrospectionAnswer {}

    record Inactive() implements IntrospectionAnswer {}

    /// Only `"active": true`, as a boolean, is a yes.
    static IntrospectionAnswer read(String json) throws NoAnswerException {
        try {
            Map<String, Object> answer = JSONObjectUtils.parse(json);
            if (!answer.containsKey("active")) {
                throw new NoAnswerException("the answer does not say whether it is active");
            }
            return JSONObjectUtils.getBoolean(answer, "active")
                    ? new Active(subject(answer), end(answer))
                    : new Inactive();
        } catch (ParseException | DateTimeException _) {
            throw new NoAnswerException("the answer is not what RFC 7662 says");
        }
    }

    private static Optional<String> subject(Map<String, Object> answer) throws ParseException {
        return Optional.ofNullable(JSONObjectUtils.getString(answer, "sub"));
    }

    private static Optional<Instant> end(Map<String, Object> answer) throws ParseException {
        return answer.get("exp") == null
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(JSONObjectUtils.getLong(answer, "exp")));
    }
}
