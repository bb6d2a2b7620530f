package dev.supie.adapter.out.jooq;

import static dev.supie.adapter.out.jooq.schema.Tables.GUESTS;
import static dev.supie.adapter.out.jooq.schema.Tables.MEETINGS;

import dev.supie.domain.kernel.DeviceId;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Asks whether a badge is to be given a summary, of a meeting of its own or one that it has
/// joined. Every badge that connects is asked for, and nearly none is; so the query is rendered
/// once, which would cost more than running it.
final class WaitingSummary {

    private static final Field<String> BADGE = DSL.val("");

    private final String query;

    WaitingSummary(SQLDialect dialect) {
        this.query =
                DSL.using(dialect)
                        .select(DSL.inline(1))
                        .where(
                                DSL.exists(
                                        DSL.selectOne()
                                                .from(MEETINGS)
                                                .where(MeetingQueries.isUndeliveredOf(BADGE))))
                        .or(
                                DSL.exists(
                                        DSL.selectOne()
                                                .from(GUESTS)
                                                .join(MEETINGS)
                                                .on(MEETINGS.ID.eq(GUESTS.MEETING))
                                                .where(MeetingQueries.isAwaitedBy(BADGE))))
                        .getSQL();
    }

    boolean existsFor(DSLContext sql, DeviceId device) {
        return sql.connectionResult(connection -> exists(connection, device));
    }

    private boolean exists(Connection connection, DeviceId device) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, device.value());
            statement.setString(2, device.value());
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }
}
