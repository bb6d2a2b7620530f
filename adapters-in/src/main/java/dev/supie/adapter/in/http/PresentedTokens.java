package dev.supie.adapter.in.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The tokens that a request presents (REST-1): `Authorization: Bearer …` or `X-API-Token`.
final class PresentedTokens {

    private static final HeaderName API_TOKEN = HeaderNames.create("X-API-Token");
    private static final String BEARER = "bearer ";

    private PresentedTokens() {}

    static boolean any(ServerRequestHeaders headers) {
        return all(headers).findAny().isPresent();
    }

    static boolean anyIs(AccessToken token, ServerRequestHeaders headers) {
        return all(headers).anyMatch(token::matches);
    }

    private static Stream<String> all(ServerRequestHeaders headers) {
        return Stream.of(bearer(headers), headers.first(API_TOKEN)).flatMap(Optional::stream);
    }

    private static Optional<String> bearer(ServerRequestHeaders headers) {
        return headers.first(HeaderNames.AUTHORIZATION)
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()).strip());
    }
}
