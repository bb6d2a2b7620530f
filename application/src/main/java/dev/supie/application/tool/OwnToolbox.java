package dev.supie.application.tool;

import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.runtime.FailureLog;
import dev.supie.application.tool.port.ArgumentForms.Reading;
import dev.supie.domain.tool.OwnRequest;
import dev.supie.domain.tool.OwnTool;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;

/// Our own tools for one kind of caller. Whatever waits for the store does so on a worker; whoever
/// called hears something after [#ANSWER_MAX] at the latest.
final class OwnToolbox implements Toolbox {

    /// Less than what a [Toolbox] promises, because alarms may be late.
    static final Duration ANSWER_MAX = Duration.ofSeconds(9);

    static final ToolResult TOO_LATE =
            ToolResult.error("this takes too long: it may be done later, or not at all");
    static final ToolResult BUSY =
            ToolResult.error("too much is asked for at the same time: try again in some seconds");
    static final ToolResult NO_STORE =
            ToolResult.error("the data cannot be reached now: try again later");
    static final ToolResult BROKEN =
            ToolResult.error("the server failed on this call: it is logged there");

    private static final System.Logger LOG = System.getLogger(OwnToolbox.class.getName());

    private final OwnToolFeature.Ports ports;
    private final Rights rights;
    private final FailureLog failures;
    private final OwnWork work;

    OwnToolbox(OwnToolFeature.Ports ports, Rights rights) {
        this.ports = ports;
        this.rights = rights;
        this.failures = new FailureLog(LOG, ports.time());
        this.work = new OwnWork(ports, rights);
    }

    @Override
    public List<Tool> offeredTo(Caller caller) {
        return Stream.of(OwnTool.values()).filter(rights::allow).map(this::described).toList();
    }

    private Tool described(OwnTool tool) {
        return new Tool(tool.word(), tool.description(), ports.forms().schema(tool));
    }

    @Override
    public CompletionStage<ToolResult> call(Caller caller, ToolCall call) {
        Optional<OwnTool> tool = OwnTool.called(call.name());
        if (tool.isEmpty()) {
            return done(ToolResult.error("there is no tool of this name: use one that is offered"));
        }
        if (!rights.allow(tool.get())) {
            return done(ToolResult.error("you may only read: " + call.name() + " changes things"));
        }
        return switch (ports.forms().read(tool.get(), call.arguments())) {
            case Reading.Broken(String why) ->
                    done(ToolResult.error("wrong arguments of " + call.name() + ": " + why));
            case Reading.Understood(OwnRequest request) -> begin(caller, request);
        };
    }

    private static CompletionStage<ToolResult> done(ToolResult result) {
        return CompletableFuture.completedFuture(result);
    }

    private CompletionStage<ToolResult> begin(Caller caller, OwnRequest request) {
        CompletableFuture<ToolResult> result = new CompletableFuture<>();
        Alarms.Alarm limit =
                ports.alarms()
                        .at(
                                ports.time().instant().plus(ANSWER_MAX),
                                () -> elsewhere(() -> result.complete(TOO_LATE)));
        try {
            if (!ports.workers().offer(() -> carryOut(caller, request, result))) {
                result.complete(BUSY);
            }
        } catch (RejectedExecutionException _) {
            // The process ends.
            result.complete(BUSY);
        }
        return result.whenComplete((_, _) -> limit.cancel());
    }

    /// Alarms share a thread, which must not do what whoever waits does then.
    private void elsewhere(Runnable task) {
        try {
            ports.background().execute(task);
        } catch (RejectedExecutionException _) {
            // The process ends; nobody is kept waiting for that.
            task.run();
        }
    }

    private void carryOut(Caller caller, OwnRequest request, CompletableFuture<ToolResult> result) {
        try {
            // Not on the thread that knows the answer, which has other things to do.
            work.answer(caller, request, answer -> elsewhere(() -> result.complete(answer)));
        } catch (StoreException failure) {
            failures.error("a tool found no store", failure);
            result.complete(NO_STORE);
        } catch (RuntimeException bug) {
            // At the edge of a worker: whatever it is, the caller must hear of it.
            failures.error("a tool failed", bug);
            result.complete(BROKEN);
        }
    }
}
