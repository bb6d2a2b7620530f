package dev.supie.application.speech;

import dev.supie.application.speech.port.LanguageTag;

import java.time.Duration;
import java.util.Optional;

/// How badges are listened to; values in force are asked for with every decision (CFG-3).
///
/// @param preferDeviceVad `meeting.prefer_device_vad`: in a meeting the badge says where a piece of
///   speech ends, whatever it announced (MTG-1)
/// @param manualFallback `meeting.manual_listen_fallback_ms` (LIS-1)
/// @param answerWithin how long each recognizer has after the end of a piece of speech
/// @param language what people speak, if the configuration says
public record SpeechSettings(
        boolean preferDeviceVad,
        Duration manualFallback,
        Duration answerWithin,
        Optional<LanguageTag> language) {

    public static final SpeechSettings DEFAULTS =
            new SpeechSettings(
                    true, Duration.ofSeconds(5), Duration.ofSeconds(10), Optional.empty());
}
