package dev.supie.application.speaking;

import dev.supie.domain.connection.Mode;
import dev.supie.domain.speaking.Recital;

import java.time.Duration;
import java.util.Set;

/// How badges are spoken to; values in force are asked for with every answer (CFG-3).
///
/// @param headStart `tts.head_start_frames`: packets that a badge may have to spare (T25)
/// @param within how long each synthesizer may work on a sentence
/// @param shownOnly modes in which badges are shown answers and not spoken to
///   (`working.disable_tts`)
public record SpeakingSettings(int headStart, Duration within, Set<Mode> shownOnly) {

    public static final SpeakingSettings DEFAULTS =
            new SpeakingSettings(Recital.HEAD_START_USUAL, Duration.ofSeconds(10), Set.of());

    public SpeakingSettings {
        shownOnly = Set.copyOf(shownOnly);
    }

    boolean speaksIn(Mode mode) {
        return !shownOnly.contains(mode);
    }
}
