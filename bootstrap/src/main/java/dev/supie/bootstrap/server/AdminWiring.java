package dev.supie.bootstrap.server;

import dev.supie.adapter.in.http.AdminDesk;
import dev.supie.adapter.in.http.ServerFacts;
import dev.supie.adapter.out.jooq.JooqDatabase;
import dev.supie.application.administration.Administration;
import dev.supie.bootstrap.cli.Version;
import dev.supie.bootstrap.logging.AuditLog;
import dev.supie.bootstrap.logging.LogbackLevels;

import java.nio.file.Path;
import java.time.InstantSource;

/// Puts together what administrators see and change of a server that starts now.
final class AdminWiring {

    private AdminWiring() {}

    /// @param folder the data folder
    static AdminDesk desk(Administration administration, JooqDatabase database, Path folder) {
        InstantSource real = InstantSource.system();
        return new AdminDesk(
                administration,
                new LogbackLevels(),
                new AuditLog(),
                new ServerFacts(Version.current(), real.instant()),
                new BackupWiring(database, folder, real));
    }
}
