package dev.supie.application.tool;

import dev.supie.domain.tool.OwnTool;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/// Our own tools first, then those of the badge.
///
/// @param badges offers no name of ours, so a name says whose a tool is
record JoinedToolbox(Toolbox own, Toolbox badges) implements Toolbox {

    @Override
    public List<Tool> offeredTo(Caller caller) {
        return Stream.concat(own.offeredTo(caller).stream(), badges.offeredTo(caller).stream())
                .toList();
    }

    @Override
    public CompletionStage<ToolResult> call(Caller caller, ToolCall call) {
        boolean ours = OwnTool.called(call.name()).isPresent();
        return (ours ? own : badges).call(caller, call);
    }
}
