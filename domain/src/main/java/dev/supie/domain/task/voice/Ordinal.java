package dev.supie.domain.task.voice;

/// Which one of a list, as a part of a sentence says it.
///
/// @param end behind its last letter
/// @param firm said in a way that can mean nothing else; "first" alone may well mean "to begin
///   with"
record Ordinal(VoiceTarget.Place place, int end, boolean firm) {}
