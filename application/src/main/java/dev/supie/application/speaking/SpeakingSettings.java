package dev.supie.application.speaking;

import dev.supie.domain.speaking.Recital;

import java.time.Duration;

/// How badges are spoken to; values in force are asked for with every answer (CFG-3).
///
/// @param headStart `tts.head_start_frames`: packets that a badge may have to spare (T25)
/// @param within how long each synthesizer may work on a sentence
public record SpeakingSettings(int headStart, Duration within) {

    public static final SpeakingSettings DEFAULTS =
            new SpeakingSettings(Recital.HEAD_START_USUAL, Duration.ofSeconds(10));
}
