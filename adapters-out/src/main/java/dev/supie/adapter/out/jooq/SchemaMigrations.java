package dev.supie.adapter.out.jooq;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.exception.FlywayValidateException;

import java.util.Arrays;

import javax.sql.DataSource;

/// Brings the tables to what this program knows: `db/migration/V*.sql`, each run once, in order.
final class SchemaMigrations {

    private SchemaMigrations() {}

    static void migrate(DataSource connections) throws SchemaUnusableException {
        Flyway flyway =
                Flyway.configure(SchemaMigrations.class.getClassLoader())
                        .dataSource(connections)
                        .loggers("slf4j")
                        // By default Flyway lets an older program write into newer tables.
                        .ignoreMigrationPatterns(new String[0])
                        .load();
        try {
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
