package dev.supie.domain.task.voice;

/// What a spoken command asks for (WF-8). Of several in one sentence the first in this order
/// counts.
public enum VoiceIntent {
    ASSIGN,
    COMPLETE,
    REFRESH
}
