package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.meeting.Quality;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/// REST-1: detail, transcript, and what there is not.
class MeetingsOverHttpTest {

    private final ShelfOfMeetings shelf = new ShelfOfMeetings();
    private final Site site = Site.with(Wiring.routes(shelf)::onHttpListener);

    @AfterEach
    void close() {
        site.close();
    }

    @Nested
    class Detail {

        @Test
        void finalizedMeetingShowsItsSummaryUnderTheNamesOfTheWire() {
            shelf.put(
                    Meetings.finalized("m-1", Meetings.NOON, new Quality.Full()),
                    Meetings.transcript(25));

            var data = Replies.found(site, "/supie/meetings/m-1").getJsonObject("data");

            assertEquals("finalized", data.getString("phase"));
            assertEquals("周会 weekly", data.getString("title"));
            assertEquals("2026-11-21T12:00:00Z", data.getString("startedAt"));
            assertEquals("2026-11-21T13:02:05Z", data.getString("endedAt"));
            assertEquals(1_795_266_125_000L, data.getJsonNumber("endedAtMs").longValue());
            assertEquals(3_725_000L, data.getJsonNumber("durationMs").longValue());
            assertEquals(25, data.getInt("totalSegments"));
            assertEquals(
                    "{\"sessionId\":\"m-1\",\"title\":\"周会 weekly\",\"duration\":\"01:02:05\","
                            + "\"bullets\":[\"a\",\"b\",\"c\",\"d\",\"e\"],"
                            + "\"decisions\":[\"ship it\"],\"actions\":[\"Ann writes tests\"],"
                            + "\"risks\":[],\"nextSteps\":[\"meet again\"],\"bulletsLength\":5,"
                            + "\"sourceSegments\":25,\"checkpoint\":false,"
                            + "\"provider\":\"extractive\"}",
                    data.getJsonObject("summary").toString());
            assertFalse(data.containsKey("preview"));
        }

        @Test
        void degradedSummarySaysSoAndWhy() {
            shelf.put(
                    Meetings.finalized("m-1", Meetings.NOON, new Quality.Degraded("model is off")),
                    List.of());

            var summary =
                    Replies.found(site, "/supie/meetings/m-1")
                            .getJsonObject("data")
                            .getJsonObject("summary");

            assertTrue(summary.getBoolean("degraded"));
            assertEquals("model is off", summary.getString("degradedReason"));
        }

        @Test
        void meetingThatIsFinalizingHasAnEndButNoSummary() {
            var start = Meetings.NOON.minusSeconds(90);
            shelf.put(Meetings.finalizing("m-1", start, Meetings.NOON), List.of());

            var data = Replies.found(site, "/supie/meetings/m-1/").getJsonObject("data");

            assertEquals("finalizing", data.getString("phase"));
            assertEquals("2026-11-21T12:00:00Z", data.getString("endedAt"));
            assertEquals(90_000, data.getInt("durationMs"));
            assertFalse(data.containsKey("summary"));
        }

