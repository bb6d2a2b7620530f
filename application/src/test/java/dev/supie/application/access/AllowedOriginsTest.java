package dev.supie.application.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// AUTH-4: which web pages may connect.
final class AllowedOriginsTest {

    @ParameterizedTest
    @CsvSource({
        "http://badge.example,         badge.example,       true",
        "http://badge.example:8003,    badge.example:8004,  true",
        "HTTPS://BADGE.example,        Badge.Example:8004,  true",
        "http://192.168.1.20:8003,     192.168.1.20,        true",
        "http://[::1]:8003,            [::1]:8004,          true",
        "http://[2001:DB8::1],         [2001:db8::1],       true",
        "http://evil.example,          badge.example,       false",
        "http://badge.example.evil,    badge.example,       false",
        "http://evilbadge.example,     badge.example,       false",
        "http://badge.example@evil,    badge.example,       false",
        "http://badge.example/,        badge.example,       false",
        "http://badge.example evil,    badge.example,       false",
        "http://a.example:99999999,    a.example,           false",
        "badge.example,                badge.example,       false",
        "://badge.example,             badge.example,       false",
        "http://,                      '',                  false",
        "http://[::1],                 '[::1',              false",
        "file://badge.example,         evil.example,        false"
    })
    void byDefaultOnlyPagesOfTheSameHost(String origin, String host, boolean allowed) {
        var rule = new AllowedOrigins.SameHost();
        assertEquals(allowed, rule.allow(Optional.of(origin), Optional.of(host)));
    }

    @Test
    void withoutAHostNoPageIsOfTheSameHost() {
        var rule = new AllowedOrigins.SameHost();
        assertEquals(false, rule.allow(Optional.of("http://a.example"), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "https://console.example,       true",
        "https://console.example:443,   true",
        "https://Console.Example,       true",
        "http://console.example,        false",
        "https://console.example:8443,  false",
        "http://local.example:3000,     true",
        "http://local.example,          false",
        "app://localhost,               true",
        "http://badge.example,          false"
    })
    void aListReplacesTheDefault(String origin, boolean allowed) {
        var rule =
                listed("https://console.example", "http://local.example:3000", "app://localhost");
        assertEquals(allowed, rule.allow(Optional.of(origin), Optional.of("badge.example")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "NULL", "file://"})
    void whatSaysNothingIsLeftToTheCredential(String origin) {
        assertEquals(true, listed().allow(Optional.of(origin), Optional.of("badge.example")));
    }

    @Test
    void badgesSendNoOrigin() {
        assertEquals(true, listed().allow(Optional.empty(), Optional.of("badge.example")));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example:443, https://a.example",
        "http://A.example:80, http://a.example",
        "http://a.example:81, http://a.example:81",
        "app://x, app://x"
    })
    void anOriginIsWrittenAsBrowsersDo(String text, String written) {
        assertEquals(Optional.of(written), WebOrigin.of(text).map(WebOrigin::toString));
    }

    private static AllowedOrigins listed(String... origins) {
        Set<WebOrigin> known =
                Stream.of(origins)
                        .map(WebOrigin::of)
                        .map(Optional::orElseThrow)
                        .collect(Collectors.toSet());
        return new AllowedOrigins.Listed(known);
    }
}
