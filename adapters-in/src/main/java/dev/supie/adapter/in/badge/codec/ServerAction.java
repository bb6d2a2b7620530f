package dev.supie.adapter.in.badge.codec;

/// What a badge may ask of the server itself.
enum ServerAction {
    SUBSCRIBE_STATS,
    UPDATE_CONFIG,
    RESTART
}
