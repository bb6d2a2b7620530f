package dev.supie.application.tool;

import java.util.List;
import java.util.concurrent.CompletionStage;

/// Counts what is called (OBS-1).
record CountedToolbox(Toolbox inner, ToolTally tally) implements Toolbox {

    @Override
    public List<Tool> offeredTo(Caller caller) {
        return inner.offeredTo(caller);
    }

    @Override
    public CompletionStage<ToolResult> call(Caller caller, ToolCall call) {
        return inner.call(caller, call)
                .thenApply(
                        result -> {
                            tally.called(call.name(), result.isError());
                            return result;
                        });
    }
}
