package dev.supie.application.tool;

import dev.supie.application.archive.MeetingSearch;
import dev.supie.application.meeting.port.MeetingArchive;
import dev.supie.application.peer.Peers;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.runtime.Workers;
import dev.supie.application.task.Tasks;
import dev.supie.application.tool.port.ArgumentForms;
import dev.supie.domain.task.TaskId;
import dev.supie.domain.task.TaskSettings;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Puts our own tools together, and what models are offered.
public final class OwnToolFeature {

    private OwnToolFeature() {}

    /// What the feature needs from outside.
    ///
    /// @param freshTasks ids that no task has
    /// @param team asked anew for each call (CFG-3)
    /// @param workers for what waits for the store
    /// @param background runs short work that must not run on the caller's thread
    public record Ports(
            Tasks tasks,
            MeetingArchive archive,
            MeetingSearch search,
            Peers peers,
            ArgumentForms forms,
            Supplier<TaskId> freshTasks,
            Supplier<TaskSettings> team,
            Workers workers,
            Executor background,
            Alarms alarms,
            InstantSource time,
            ToolTally tally) {}

    /// For whoever speaks to a badge: ours, and those of the badge itself.
    ///
    /// @param badges offers no name of ours
    public static Toolbox forBadges(Ports ports, Toolbox badges) {
        return new CountedToolbox(
                new JoinedToolbox(new OwnToolbox(ports, Rights.BADGE), badges), ports.tally());
    }

    /// For programs that may read (REST-1).
    public static Toolbox forReaders(Ports ports) {
        return new CountedToolbox(new OwnToolbox(ports, Rights.READER), ports.tally());
    }

    /// For programs of an administrator.
    public static Toolbox forWriters(Ports ports) {
        return new CountedToolbox(new OwnToolbox(ports, Rights.WRITER), ports.tally());
    }
}
