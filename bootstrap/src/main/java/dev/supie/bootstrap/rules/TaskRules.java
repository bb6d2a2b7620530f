package dev.supie.bootstrap.rules;

import dev.supie.bootstrap.config.SupieConfig;
import dev.supie.domain.task.TaskSettings;

/// The rules of tasks, from their configuration.
public final class TaskRules {

    private TaskRules() {}

    public static TaskSettings of(SupieConfig config) {
        return new TaskSettings(
                config.workflow().groups(),
                config.workflow().aliases(),
                config.server().timezoneOffset());
    }
}
