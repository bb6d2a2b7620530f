package dev.supie.application.tool;

import java.util.List;
import java.util.concurrent.CompletionStage;

/// Tools that a language model, or whoever speaks for a badge, can use.
///
/// Safe for use by many threads; no call blocks.
public interface Toolbox {

    /// What can be called on behalf of this caller right now. Every name is legal for models,
    /// `[a-zA-Z0-9_-]{1,64}`, and no two are the same.
    List<Tool> offeredTo(Caller caller);

    /// Calls a tool with the permissions of the caller. Always completes, normally and within 10 s;
    /// whatever goes wrong is a result that says so in words for the model.
    CompletionStage<ToolResult> call(Caller caller, ToolCall call);
}
