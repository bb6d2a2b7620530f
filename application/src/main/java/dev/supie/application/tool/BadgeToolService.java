package dev.supie.application.tool;

import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.tool.CallResult;
import dev.supie.domain.tool.DeviceReply;
import dev.supie.domain.tool.DeviceTool;
import dev.supie.domain.tool.DeviceTools;
import dev.supie.domain.tool.DeviceToolsCommand;
import dev.supie.domain.tool.DeviceToolsDecider;
import dev.supie.domain.tool.DeviceToolsRejection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/// The tools of every connected badge that has announced some, each with a machine of its own, so
/// that none ever waits for another.
final class BadgeToolService implements BadgeTools, Toolbox {

    private static final ToolResult NOT_AN_OBJECT =
            ToolResult.error("the arguments must be one JSON object");

    private static final ToolResult NO_BADGE =
            ToolResult.error("there is no tool of this name: use one that is offered");

    private final BadgeToolFeature.Ports ports;
    private final DeviceToolsDecider decider;
    private final ConcurrentHashMap<SessionId, LiveTools> live = new ConcurrentHashMap<>();

    BadgeToolService(BadgeToolFeature.Ports ports, Set<String> reserved) {
        this.ports = ports;
        this.decider = new DeviceToolsDecider(reserved);
    }

    @Override
    public void announced(SessionId session) {
        live.computeIfAbsent(session, id -> new LiveTools(id, ports, decider))
                .take(new DeviceToolsCommand.Announce());
    }

    @Override
    public void answered(SessionId session, int request, DeviceReply reply) {
        Optional.ofNullable(live.get(session))
                .ifPresent(tools -> tools.take(new DeviceToolsCommand.Answer(request, reply)));
    }

    @Override
    public void left(SessionId session) {
        Optional.ofNullable(live.remove(session))
                .ifPresent(tools -> tools.take(new DeviceToolsCommand.End()));
    }

    @Override
    public List<Tool> offeredTo(Caller caller) {
        List<Tool> offered = new ArrayList<>();
        if (of(caller).map(LiveTools::state).orElse(DeviceTools.nothingYet())
                instanceof DeviceTools.Ready ready) {
            ready.offered().forEach((name, tool) -> offered.add(described(name, tool)));
        }
        return offered;
    }

    private static Tool described(String name, DeviceTool tool) {
        return new Tool(name, tool.description(), tool.schema());
    }

    @Override
    public CompletionStage<ToolResult> call(Caller caller, ToolCall call) {
        Optional<LiveTools> tools = of(caller);
        if (tools.isEmpty()) {
            return CompletableFuture.completedFuture(NO_BADGE);
        }
        return ports.forms()
                .object(call.arguments())
                .map(arguments -> call(tools.get(), call.name(), arguments))
                .orElseGet(() -> CompletableFuture.completedFuture(NOT_AN_OBJECT));
    }

    private static CompletionStage<ToolResult> call(
            LiveTools tools, String name, String arguments) {
        return switch (tools.call(name, arguments)) {
            case LiveTools.Called.UnderWay(CompletableFuture<CallResult> result) ->
                    result.thenApply(BadgeToolService::told);
            case LiveTools.Called.Refused(DeviceToolsRejection reason) ->
                    CompletableFuture.completedFuture(told(reason));
        };
    }

    private static ToolResult told(CallResult result) {
        return switch (result) {
            case CallResult.Answered(String text, boolean isError) ->
                    new ToolResult(text.isBlank() ? (isError ? "refused" : "done") : text, isError);
            case CallResult.TimedOut _ ->
                    ToolResult.error(
                            "the badge has not answered in "
                                    + DeviceToolsDecider.ANSWER_MAX.toSeconds()
                                    + " seconds; it may still do it");
            case CallResult.Gone _ ->
                    ToolResult.error("the badge has disconnected; it may have done it or not");
        };
    }

    private static ToolResult told(DeviceToolsRejection reason) {
        return switch (reason) {
            case UNKNOWN_TOOL, NOT_READY, NOT_ASKED -> NO_BADGE;
            case TOO_MANY_CALLS ->
                    ToolResult.error(
                            "the badge is busy with "
                                    + DeviceToolsDecider.CALLS_MAX
                                    + " calls: wait for them first");
            case ARGUMENTS_TOO_LONG ->
                    ToolResult.error(
                            "the arguments must be at most "
                                    + DeviceToolsDecider.ARGUMENTS_BYTES_MAX
                                    + " bytes");
            case ENDED -> ToolResult.error("the badge has disconnected");
        };
    }

    private Optional<LiveTools> of(Caller caller) {
        return caller.session().flatMap(session -> Optional.ofNullable(live.get(session)));
    }

    /// Connections whose badges have announced tools.
    int announcedCount() {
        return live.size();
    }
}
