package dev.supie.adapter.out.speech.remote;

import dev.supie.adapter.out.service.Secret;
import dev.supie.adapter.out.service.ServiceChecks;
import dev.supie.application.speech.port.LanguageTag;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Where a service for speech is reached and how patiently. Every value is checked when it is made;
/// a message names the key in the configuration and what it must be.
///
/// @param alias the recognizer's name in our configuration, in every result and in the log
/// @param baseUrl for OpenAI everything before `/audio/transcriptions`, usually ending in `/v1`;
///   for FunASR the whole address
/// @param apiKey sent as a bearer token; [Secret#NONE] if the service asks for none
/// @param model the model's name at the service; FunASR has its own and only shows this one
/// @param language the only one it is asked for; empty if it may be asked for any
/// @param timeout how long after the end of an utterance it has to answer, all attempts included
/// @param concurrencyMax so many utterances at a time; one more is refused as busy
public record RemoteSettings(
        String alias,
        Protocol protocol,
        URI baseUrl,
        Secret apiKey,
        String model,
        Optional<LanguageTag> language,
        Duration timeout,
        int concurrencyMax) {

    /// What the service speaks.
    public enum Protocol {
        /// `POST /audio/transcriptions` with the whole utterance as a WAV file.
        OPENAI,
        /// FunASR's WebSocket in 2-pass mode, sound and text while somebody speaks.
        FUNASR
    }

    public static final Duration TIMEOUT_MIN = Duration.ofSeconds(1);
    public static final Duration TIMEOUT_MAX = Duration.ofSeconds(60);
    public static final int CONCURRENCY_MAX = 256;

    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    /// So few failures in a minute say nothing yet.
    static final int BREAKER_CALLS_MIN = 5;

    static final String TRANSCRIPTIONS = "/audio/transcriptions";

    public RemoteSettings {
        alias = ServiceChecks.name("alias", alias);
        model = ServiceChecks.name("model", model);
        baseUrl = ServiceChecks.baseUrl(baseUrl, schemes(protocol), TRANSCRIPTIONS);
        if (timeout.compareTo(TIMEOUT_MIN) < 0 || timeout.compareTo(TIMEOUT_MAX) > 0) {
            throw new IllegalArgumentException(
                    "timeout must be " + TIMEOUT_MIN + " to " + TIMEOUT_MAX);
        }
        if (concurrencyMax < 1 || concurrencyMax > CONCURRENCY_MAX) {
            throw new IllegalArgumentException("concurrency must be 1 to " + CONCURRENCY_MAX);
        }
    }

    URI transcriptions() {
        return URI.create(baseUrl + TRANSCRIPTIONS);
    }

    /// How long this utterance's answer is waited for.
    Duration patience(Duration answerWithin) {
        return answerWithin.compareTo(timeout) < 0 ? answerWithin : timeout;
    }

    private static Set<String> schemes(Protocol protocol) {
        return switch (protocol) {
            case OPENAI -> Set.of("http", "https");
            case FUNASR -> Set.of("ws", "wss");
        };
    }
}
