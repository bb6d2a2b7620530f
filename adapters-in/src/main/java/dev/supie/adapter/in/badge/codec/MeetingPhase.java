package dev.supie.adapter.in.badge.codec;

/// What a badge may ask of a meeting.
enum MeetingPhase {
    SNIPPET,
    FINALIZE
}
