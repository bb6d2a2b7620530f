package dev.supie.adapter.in.http;

import dev.supie.application.tool.Caller;
import dev.supie.application.tool.Tool;
import dev.supie.application.tool.ToolCall;
import dev.supie.application.tool.ToolResult;
import dev.supie.application.tool.Toolbox;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Tools of these names, which say who has called them.
final class FewTools implements Toolbox {

    private final List<String> names;

    FewTools(String... names) {
        this.names = List.of(names);
    }

    @Override
    public List<Tool> offeredTo(Caller caller) {
        return names.stream()
                .map(name -> new Tool(name, "does " + name, "{\"type\":\"object\"}"))
                .toList();
    }

    @Override
    public CompletionStage<ToolResult> call(Caller caller, ToolCall call) {
        return CompletableFuture.completedFuture(
                ToolResult.of(caller.device() + " has called " + call.name()));
    }
}
