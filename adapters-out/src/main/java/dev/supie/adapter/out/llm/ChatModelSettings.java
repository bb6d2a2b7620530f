package dev.supie.adapter.out.llm;

import dev.supie.adapter.out.service.CallGuard;
import dev.supie.adapter.out.service.Secret;
import dev.supie.adapter.out.service.ServiceChecks;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/// Where a model is reached and how patiently. Every value is checked when it is made; a message
/// names the key in the configuration and what it must be.
///
/// @param alias the model's name in our configuration, for messages and the log
/// @param baseUrl everything before `/chat/completions`, usually ending in `/v1`
/// @param apiKey sent as a bearer token; [Secret#NONE] if the server asks for none
/// @param model the model's name on its server, and the provider of its drafts (MTG-8)
/// @param temperature 0 to 2; low, because minutes are not a place for invention
public record ChatModelSettings(
        String alias, URI baseUrl, Secret apiKey, String model, double temperature, Limits limits) {

    public static final double TEMPERATURE_DEFAULT = 0.2;
    static final double TEMPERATURE_MAX = 2.0;

    /// So few failures in a minute say nothing yet.
    static final int BREAKER_CALLS_MIN = 10;

    static final String OPERATION = "/chat/completions";
    private static final Set<String> SCHEMES = Set.of("http", "https");

    public ChatModelSettings {
        alias = ServiceChecks.name("alias", alias);
        baseUrl = ServiceChecks.baseUrl(baseUrl, SCHEMES, OPERATION);
        model = ServiceChecks.name("model", model);
        if (!(temperature >= 0 && temperature <= TEMPERATURE_MAX)) {
            throw new IllegalArgumentException("temperature must be 0 to " + TEMPERATURE_MAX);
        }
    }

    /// Bounds of one answer. The time limit of the whole is the caller's and wins over all of
    /// these.
    ///
    /// @param connectTimeout 100 ms to 60 s until the connection stands
    /// @param requestTimeout 100 ms to 10 min from sending until the last byte, for each attempt
    /// @param attemptsMax 1 to 10 tries, the first one included
    /// @param concurrencyMax 1 to 1,000 answers at a time; one more is refused at once
    public record Limits(
            Duration connectTimeout, Duration requestTimeout, int attemptsMax, int concurrencyMax) {

        /// More calls at a time are more than any server behind them would like.
        public static final int CONCURRENCY_MAX = 1_000;

        // Before DEFAULT, whose making it checks.
        private static final Duration TIMEOUT_MIN = Duration.ofMillis(100);

        public static final Limits DEFAULT =
                new Limits(Duration.ofSeconds(3), Duration.ofSeconds(30), 3, 8);

        public Limits {
            inRange("connect_timeout", connectTimeout, TIMEOUT_MIN, Duration.ofSeconds(60));
            inRange("request_timeout", requestTimeout, TIMEOUT_MIN, Duration.ofMinutes(10));
            inRange("attempts_max", attemptsMax, 1, 10);
            inRange("concurrency_max", concurrencyMax, 1, CONCURRENCY_MAX);
        }
    }

    /// @param what is asked of the model, in the plural
    CallGuard.Limits guarding(String what) {
        return new CallGuard.Limits(
                alias, what, limits.attemptsMax(), limits.concurrencyMax(), BREAKER_CALLS_MIN);
    }

    URI endpoint() {
        return URI.create(baseUrl + OPERATION);
    }

    private static <T extends Comparable<T>> void inRange(String key, T value, T least, T most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(key + " must be " + least + " to " + most);
        }
    }
}
