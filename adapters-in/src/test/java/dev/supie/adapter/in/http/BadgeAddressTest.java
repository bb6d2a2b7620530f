package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The URL that is handed out (NET-3).
class BadgeAddressTest {

    private static final Optional<String> NONE = Optional.empty();

    private static String url(AddressSettings settings, String prefix) {
        return new BadgeAddress(settings, () -> "10.1.2.3", () -> 8004).urlUnder(prefix);
    }

    private static AddressSettings bound(String address) {
        return new AddressSettings(NONE, NONE, address, Wiring.BOTH_PATHS, false);
    }

    private static AddressSettings serving(String... paths) {
        return new AddressSettings(NONE, NONE, "0.0.0.0", List.of(paths), false);
    }

    private static AddressSettings advertising(String host) {
        return new AddressSettings(NONE, Optional.of(host), "10.9.9.9", Wiring.BOTH_PATHS, false);
    }

    private static AddressSettings overridden(String url) {
        return new AddressSettings(
                Optional.of(url), Optional.of("192.168.1.1"), "0.0.0.0", Wiring.BOTH_PATHS, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "", "*", "::1", "fe80::1"})
    void detectedAddressIsHandedOutIfTheListenerIsBoundToNoOtherUsableOne(String address) {
        assertEquals("ws://10.1.2.3:8004/supie/v1/", url(bound(address), "/supie/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "192.168.5.5", "localhost"})
    void addressOfTheListenerBeatsTheDetectedOne(String address) {
        assertEquals("ws://" + address + ":8004/supie/v1/", url(bound(address), "/supie/"));
    }

    @Test
    void advertisedAddressBeatsTheListenersOwn() {
        assertEquals(
                "ws://badges.lan:8004/xiaozhi/v1/", url(advertising("badges.lan"), "/xiaozhi/"));
    }

    @Test
    void listenerWithTlsIsHandedOutAsSuch() {
        AddressSettings secure =
                new AddressSettings(NONE, NONE, "0.0.0.0", Wiring.BOTH_PATHS, true);

        assertEquals("wss://10.1.2.3:8004/supie/v1/", url(secure, "/supie/"));
    }

    @Test
    void configuredUrlBeatsEverything() {
        String configured = "wss://supie.example/badge?room=1";

        assertEquals(configured, url(overridden(configured), "/supie/"));
        assertEquals(configured, url(overridden(configured), "/xiaozhi/"));
    }

    @ParameterizedTest
    @CsvSource({
        "/supie/, /supie/v1/, /supie/v1/",
        "/xiaozhi/, /supie/v1/, /supie/v1/",
        "/supie/, /xiaozhi/v1/, /xiaozhi/v1/",
        "/xiaozhi/, /, /"
    })
    void onlyPathsThatAreServedAreHandedOut(String prefix, String served, String handedOut) {
        assertEquals("ws://10.1.2.3:8004" + handedOut, url(serving(served), prefix));
    }

    @Test
    void lineForPeopleNamesTheFirstPath() {
        var address = new BadgeAddress(serving("/a/", "/supie/v1/"), () -> "10.1.2.3", () -> 8004);

        assertEquals("ws://10.1.2.3:8004/a/", address.url());
    }

    @Test
    void portIsAskedForAtEachAnswer() {
        var port = new AtomicInteger();
        var address = new BadgeAddress(bound("0.0.0.0"), () -> "10.1.2.3", port::get);

        port.set(40_001);

        assertEquals("ws://10.1.2.3:40001/supie/v1/", address.url());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "fe80::1", "[::1]", "10.1.2.3:8004", "ws://host", "a/b", "ä"})
    void hostThatFirmwareCannotParseIsRefused(String host) {
        assertThrows(IllegalArgumentException.class, () -> advertising(host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://host/", "host:8004/supie/v1/", "ws://", "ws://a b/"})
    void textThatIsNoWebSocketUrlIsRefused(String url) {
        assertThrows(IllegalArgumentException.class, () -> overridden(url));
    }

    @Test
    void urlAtTheLimitIsFineAndOneCharacterMoreIsRefused() {
        String longest = "ws://" + "a".repeat(AddressSettings.URL_CHARS_MAX - 5);

        assertEquals(longest, url(overridden(longest), "/supie/"));
        assertThrows(IllegalArgumentException.class, () -> overridden(longest + "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "supie/v1/", "/supie/v1", "/supie:8/", "/a b/", "//"})
    void textThatIsNoServedPathIsRefused(String path) {
        assertThrows(IllegalArgumentException.class, () -> serving(path));
    }

    @Test
    void thereMustBeAPath() {
        assertThrows(IllegalArgumentException.class, BadgeAddressTest::serving);
    }
}
