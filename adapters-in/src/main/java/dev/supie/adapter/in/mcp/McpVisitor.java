package dev.supie.adapter.in.mcp;

import dev.supie.application.tool.Caller;
import dev.supie.application.tool.Toolbox;

/// Who asks.
///
/// @param toolbox with what it may do
/// @param caller as whom it does so
public record McpVisitor(Toolbox toolbox, Caller caller) {}
