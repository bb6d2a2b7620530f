package dev.supie.adapter.in.http;

import java.time.Duration;
import java.util.List;

/// What a request to read meetings comes to (REST-1).
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

    /// 404: there is no such meeting.
    record Unknown() implements Answer {}

    /// 401: a token is needed, and none that is good was presented.
    record Unauthorized() implements Answer {}

    /// 429: the address asks too fast.
    ///
    /// @param pause until the next request can be admitted
    record TooMany(Duration pause) implements Answer {}
}
