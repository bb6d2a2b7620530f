package dev.supie.adapter.out.jooq;

import static dev.supie.adapter.out.jooq.schema.Tables.GUESTS;

import dev.supie.adapter.out.jooq.schema.tables.records.GuestsRecord;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.Joined;
import dev.supie.domain.meeting.Joined.Standing;
import dev.supie.domain.meeting.MeetingId;

import org.jooq.DSLContext;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Badges in meetings of others as rows, each within a transaction of the caller.
final class GuestRows {

    /// The words of [Standing] as they are stored.
    static final String LEFT = "left";

    static final String SERVED = "served";

    private GuestRows() {}

    /// As it is now, whatever it was before.
    static void store(DSLContext sql, MeetingId meeting, Joined joined) {
        GuestsRecord row = new GuestsRecord();
        row.setMeeting(meeting.value());
        row.setDevice(joined.device().value());
        row.setJoinedAt(KeptTime.millis(joined.at()));
        row.setStanding(joined.standing().name().toLowerCase(Locale.ROOT));
        int updated =
                sql.update(GUESTS)
                        .set(row)
                        .where(GUESTS.MEETING.eq(row.getMeeting()))
                        .and(GUESTS.DEVICE.eq(row.getDevice()))
                        .execute();
        if (updated == 0) {
            sql.insertInto(GUESTS).set(row).execute();
        }
    }

    static List<Joined> of(DSLContext sql, MeetingId meeting) {
        return sql.selectFrom(GUESTS)
                .where(GUESTS.MEETING.eq(meeting.value()))
                .orderBy(GUESTS.ORDINAL)
                .fetch(
                        row ->
                                new Joined(
                                        new DeviceId(row.getDevice()),
                                        KeptTime.instant(row.getJoinedAt()),
                                        Standing.valueOf(
                                                row.getStanding().toUpperCase(Locale.ROOT))));
    }

    /// The meeting that the badge has joined last and not left.
    static Optional<LastJoined> lastOf(DSLContext sql, DeviceId device) {
        return sql.select(GUESTS.MEETING, GUESTS.JOINED_AT)
                .from(GUESTS)
                .where(GUESTS.DEVICE.eq(device.value()))
                .and(GUESTS.STANDING.ne(LEFT))
                .orderBy(GUESTS.JOINED_AT.desc(), GUESTS.ORDINAL.desc())
                .limit(1)
                .fetchOptional(row -> new LastJoined(new MeetingId(row.value1()), row.value2()));
    }

    /// @param at in the unit of the column
    record LastJoined(MeetingId meeting, long at) {}
}
