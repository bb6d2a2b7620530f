package dev.supie.application.archive;

import dev.supie.application.archive.port.MeetingDisposal;
import dev.supie.application.meeting.port.MeetingArchive;
import dev.supie.application.runtime.Alarms;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.IntSupplier;

/// Puts the archive together.
public final class ArchiveFeature {

    private ArchiveFeature() {}

    /// What the feature needs from outside.
    ///
    /// @param background runs short work that must not run on an alarm's thread
    /// @param kept `meeting.retention`, from 1; asked anew for every decision (CFG-3)
    public record Ports(
            MeetingDisposal disposal,
            Executor background,
            Alarms alarms,
            InstantSource time,
            IntSupplier kept) {}

    public static MeetingSearch search(MeetingArchive archive, InstantSource time) {
        return new SearchService(archive, time);
    }

    public static MeetingRemovals removals(Ports ports) {
        return new RemovalService(
                ports.disposal(),
                new RetentionSweep(
                        ports.disposal(),
                        ports.kept(),
                        ports.alarms(),
                        ports.time(),
                        ports.background()));
    }
}
