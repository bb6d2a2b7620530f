package dev.supie.bootstrap.webhook;

import java.util.Optional;
import java.util.function.Function;

/// A post as it came. Not a record, because of the bytes.
final class Post {

    private final String target;
    private final Function<String, Optional<String>> headers;
    private final byte[] body;

    /// @param headers the value of a header by its name, if it was there
    Post(String target, Function<String, Optional<String>> headers, byte[] body) {
        this.target = target;
        this.headers = headers;
        this.body = body.clone();
    }

    String target() {
        return target;
    }

    Optional<String> header(String name) {
        return headers.apply(name);
    }

    byte[] body() {
        return body.clone();
    }
}
