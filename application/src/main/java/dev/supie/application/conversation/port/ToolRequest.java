package dev.supie.application.conversation.port;

/// One tool that a model wants to be used.
///
/// @param id the model's own, by which it finds the answer
/// @param arguments as the model wrote them: mostly JSON, maybe broken
public record ToolRequest(String id, String name, String arguments) {}
