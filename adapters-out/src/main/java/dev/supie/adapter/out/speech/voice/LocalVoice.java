package dev.supie.adapter.out.speech.voice;

import java.time.Duration;

/// How a synthesizer of this machine speaks. Every value is checked when it is made; a message
/// names the key in the configuration and what it must be.
///
/// @param alias the synthesizer's name in our configuration, in every result and in the log
/// @param voice what it is to sound like, by its own name for that; empty for the usual one
/// @param speed of the usual one
/// @param timeout how long it has for a sentence
public record LocalVoice(String alias, String voice, double speed, Duration timeout) {

    public static final double SPEED_MIN = 0.25;
    public static final double SPEED_MAX = 4;

    public LocalVoice {
        if (!voice.matches("([A-Za-z][A-Za-z0-9_+-]{0,39})?")) {
            throw new IllegalArgumentException(
                    "voice must be at most 40 letters, digits, hyphens and plus signs");
        }
        if (!(speed >= SPEED_MIN && speed <= SPEED_MAX)) {
            throw new IllegalArgumentException("speed must be " + SPEED_MIN + " to " + SPEED_MAX);
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("timeout must be positive");
        }
    }

    /// As many words a minute as the usual number makes at this speed.
    int wordsPerMinute(int usual) {
        return (int) Math.round(usual * speed);
    }

    /// How long a sentence may take.
    Duration patience(Duration within) {
        return within.compareTo(timeout) < 0 ? within : timeout;
    }
}
