package dev.supie.domain.coding;

import dev.supie.domain.meeting.Language;

/// What a model is asked. It has no secrets in it: they are taken out of lines before these are
/// kept.
///
/// @param summary whether the run is over
/// @param language to answer in (COD-4)
/// @param excerpt lines of the log, at most [CodingSettings#excerptCharsMax] characters
public record Question(
        boolean summary, Language language, String phase, BuildContext context, String excerpt) {}
