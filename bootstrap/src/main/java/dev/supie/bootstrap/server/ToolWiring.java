package dev.supie.bootstrap.server;

import dev.supie.adapter.in.http.ArchiveDesk;
import dev.supie.adapter.in.http.AudioDesk;
import dev.supie.adapter.in.http.ToolDesk;
import dev.supie.adapter.in.tool.JsonArgumentForms;
import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.peer.Peers;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.runtime.Workers;
import dev.supie.application.task.Tasks;
import dev.supie.application.tool.BadgeToolFeature;
import dev.supie.application.tool.BadgeTools;
import dev.supie.application.tool.OwnToolFeature;
import dev.supie.application.tool.ToolTally;
import dev.supie.application.tool.Toolbox;
import dev.supie.application.tool.port.ArgumentForms;
import dev.supie.bootstrap.config.SupieConfig;
import dev.supie.bootstrap.rules.TaskRules;
import dev.supie.domain.task.TaskId;
import dev.supie.domain.task.TaskSettings;

import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Executor;

/// Puts the tools of badges and our own together.
final class ToolWiring {

    /// Calls of our own tools that may wait for the store at the same time.
    private static final int WORKERS = 8;

    /// Random hexadecimal digits of a new task's id.
    private static final int ID_DIGITS = 12;

    private final BadgeToolFeature.Both badges;
    private final OwnToolFeature.Ports own;

    /// What runs and waits.
    record Machinery(BadgeLink link, Executor background, Alarms alarms, InstantSource time) {}

    ToolWiring(
            SupieConfig config,
            Machinery machinery,
            Tasks tasks,
            Peers peers,
            ArchiveDesk archive,
            ToolTally tally) {
        ArgumentForms forms = new JsonArgumentForms();
        TaskSettings team = TaskRules.of(config);
        this.badges =
                BadgeToolFeature.create(
                        new BadgeToolFeature.Ports(
                                machinery.link(),
                                forms,
                                machinery.background(),
                                machinery.alarms(),
                                machinery.time()));
        this.own =
                new OwnToolFeature.Ports(
                        tasks,
                        archive.archive(),
                        archive.search(),
                        peers,
                        forms,
                        ToolWiring::freshTask,
                        () -> team,
                        new Workers(machinery.background(), WORKERS),
                        machinery.background(),
                        machinery.alarms(),
                        machinery.time(),
                        tally);
    }

    /// What connections say of their badges' tools.
    BadgeTools badgeTools() {
        return badges.tools();
    }

    /// What the language model may use that speaks through a badge.
    Toolbox forBadges() {
        return OwnToolFeature.forBadges(own, badges.toolbox());
    }

    ToolDesk desk(AudioDesk audio) {
        return new ToolDesk(OwnToolFeature.forReaders(own), OwnToolFeature.forWriters(own), audio);
    }

    private static TaskId freshTask() {
        String random = UUID.randomUUID().toString().replace("-", "");
        return new TaskId("t-" + random.substring(0, ID_DIGITS));
    }
}
