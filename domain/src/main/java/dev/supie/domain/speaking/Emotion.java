package dev.supie.domain.speaking;

/// The faces that a badge can make (T36).
public enum Emotion {
    NEUTRAL,
    HAPPY,
    LAUGHING,
    FUNNY,
    SAD,
    ANGRY,
    CRYING,
    LOVING,
    EMBARRASSED,
    SURPRISED,
    SHOCKED,
    THINKING,
    WINKING,
    COOL,
    RELAXED,
    DELICIOUS,
    KISSY,
    CONFIDENT,
    SLEEPY,
    SILLY,
    CONFUSED
}
