package dev.supie.application.tool;

/// What a language model wants to be done.
///
/// @param id the model's own, which it finds the result by
/// @param arguments as the model wrote them: mostly a JSON object, maybe broken
public record ToolCall(String id, String name, String arguments) {}
