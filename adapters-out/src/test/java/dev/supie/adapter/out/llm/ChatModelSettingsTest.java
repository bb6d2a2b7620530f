package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.out.llm.ChatModelSettings.Limits;
import dev.supie.adapter.out.service.Secret;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;

class ChatModelSettingsTest {

    @Test
    void defaultsArePatientEnough() {
        assertEquals(
                new Limits(Duration.ofSeconds(3), Duration.ofSeconds(30), 3, 8), Limits.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.example/v1, https://api.example/v1/chat/completions",
        "https://api.example/v1/, https://api.example/v1/chat/completions",
        "HTTP://localhost:11434/v1//, HTTP://localhost:11434/v1/chat/completions",
        "http://[::1]:8080, http://[::1]:8080/chat/completions"
    })
    void operationIsAddedToTheBaseUrl(String baseUrl, String endpoint) {
        assertEquals(endpoint, withUrl(baseUrl).endpoint().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.example/v1/chat/completions, must end before /chat/completions",
        "https://api.example/v1/chat/completions/, must end before /chat/completions",
        "api.example/v1, must start with http",
        "ftp://api.example/v1, must start with http",
        "http:/v1, name a host",
        "https://me:secret@api.example/v1, the key belongs in api_key",
        "https://api.example/v1?key=secret, the key belongs in api_key",
        "https://api.example/v1#x, the key belongs in api_key"
    })
    void baseUrlIsChecked(String baseUrl, String reason) {
        String message = refusal(() -> withUrl(baseUrl));
        assertAll(
                () -> assertTrue(message.startsWith("base_url "), message),
                () -> assertTrue(message.contains(reason), message),
                () -> assertFalse(message.contains("secret"), message));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 2.1, Double.NaN})
    void temperatureIsChecked(double temperature) {
        assertEquals(
                "temperature must be 0 to 2.0",
                refusal(() -> settings("https://a.example/v1", "m", temperature)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb"})
    void modelIsChecked(String model) {
        assertTrue(refusal(() -> settings("https://a.example/v1", model, 0)).contains("model"));
    }

    @Test
    void limitsAreChecked() {
        Duration second = Duration.ofSeconds(1);
        Duration least = Duration.ofMillis(100);
        Duration tooShort = least.minusNanos(1);
        assertAll(
                () -> assertEquals(1, new Limits(least, least, 1, 1).attemptsMax()),
                () -> refused("connect_timeout", () -> new Limits(tooShort, second, 1, 1)),
                () ->
                        refused(
                                "connect_timeout",
                                () -> new Limits(Duration.ofSeconds(61), second, 1, 1)),
                () -> refused("request_timeout", () -> new Limits(second, tooShort, 1, 1)),
                () ->
                        refused(
                                "request_timeout",
                                () -> new Limits(second, Duration.ofSeconds(601), 1, 1)),
                () -> refused("attempts_max", () -> new Limits(second, second, 0, 1)),
                () -> refused("attempts_max", () -> new Limits(second, second, 11, 1)),
                () -> refused("concurrency_max", () -> new Limits(second, second, 1, 0)),
                () -> refused("concurrency_max", () -> new Limits(second, second, 1, 1_001)));
    }

    @Test
    void keyIsTrimmedAndMayBeMissing() {
        assertAll(
                () -> assertEquals("Bearer sk-1", Secret.of(" sk-1\n").bearer()),
                () -> assertFalse(Secret.of(" ").isPresent()),
                () -> assertFalse(Secret.NONE.isPresent()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk\r\nX-Evil: 1", "密钥secret", "a secret"})
    void keyThatCannotBeSentIsRefusedWithoutShowingIt(String key) {
        String message = refusal(() -> Secret.of(key));
        assertAll(
                () -> assertTrue(message.startsWith("api_key "), message),
                () -> assertFalse(message.contains("secret"), message));
    }

    @Test
    void keyIsLimited() {
        assertAll(
                () -> assertTrue(Secret.of("k".repeat(Secret.CHARS_MAX)).isPresent()),
                () -> refused("api_key", () -> Secret.of("k".repeat(Secret.CHARS_MAX + 1))));
    }

    private static void refused(String key, Executable making) {
        String message = refusal(making);
        assertTrue(message.startsWith(key + " must be "), message);
    }

    private static String refusal(Executable making) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, making).getMessage());
    }

    private static ChatModelSettings withUrl(String baseUrl) {
        return settings(baseUrl, "m", 0);
    }

    private static ChatModelSettings settings(String baseUrl, String model, double temperature) {
        return new ChatModelSettings(
                "main", URI.create(baseUrl), Secret.NONE, model, temperature, Limits.DEFAULT);
    }
}
