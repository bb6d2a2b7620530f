package dev.supie.adapter.out.jooq;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

import javax.sql.DataSource;

/// Brings the tables to what this program knows: `db/migration/V*.sql`, each run once, in order.
final class SchemaMigrations {

    private SchemaMigrations() {}

    /// @param obstacle why nothing may be written now; asked only if there is something to do
    static void migrate(DataSource connections, Supplier<Optional<String>> obstacle)
            throws SchemaUnusableException {
        Flyway flyway = configured(connections).load();
        try {
            if (flyway.info().pending().length == 0) {
                // Writes nothing, which matters on a full disk.
                flyway.validate();
                return;
            }
            refuse(obstacle.get());
            flyway.migrate();
        } catch (FlywayValidateException e) {
            throw new SchemaUnusableException(
                    isNewer(flyway)
                            ? "the data was written by a newer version of this program; run that"
                                    + " one, or restore a backup from before"
                            : "the tables were changed by hand or by another program; restore a"
                                    + " backup",
                    e);
        } catch (FlywayException e) {
            throw new SchemaUnusableException(
                    "the tables could not be brought to this version of the program", e);
        }
    }

    static FluentConfiguration configured(DataSource connections) {
        return Flyway.configure(SchemaMigrations.class.getClassLoader())
                .dataSource(connections)
                .loggers("slf4j")
                // By default Flyway lets an older program write into newer tables.
                .ignoreMigrationPatterns(new String[0]);
    }

    /// Half a migration is worse than none: the embedded database cannot undo it.
    private static void refuse(Optional<String> obstacle) throws SchemaUnusableException {
        if (obstacle.isPresent()) {
            throw new SchemaUnusableException(
                    obstacle.get() + "; the tables need more to be brought to this version", null);
        }
    }

    private static boolean isNewer(Flyway flyway) {
        return Arrays.stream(flyway.info().applied())
                .map(MigrationInfo::getState)
                .anyMatch(
                        state ->
                                switch (state) {
                                    case FUTURE_SUCCESS, FUTURE_FAILED -> true;
                                    default -> false;
                                });
    }
}
