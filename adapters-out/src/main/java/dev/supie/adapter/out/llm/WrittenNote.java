package dev.supie.adapter.out.llm;

/// What a model wrote of a turn (CHAT-1).
///
/// @param text a note
/// @param jsonLength characters of the answer's JSON, for the log
record WrittenNote(String text, int jsonLength) implements FencedModel.Written {}
