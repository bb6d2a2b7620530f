package dev.supie.domain.listening;

/// What somebody said.
///
/// @param text empty if there were no words
/// @param provider who recognized it
public record Speech(String text, String provider) {}
