package dev.supie.domain.coding.log;

/// A normalised line in the window.
///
/// @param notable whether it says something about how the build goes; such lines are shown to a
///   model first when there is no room for all
public record LogLine(String text, boolean notable) {}
