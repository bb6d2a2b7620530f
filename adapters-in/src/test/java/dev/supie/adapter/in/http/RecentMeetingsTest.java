package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.domain.meeting.Quality;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;

/// REST-1: the list of recent meetings.
class RecentMeetingsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final ShelfOfMeetings shelf = new ShelfOfMeetings();
    private final Site site = Site.with(Wiring.routes(shelf)::onHttpListener);

    @AfterEach
    void close() {
        site.close();
    }

    private List<String> ids(String query) {
        return Replies.found(site, "/supie/meetings/recent" + query)
                .getJsonArray("data")
                .getValuesAs(meeting -> meeting.asJsonObject().getString("id"));
    }

    private void threeMeetings() {
        shelf.put(Meetings.recording("new", Meetings.NOON.minusSeconds(60), 3), List.of());
        shelf.put(
                Meetings.finalized("old", Meetings.NOON.minus(HOUR), new Quality.Full()),
                List.of());
        shelf.put(
                Meetings.finalizing("mid", Meetings.NOON.minusSeconds(600), Meetings.NOON),
                List.of());
    }

    @Test
    void withoutMeetingsTheListIsEmpty() {
        assertEquals(List.of(), ids(""));
    }

    @Test
    void newestComesFirst() {
        threeMeetings();

        assertEquals(List.of("new", "mid", "old"), ids(""));
        assertEquals(List.of("new", "mid", "old"), ids("/"));
    }

    @Test
    void entryShowsTheMeetingWithoutItsSummary() {
        threeMeetings();

        var entry =
                Replies.found(site, "/supie/meetings/recent").getJsonArray("data").getJsonObject(0);

        assertEquals(
                "{\"id\":\"new\",\"deviceId\":\"94:a9:90:00:00:01\",\"title\":\"\","
                        + "\"phase\":\"recording\",\"startedAt\":\"2026-11-21T11:59:00Z\","
                        + "\"startedAtMs\":1795262340000,\"durationMs\":60000,"
                        + "\"totalSegments\":3}",
                entry.toString());
    }

    @Test
    void limitCutsTheList() {
        threeMeetings();

        assertEquals(List.of("new", "mid"), ids("?limit=2"));
    }

    @Test
    void offsetBeginsALaterPage() {
        threeMeetings();

        assertEquals(List.of("mid", "old"), ids("?offset=1"));
        assertEquals(List.of("mid"), ids("?offset=1&limit=1"));
        assertEquals(List.of("new", "mid", "old"), ids("?offset=0"));
        assertEquals(List.of(), ids("?offset=3"));
    }

    @Test
    void pagesAreCutFromWhatTheFiltersLeave() {
        threeMeetings();
        long mid = Meetings.NOON.minusSeconds(600).toEpochMilli();

        assertEquals(List.of("mid"), ids("?fromTs=" + mid + "&offset=1"));
        assertEquals(List.of(), ids("?toTs=" + mid + "&offset=1"));
    }

    @Test
    void deviceIsNormalisedBeforeComparing() {
        threeMeetings();

        assertEquals(3, ids("?deviceId=%2294%3AA9%3A90%3A00%3A00%3A01%22").size());
        assertEquals(3, ids("?deviceId=").size());
        assertEquals(0, ids("?deviceId=other").size());
    }

    @Test
    void timesCutFromTheStartIncludedToTheEndExcluded() {
        threeMeetings();
        long mid = Meetings.NOON.minusSeconds(600).toEpochMilli();

        assertEquals(List.of("new", "mid"), ids("?fromTs=" + mid));
        assertEquals(List.of("old"), ids("?toTs=" + mid));
        assertEquals(List.of(), ids("?fromTs=" + mid + "&toTs=" + mid));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit must be an integer 1..100",
        "limit=101, limit must be an integer 1..100",
        "limit=, limit must be an integer 1..100",
        "limit=ten, limit must be an integer 1..100",
        "limit=1.5, limit must be an integer 1..100",
        "limit=%31, limit must be an integer 1..100",
        "limit=99999999999999999999, limit must be an integer 1..100",
        "offset=-1, offset must be an integer 0..1000000",
        "offset=1000001, offset must be an integer 0..1000000",
        "fromTs=-1, fromTs must be an integer 0..253402300799999",
        "toTs=253402300800000, toTs must be an integer 0..253402300799999",
        "fromTs=2&toTs=1, fromTs must not be after toTs",
        "limit=1&limit=2, limit must be given once"
    })
    void wrongParameterIsNamedWithItsRange(String query, String error) {
        Replies.assertWrong(site, "/supie/meetings/recent?" + query, error);
    }

    @Test
    void everyWrongParameterIsNamed() {
        Replies.assertWrong(
                site,
                "/supie/meetings/recent?limit=x&deviceId=" + "d".repeat(129) + "&toTs=y",
                "limit must be an integer 1..100; "
                        + "deviceId must be 1..128 characters: "
                        + "the id is longer than 128 characters; "
                        + "toTs must be an integer 0..253402300799999");
    }

    @Test
    void unknownParameterIsIgnored() {
        assertEquals(List.of(), ids("?colour=blue&&=&flag"));
    }
}
