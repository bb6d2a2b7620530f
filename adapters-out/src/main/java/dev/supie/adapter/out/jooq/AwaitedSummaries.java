package dev.supie.adapter.out.jooq;

import static dev.supie.adapter.out.jooq.schema.Tables.GUESTS;
import static dev.supie.adapter.out.jooq.schema.Tables.MEETINGS;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Origin;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Asks which meetings of others a badge waits for the summary of. Like [WaitingSummary] it is
/// asked at every connection and rendered once.
final class AwaitedSummaries {

    private final String query;

    AwaitedSummaries(SQLDialect dialect) {
        this.query =
                DSL.using(dialect)
                        .select(MEETINGS.ID, MEETINGS.DEVICE, MEETINGS.STARTED_AT)
                        .from(GUESTS)
                        .join(MEETINGS)
                        .on(MEETINGS.ID.eq(GUESTS.MEETING))
                        .where(GUESTS.DEVICE.eq(""))
                        .and(GUESTS.STANDING.ne(DSL.inline(GuestRows.SERVED)))
                        .and(MEETINGS.PHASE.eq(DSL.inline(MeetingRows.FINALIZED)))
                        .orderBy(MEETINGS.STARTED_AT, MEETINGS.ORDINAL)
                        .limit(1)
                        .getSQL();
    }

    /// The oldest first.
    List<Origin> by(DSLContext sql, DeviceId guest, int limit) {
        return sql.connectionResult(connection -> by(connection, guest, limit));
    }

    private List<Origin> by(Connection connection, DeviceId guest, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, guest.value());
            statement.setLong(2, limit);
            try (ResultSet found = statement.executeQuery()) {
                List<Origin> origins = new ArrayList<>();
                while (found.next()) {
                    origins.add(
                            new Origin(
                                    new MeetingId(found.getString(1)),
                                    new DeviceId(found.getString(2)),
                                    KeptTime.instant(found.getLong(3))));
                }
                return origins;
            }
        }
    }
}
