package dev.supie.domain.evaluation;

/// One thing that somebody says in a meeting.
public record Utterance(String speaker, String text) {}
