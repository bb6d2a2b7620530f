package dev.supie.adapter.in.http;

import java.time.Duration;
import java.util.List;

/// What a request to REST comes to (REST-1).
sealed interface Answer {

    /// 200: here it is.
    ///
    /// @param data a body record, or a list of them
    record Found(Object data) implements Answer {}

    /// 400: the request names something that cannot be; each problem names its parameter.
    record Wrong(List<String> problems) implements Answer {
        public Wrong {
            problems = List.copyOf(problems);
        }
    }

    /// 413: the body is too large.
    record TooLarge(int bytesMax) implements Answer {}

    /// 404: there is no such thing.
    record Unknown(String error) implements Answer {}

    /// 409: what is asked for is not clear as things stand.
    record Conflict(String error) implements Answer {}

    /// 401: a token is needed, and none that is good was presented.
    record Unauthorized() implements Answer {}

    /// 429: the address asks too fast.
    ///
    /// @param pause until the next request can be admitted
    record TooMany(Duration pause) implements Answer {}
}
