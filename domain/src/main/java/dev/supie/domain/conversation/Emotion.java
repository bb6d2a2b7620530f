package dev.supie.domain.conversation;

/// The faces that stock firmware can make (T36); no other name may be sent.
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
