package dev.supie.application.tool;

/// A tool as a language model is told of it.
///
/// @param parametersSchema a JSON Schema of an object, as text
public record Tool(String name, String description, String parametersSchema) {}
