package dev.supie.adapter.out.speech;

import java.time.Duration;

/// What was said without a pause.
///
/// @param from where in the recording it begins
public record SpokenLine(Duration from, Duration to, String text) {}
