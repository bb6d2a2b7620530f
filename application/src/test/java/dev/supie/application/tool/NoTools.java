package dev.supie.application.tool;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Of a badge that has none.
record NoTools() implements Toolbox {

    static final ToolResult NONE = ToolResult.error("the badge has no tools");

    @Override
    public List<Tool> offeredTo(Caller caller) {
        return List.of();
    }

    @Override
    public CompletionStage<ToolResult> call(Caller caller, ToolCall call) {
        return CompletableFuture.completedFuture(NONE);
    }
}
