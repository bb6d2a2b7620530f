package dev.supie.domain.connection;

/// What a badge wants to do with a mode (MODE-1).
public enum ModeAction {
    START,
    END
}
