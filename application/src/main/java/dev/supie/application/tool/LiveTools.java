package dev.supie.application.tool;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.runtime.Wakeup;
import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.tool.CallResult;
import dev.supie.domain.tool.DeviceTools;
import dev.supie.domain.tool.DeviceToolsCommand;
import dev.supie.domain.tool.DeviceToolsDecider;
import dev.supie.domain.tool.DeviceToolsEffect;
import dev.supie.domain.tool.DeviceToolsRejection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;

/// The tools of one connection's badge in memory: one step after the other, each decided by
/// [DeviceToolsDecider] and carried out at once, because nothing of it waits.
final class LiveTools {

    private final SessionId session;
    private final BadgeToolFeature.Ports ports;
    private final DeviceToolsDecider decider;
    private final ReentrantLock lock = new ReentrantLock();

    // Under the lock.
    private final Wakeup wakeup;
    private final Map<Long, CompletableFuture<CallResult>> waiting = new HashMap<>(2);
    private long tickets;

    /// Changed under the lock, read by everybody.
    private volatile DeviceTools state = DeviceTools.nothingYet();

    LiveTools(SessionId session, BadgeToolFeature.Ports ports, DeviceToolsDecider decider) {
        this.session = session;
        this.ports = ports;
        this.decider = decider;
        this.wakeup = new Wakeup(ports.alarms(), this::wake);
    }

    /// What became of a wish to call.
    sealed interface Called {

        /// @param result completes on a background thread, normally, within 10 s
        record UnderWay(CompletableFuture<CallResult> result) implements Called {}

        record Refused(DeviceToolsRejection reason) implements Called {}
    }

    DeviceTools state() {
        return state;
    }

    void take(DeviceToolsCommand command) {
        lock.lock();
        try {
            decide(command);
        } finally {
            lock.unlock();
        }
    }

    Called call(String name, String arguments) {
        lock.lock();
        try {
            long ticket = ++tickets;
            CompletableFuture<CallResult> result = new CompletableFuture<>();
            waiting.put(ticket, result);
            Optional<DeviceToolsRejection> refused =
                    decide(new DeviceToolsCommand.Call(ticket, name, arguments));
            refused.ifPresent(_ -> waiting.remove(ticket));
            return refused.<Called>map(Called.Refused::new)
                    .orElseGet(() -> new Called.UnderWay(result));
        } finally {
            lock.unlock();
        }
    }

    private Optional<DeviceToolsRejection> decide(DeviceToolsCommand command) {
        return switch (decider.decide(state, command, ports.time().instant())) {
            case Decision.Rejected<DeviceTools, DeviceToolsEffect, DeviceToolsRejection>(
                            DeviceToolsRejection reason) ->
                    Optional.of(reason);
            case Decision.Accepted<DeviceTools, DeviceToolsEffect, DeviceToolsRejection>(
                            DeviceTools next,
                            List<DeviceToolsEffect> effects) -> {
                state = next;
                effects.forEach(this::follow);
                wakeup.by(next.deadline());
                yield Optional.empty();
            }
        };
    }

    private void follow(DeviceToolsEffect effect) {
        switch (effect) {
            // If it cannot be sent, it is given up when its time is over.
            case DeviceToolsEffect.Send(var request) ->
                    ports.link().send(session, new BadgeMessage.ToolRequest(session, request));
            case DeviceToolsEffect.Settle(long ticket, CallResult result) ->
                    Optional.ofNullable(waiting.remove(ticket))
                            .ifPresent(waiter -> settle(waiter, result));
        }
    }

    /// Elsewhere: what whoever waits does then must not run under the lock.
    private void settle(CompletableFuture<CallResult> waiter, CallResult result) {
        try {
            ports.background().execute(() -> waiter.complete(result));
        } catch (RejectedExecutionException _) {
            // The process ends; nobody is kept waiting for that.
            waiter.complete(result);
        }
    }

    /// On the thread that all alarms share.
    private void wake() {
        try {
            ports.background().execute(this::deadlineReached);
        } catch (RejectedExecutionException _) {
            // The process ends, and every connection with it.
        }
    }

    private void deadlineReached() {
        lock.lock();
        try {
            wakeup.fired();
            decide(new DeviceToolsCommand.DeadlineReached());
        } finally {
            lock.unlock();
        }
    }
}
