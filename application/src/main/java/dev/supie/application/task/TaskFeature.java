package dev.supie.application.task;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.task.port.TaskStore;
import dev.supie.domain.task.TaskSettings;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Puts the task feature together.
public final class TaskFeature {

    private TaskFeature() {}

    /// What the feature needs from outside.
    ///
    /// @param background runs short work that must not run on an alarm's thread
    /// @param settings asked anew for every decision (CFG-3)
    public record Ports(
            TaskStore store,
            BadgeLink link,
            Executor background,
            Alarms alarms,
            InstantSource time,
            Supplier<TaskSettings> settings) {}

    public static Tasks create(Ports ports) {
        return new TaskService(ports);
    }
}
