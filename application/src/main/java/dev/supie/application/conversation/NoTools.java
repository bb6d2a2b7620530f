package dev.supie.application.conversation;

import dev.supie.application.tool.Caller;
import dev.supie.application.tool.Tool;
import dev.supie.application.tool.ToolCall;
import dev.supie.application.tool.ToolResult;
import dev.supie.application.tool.Toolbox;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// For where there are no tools: offers nothing, and says so to a model that calls some anyway.
final class NoTools implements Toolbox {

    @Override
    public List<Tool> offeredTo(Caller caller) {
        return List.of();
    }

    @Override
    public CompletionStage<ToolResult> call(Caller caller, ToolCall call) {
        return CompletableFuture.completedFuture(ToolResult.error("there are no tools"));
    }
}
