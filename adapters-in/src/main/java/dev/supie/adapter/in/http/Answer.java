package dev.supie.adapter.in.http;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;

/// What a request to REST comes to (REST-1).
sealed interface Answer {

    /// 200: here it is.
    ///
    /// @param data a body record, or a list of them
    record Found(Object data) implements Answer {}

    /// 200: a file, however long, written while it is made. If making it fails the connection
    /// breaks off, so that nobody takes a part for the whole.
    ///
    /// @param disposition the value of `Content-Disposition`
    record Download(String contentType, String disposition, Body body) implements Answer {}

    /// Writes a file.
    @FunctionalInterface
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

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

    /// 403: not from there.
    record Forbidden(String error) implements Answer {}

    /// 503: the store failed; whether anything was done is unknown.
    record Unavailable() implements Answer {}

    /// 429: the address asks too fast.
    ///
    /// @param pause until the next request can be admitted
    record TooMany(Duration pause) implements Answer {}
}
