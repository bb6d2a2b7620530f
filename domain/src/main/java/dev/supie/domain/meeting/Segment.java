package dev.supie.domain.meeting;

import java.time.Instant;

/// One paragraph of the transcript: neighbouring snippets of one speaker, merged on the push clock
/// (MTG-4). Never changes once made.
///
/// @param number counts from 1 without gaps within its meeting
/// @param at when its first snippet arrived
/// @param text at most [Transcript#SEGMENT_CHARS_MAX] characters, unless a single snippet is longer
public record Segment(long number, Instant at, String speaker, String text) {}
