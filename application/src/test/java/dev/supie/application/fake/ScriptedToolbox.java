package dev.supie.application.fake;

import dev.supie.application.tool.Caller;
import dev.supie.application.tool.Tool;
import dev.supie.application.tool.ToolCall;
import dev.supie.application.tool.ToolResult;
import dev.supie.application.tool.Toolbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Offers what it was told to, and answers when it is told to.
public final class ScriptedToolbox implements Toolbox {

    private final List<Tool> tools = new ArrayList<>();
    private final List<ToolCall> calls = new ArrayList<>();
    private final List<CompletableFuture<ToolResult>> waiting = new ArrayList<>();

    public ScriptedToolbox offering(String... names) {
        for (String name : names) {
            tools.add(new Tool(name, "does " + name, "{\"type\":\"object\"}"));
        }
        return this;
    }

    @Override
    public List<Tool> offeredTo(Caller caller) {
        return List.copyOf(tools);
    }

    @Override
    public CompletionStage<ToolResult> call(Caller caller, ToolCall call) {
        calls.add(call);
        CompletableFuture<ToolResult> result = new CompletableFuture<>();
        waiting.add(result);
        return result;
    }

    /// Answers everything that waits.
    public void answer(String text) {
        List<CompletableFuture<ToolResult>> all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(result -> result.complete(ToolResult.of(text)));
    }

    public List<ToolCall> calls() {
        return List.copyOf(calls);
    }
}
