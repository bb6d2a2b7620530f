package dev.supie.adapter.out.jooq;

import com.zaxxer.hikari.HikariDataSource;

import dev.supie.application.meeting.port.MeetingStore;

import org.jooq.SQLDialect;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// The meetings of an embedded database, opened as [JooqDatabase] does it, but with a test's own
/// time and files, and as if there were always room.
record MeetingsOnDisk(MeetingStore store, EmbeddedUpkeep upkeep, HikariDataSource pool)
        implements AutoCloseable {

    /// @param prefix says how H2 treats its files
    static MeetingsOnDisk open(String prefix, Path folder, InstantSource time) throws Exception {
        DatabaseAccess access = DatabaseAccess.embedded(prefix, folder.toRealPath());
        var upkeep =
                new EmbeddedUpkeep(
                        access.connections()::getConnection,
                        access.connections().getConnection(),
                        new DiskRoom(() -> Long.MAX_VALUE, folder),
                        time);
        SchemaMigrations.migrate(access.connections(), Optional::empty);
        HikariDataSource pool = ConnectionPools.open(upkeep.guarding(access));
        upkeep.forgetting(() -> ConnectionPools.forgetAll(pool));
        var transactions = new Transactions(pool, SQLDialect.H2, upkeep);
        return new MeetingsOnDisk(new JooqMeetingStore(transactions), upkeep, pool);
    }

    @Override
    public void close() {
        pool.close();
        upkeep.close();
    }
}
