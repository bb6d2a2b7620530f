package dev.supie.bootstrap.server;

import dev.supie.adapter.in.http.ArchiveDesk;
import dev.supie.adapter.out.jooq.JooqDatabase;
import dev.supie.application.archive.ArchiveFeature;
import dev.supie.application.runtime.Alarms;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.IntSupplier;

/// Puts the archive on the database.
record ArchiveWiring(
        JooqDatabase database, Executor background, Alarms alarms, InstantSource time) {

    /// @param kept `meeting.retention`, asked anew for every look (CFG-3)
    ArchiveDesk desk(IntSupplier kept) {
        return new ArchiveDesk(
                database.archive(),
                ArchiveFeature.search(database.archive(), time),
                ArchiveFeature.removals(
                        new ArchiveFeature.Ports(
                                database.disposal(), background, alarms, time, kept)));
    }
}
