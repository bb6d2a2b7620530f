package dev.supie.adapter.out.speech.voice;

import dev.supie.adapter.out.service.Secret;
import dev.supie.adapter.out.service.ServiceChecks;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/// Where a service that speaks is reached, and how patiently. Every value is checked when it is
/// made; a message names the key in the configuration and what it must be.
///
/// @param alias the synthesizer's name in our configuration, in every result and in the log
/// @param baseUrl everything before `/audio/speech`, usually ending in `/v1`
/// @param apiKey sent as a bearer token; [Secret#NONE] if the service asks for none
/// @param model the model's name at the service
/// @param voice the voice's name at the service
/// @param speed of the usual one
/// @param timeout how long it has for a sentence, all attempts included
public record RemoteVoiceSettings(
        String alias,
        URI baseUrl,
        Secret apiKey,
        String model,
        String voice,
        double speed,
        Duration timeout) {

    public static final Duration TIMEOUT_MAX = Duration.ofSeconds(60);

    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    static final String SPEECH = "/audio/speech";

    /// So few failures in a minute say nothing yet.
    static final int BREAKER_CALLS_MIN = 5;

    public RemoteVoiceSettings {
        alias = ServiceChecks.name("alias", alias);
        model = ServiceChecks.name("model", model);
        voice = ServiceChecks.name("voice", voice);
        baseUrl = ServiceChecks.baseUrl(baseUrl, Set.of("http", "https"), SPEECH);
        if (!(speed >= LocalVoice.SPEED_MIN && speed <= LocalVoice.SPEED_MAX)) {
            throw new IllegalArgumentException(
                    "speed must be " + LocalVoice.SPEED_MIN + " to " + LocalVoice.SPEED_MAX);
        }
        if (!timeout.isPositive() || timeout.compareTo(TIMEOUT_MAX) > 0) {
            throw new IllegalArgumentException("timeout must be positive, at most " + TIMEOUT_MAX);
        }
    }

    URI speech() {
        return URI.create(baseUrl + SPEECH);
    }

    /// How long a sentence may take.
    Duration patience(Duration within) {
        return within.compareTo(timeout) < 0 ? within : timeout;
    }
}
