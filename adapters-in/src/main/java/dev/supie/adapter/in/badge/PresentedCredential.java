package dev.supie.adapter.in.badge;

import dev.supie.adapter.in.websocket.HandshakeRequest;
import dev.supie.application.access.port.Credential;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// HS-2, T12: what a handshake presents as its credential. A pure function.
///
/// The header `Authorization: Bearer …` comes before `authorization` and `token` of the query,
/// where the word Bearer may be left out and everything may be percent-encoded. The first that is
/// not empty counts.
final class PresentedCredential {

    private static final Pattern BEARER = Pattern.compile("(?i)bearer(?:\\s+(.*))?");

    /// A form would write the space after the word so; anywhere else a plus is part of the token.
    private static final Pattern BEARER_PLUS = Pattern.compile("(?i)^bearer\\++");

    private static final List<String> QUERY_NAMES = List.of("authorization", "token");

    private PresentedCredential() {}

    static Optional<Credential> of(HandshakeRequest request) {
        Stream<String> inHeader =
                request.headers().getOrDefault("authorization", List.of()).stream()
                        .map(String::strip)
                        .map(BEARER::matcher)
                        .filter(Matcher::matches)
                        .map(PresentedCredential::afterTheWord);
        Stream<String> inQuery =
                QUERY_NAMES.stream()
                        .flatMap(name -> inQuery(request, name))
                        .map(PresentedCredential::decoded)
                        .map(PresentedCredential::withoutTheWord);
        return Stream.concat(inHeader, inQuery)
                .map(String::strip)
                .filter(token -> !token.isEmpty())
                .findFirst()
                .map(Credential::new);
    }

    private static Stream<String> inQuery(HandshakeRequest request, String name) {
        return request.query().entrySet().stream()
                .filter(parameter -> parameter.getKey().equalsIgnoreCase(name))
                .flatMap(parameter -> parameter.getValue().stream());
    }

    private static String decoded(String raw) {
        String text = BEARER_PLUS.matcher(raw).replaceFirst("bearer%20").replace("+", "%2B");
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8).strip();
        } catch (IllegalArgumentException _) {
            // A percent sign that starts no escape: somebody put a raw token there.
            return raw.strip();
        }
    }

    private static String withoutTheWord(String text) {
        Matcher bearer = BEARER.matcher(text);
        return bearer.matches() ? afterTheWord(bearer) : text;
    }

    private static String afterTheWord(Matcher bearer) {
        return Optional.ofNullable(bearer.group(1)).orElse("");
    }
}
