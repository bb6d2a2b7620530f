package dev.supie.bootstrap.config;

import java.time.Duration;

/// CON-3: how long a badge may be silent, how long before the end it is warned, and by how much the
/// two modes with long silences stretch that time.
public record IdleConfig(
        Duration noVoiceLimit,
        Duration idleWarning,
        Duration timeoutWarning,
        int meetingMultiplier,
        int workingMultiplier) {}
