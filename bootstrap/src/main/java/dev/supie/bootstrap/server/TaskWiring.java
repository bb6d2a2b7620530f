package dev.supie.bootstrap.server;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.task.TaskFeature;
import dev.supie.application.task.Tasks;
import dev.supie.application.task.port.TaskStore;
import dev.supie.bootstrap.reload.LiveConfig;
import dev.supie.bootstrap.rules.TaskRules;

import java.time.InstantSource;
import java.util.concurrent.Executor;

/// Puts the boards of groups together.
record TaskWiring(
        TaskStore store, BadgeLink link, Executor background, Alarms alarms, InstantSource time) {

    Tasks tasks(LiveConfig config) {
        return TaskFeature.create(
                new TaskFeature.Ports(
                        store, link, background, alarms, time, config.view(TaskRules::of)));
    }
}
