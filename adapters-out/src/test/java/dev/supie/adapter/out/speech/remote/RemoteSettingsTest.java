package dev.supie.adapter.out.speech.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.out.service.Secret;
import dev.supie.adapter.out.speech.remote.RemoteSettings.Protocol;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

class RemoteSettingsTest {

    private static RemoteSettings settings(Protocol protocol, String url, String model) {
        return settings(protocol, url, model, Duration.ofSeconds(10), 8);
    }

    private static RemoteSettings settings(
            Protocol protocol, String url, String model, Duration timeout, int concurrency) {
        return new RemoteSettings(
                "cloud",
                protocol,
                URI.create(url),
                Secret.NONE,
                model,
                Optional.empty(),
                timeout,
                concurrency);
    }

    @Test
    void theOperationIsAddedToTheAddress() {
        assertEquals(
                URI.create("https://h/v1/audio/transcriptions"),
                settings(Protocol.OPENAI, "https://h/v1//", "m").transcriptions());
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI, ws://h:1, m, base_url",
        "OPENAI, h/v1, m, base_url",
        "OPENAI, https:///v1, m, base_url",
        "OPENAI, https://user@h/v1, m, base_url",
        "OPENAI, https://h/v1?a=b, m, base_url",
        "OPENAI, https://h/v1/audio/transcriptions, m, before",
        "OPENAI, https://h/v1, ' ', model",
        "FUNASR, http://h:1, m, base_url",
    })
    void whatCannotBeUsedIsRefusedByItsName(
            Protocol protocol, String url, String model, String named) {
        var refused =
                assertThrows(IllegalArgumentException.class, () -> settings(protocol, url, model));
        assertTrue(String.valueOf(refused.getMessage()).contains(named), refused::getMessage);
    }

    @Test
    void limitsHold() {
        Duration most = RemoteSettings.TIMEOUT_MAX;
        assertEquals(most, settings(Protocol.FUNASR, "ws://h", "m", most, 1).timeout());
        assertThrows(
                IllegalArgumentException.class,
                () -> settings(Protocol.FUNASR, "ws://h", "m", most.plusMillis(1), 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> settings(Protocol.FUNASR, "ws://h", "m", most, 0));
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        settings(
                                Protocol.FUNASR,
                                "ws://h",
                                "m",
                                most,
                                RemoteSettings.CONCURRENCY_MAX + 1));
    }

    @Test
    void theShorterPatienceCounts() {
        RemoteSettings settings = settings(Protocol.OPENAI, "https://h/v1", "m");
        assertEquals(Duration.ofSeconds(10), settings.patience(Duration.ofSeconds(11)));
        assertEquals(Duration.ofSeconds(9), settings.patience(Duration.ofSeconds(9)));
    }
}
