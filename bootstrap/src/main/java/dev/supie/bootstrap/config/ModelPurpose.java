package dev.supie.bootstrap.config;

import java.util.Locale;
import java.util.Optional;

/// What language models are used for (`llm_by_mode`).
public enum ModelPurpose {
    /// Every purpose that has no choice of its own.
    DEFAULT,
    /// Talking in chat mode.
    CHAT,
    /// Writing minutes.
    MEETING,
    /// Advising about builds.
    CODING,
    /// Talking in working mode.
    WORKING,
    /// Reading messages from badge to badge.
    PEER,
    /// Noting what was talked about.
    MEMORY;

    private String key() {
        return "llm_by_mode." + name().toLowerCase(Locale.ROOT);
    }

    Setting<Optional<ModelChoice>> setting() {
        return Settings.optional(key(), new ModelChoiceKind());
    }
}