        @Test
        void clockThatIsSetBackShowsNoNegativeDuration() {
            shelf.put(Meetings.recording("m-1", Meetings.NOON.plusSeconds(9), 0), List.of());

            assertEquals(
                    0,
                    Replies.found(site, "/supie/meetings/m-1")
                            .getJsonObject("data")
                            .getInt("durationMs"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"?preview", "?preview=", "?preview=true", "?preview=1"})
        void previewAddsTheFirstTwentySegments(String query) {
            shelf.put(Meetings.recording("m-1", Meetings.NOON, 25), Meetings.transcript(25));

            var preview =
                    Replies.found(site, "/supie/meetings/m-1" + query)
                            .getJsonObject("data")
                            .getJsonArray("preview");

            assertEquals(20, preview.size());
            assertEquals(1, preview.getJsonObject(0).getInt("n"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"?preview=false", "?preview=0", ""})
        void previewCanBeOff(String query) {
            shelf.put(Meetings.recording("m-1", Meetings.NOON, 25), Meetings.transcript(25));

            assertFalse(
                    Replies.found(site, "/supie/meetings/m-1" + query)
                            .getJsonObject("data")
                            .containsKey("preview"));
        }

        @Test
        void wrongPreviewIsNamed() {
            Replies.assertWrong(
                    site, "/supie/meetings/m-1?preview=maybe", "preview must be true or false");
        }
    }

    @Nested
    class Transcript {

        private JsonObject page(String query) {
            shelf.put(Meetings.recording("m-1", Meetings.NOON, 120), Meetings.transcript(120));
            return Replies.found(site, "/supie/meetings/m-1/transcript" + query)
                    .getJsonObject("data");
        }

        @Test
        void firstPageHoldsAHundredSegments() {
            var page = page("");

            assertEquals(120, page.getInt("total"));
            assertEquals(0, page.getInt("offset"));
            assertEquals(100, page.getJsonArray("segments").size());
            assertEquals(
                    "{\"n\":1,\"ts\":1795262401000,\"speakerId\":\"94:a9:90:00:00:01\","
                            + "\"text\":\"第 1 line\"}",
                    page.getJsonArray("segments").getJsonObject(0).toString());
        }

        @Test
        void offsetAndLimitPickAPage() {
            var page = page("?offset=110&limit=500");

            assertEquals(110, page.getInt("offset"));
            assertEquals(10, page.getJsonArray("segments").size());
            assertEquals(111, page.getJsonArray("segments").getJsonObject(0).getInt("n"));
        }

        @Test
        void pageBehindTheEndIsEmpty() {
            var page = page("?offset=1000000000");

            assertEquals(120, page.getInt("total"));
            assertTrue(page.getJsonArray("segments").isEmpty());
        }

        @ParameterizedTest
        @CsvSource({
            "offset=-1, offset must be an integer 0..1000000000",
            "offset=1000000001, offset must be an integer 0..1000000000",
            "limit=0, limit must be an integer 1..500",
            "limit=501, limit must be an integer 1..500",
            "offset=a&limit=b, "
                    + "offset must be an integer 0..1000000000; limit must be an integer 1..500"
        })
        void wrongParameterIsNamedWithItsRange(String query, String error) {
            Replies.assertWrong(site, "/supie/meetings/m-1/transcript?" + query, error);
        }
    }

    @Nested
    class Missing {

        @ParameterizedTest
        @ValueSource(strings = {"/supie/meetings/nope", "/supie/meetings/nope/transcript"})
        void unknownMeetingIsNotFound(String path) {
            var response = site.read(path);

            assertEquals(404, response.statusCode());
            assertEquals("{\"success\":false,\"error\":\"no such meeting\"}", response.body());
        }

        @ParameterizedTest
        @ValueSource(strings = {"a%20b", "%E4%BC%9A", "a_b", "a.b"})
        void idThatNoMeetingCanHaveIsWrong(String id) {
            Replies.assertWrong(
                    site, "/supie/meetings/" + id, "id must be 1..64 letters, digits or hyphens");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/supie/", "/supie/meetings", "/supie/x", "/supie/meetings/a/b"})
        void unknownPathOfTheTreeIsNotFoundInJson(String path) {
            var response = site.read(path);

            assertEquals(404, response.statusCode());
            assertEquals("{\"success\":false,\"error\":\"not found\"}", response.body());
            assertEquals("no-store", Site.header(response, "cache-control"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/", "/supie", "/elsewhere", "/observe/health"})
        void unknownPathElsewhereIsNotFoundInPlainText(String path) {
            var response = site.read(path);

            assertEquals(404, response.statusCode());
            assertEquals("not found", response.body());
            assertEquals("text/plain", Site.header(response, "content-type"));
            assertEquals("no-store", Site.header(response, "cache-control"));
            assertEquals("nosniff", Site.header(response, "x-content-type-options"));
        }

        @Test
        void meetingsCannotBeWrittenHere() {
            var response =
                    site.send(
                            site.to("/supie/meetings/recent").POST(BodyPublishers.ofString("{}")));

            assertEquals(404, response.statusCode());
        }
    }
}
