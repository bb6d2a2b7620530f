package dev.supie.application.meeting.port;

import dev.supie.domain.meeting.Notes;

/// What a summarizer wrote.
///
/// @param provider its name on the wire (MTG-8), such as `extractive` or the model's name
public record Draft(Notes notes, String provider) {}
