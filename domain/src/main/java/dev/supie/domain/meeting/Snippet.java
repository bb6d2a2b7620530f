package dev.supie.domain.meeting;

import java.time.Instant;

/// A piece of talk that passed the entry rules and was answered `ok`; from then on it must be in
/// the transcript exactly once.
///
/// @param number counts from 1 without gaps within its meeting
public record Snippet(long number, Instant at, String tag, String speaker, String text) {}
