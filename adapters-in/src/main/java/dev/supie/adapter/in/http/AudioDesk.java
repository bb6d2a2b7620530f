package dev.supie.adapter.in.http;

import dev.supie.application.audio.Speeches;
import dev.supie.application.audio.Transcriptions;

/// What hears and speaks for programs.
public record AudioDesk(Transcriptions transcriptions, Speeches speeches) {}
