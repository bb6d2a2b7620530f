package dev.supie.adapter.out.jooq;

import static dev.supie.adapter.out.jooq.schema.Tables.MEETINGS;

import dev.supie.domain.kernel.DeviceId;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Asks whether a badge has a summary to be delivered. Every badge that connects is asked for, and
/// nearly none has one; so the query is rendered once, which would cost more than running it.
final class WaitingSummary {

    private final String query;

    WaitingSummary(SQLDialect dialect) {
        this.query =
                DSL.using(dialect)
                        .select(DSL.inline(1))
                        .from(MEETINGS)
                        .where(MEETINGS.DEVICE.eq(""))
                        .and(MEETINGS.PHASE.eq(DSL.inline(MeetingRows.FINALIZED)))
                        .and(MEETINGS.DELIVERED.isFalse())
                        .limit(DSL.inline(1))
                        .getSQL();
    }

    boolean existsFor(DSLContext sql, DeviceId device) {
        return sql.connectionResult(connection -> exists(connection, device));
    }

    private boolean exists(Connection connection, DeviceId device) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, device.value());
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }
}
