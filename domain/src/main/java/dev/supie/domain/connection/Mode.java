package dev.supie.domain.connection;

/// What a badge is being used for; one at a time, and [#CHAT] when it connects (MODE-1).
public enum Mode {
    CHAT,
    MEETING,
    WORKING,
    CODING
}
