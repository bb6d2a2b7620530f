package dev.supie.adapter.out.webhook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class WebhookSettingsTest {

    private static WebhookSettings settings(String url, boolean allowPrivate) {
        return new WebhookSettings(URI.create(url), Optional.empty(), List.of(), allowPrivate);
    }

    @ParameterizedTest
    @CsvSource({
        "https://hooks.example.com/a?b=c, hooks.example.com, 443",
        "HTTP://hooks.example.com, hooks.example.com, 80",
        "http://hooks.example.com:8080/, hooks.example.com, 8080",
        "https://[2606:4700::1111]:1/, 2606:4700::1111, 1",
        "https://8.8.8.8/, 8.8.8.8, 443"
    })
    void whereItIs(String url, String host, int port) {
        WebhookSettings settings = settings(url, false);
        assertEquals(host, settings.host());
        assertEquals(port, settings.port());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://hooks.example.com/",
                "file:///etc/passwd",
                "/hooks",
                "https:///hooks",
                "https://user@hooks.example.com/",
                "https://user:pass@hooks.example.com/",
                "https://hooks.example.com/#part",
                "https://hooks.example.com:0/",
                "https://hooks.example.com:65536/",
            })
    void urlsThatAreRefused(String url) {
        assertThrows(IllegalArgumentException.class, () -> settings(url, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "http://LOCALHOST/",
                "http://hooks.localhost/",
                "http://127.0.0.1/",
                "http://10.1.2.3:8080/",
                "http://192.168.1.1/",
                "http://169.254.169.254/latest/",
                "http://100.64.0.1/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[fe80::1]/",
                "http://[fd00::1]/",
                "http://[64:ff9b::7f00:1]/",
            })
    void privateHostsNeedToBeAllowed(String url) {
        assertThrows(IllegalArgumentException.class, () -> settings(url, false));
        assertDoesNotThrow(() -> settings(url, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://0.0.0.0/",
                "http://255.255.255.255/",
                "http://224.0.0.1/",
                "http://[::]/",
                "http://[ff02::1]/",
            })
    void hostsThatAreNobodysAreNeverAllowed(String url) {
        assertThrows(IllegalArgumentException.class, () -> settings(url, true));
    }

    /// Whether or not a URL's parser takes them for a host, nothing of this machine is behind them.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://0177.0.0.1/",
                "http://0x7f000001/",
                "http://127.1/",
            })
    void oldFormsOfThisMachineAreRefused(String url) {
        assertThrows(IllegalArgumentException.class, () -> settings(url, false));
    }

    @Test
    void headersAreFewAndDifferent() {
        var header = new ExtraHeader("X-A", "1");
        List<ExtraHeader> twice = List.of(header, new ExtraHeader("x-a", "2"));
        List<ExtraHeader> many =
                IntStream.rangeClosed(0, WebhookSettings.HEADERS_MAX)
                        .mapToObj(number -> new ExtraHeader("X-" + number, "1"))
                        .toList();
        URI url = URI.create("https://hooks.example.com/");
        Optional<SigningKey> none = Optional.empty();
        assertThrows(
                IllegalArgumentException.class, () -> new WebhookSettings(url, none, twice, false));
        assertThrows(
                IllegalArgumentException.class, () -> new WebhookSettings(url, none, many, false));
    }

    @Test
    void onlyItsHostIsShown() {
        String shown = settings("https://hooks.example.com/hidden?token=hidden", false).toString();
        assertEquals("WebhookSettings[hooks.example.com]", shown);
    }
}
