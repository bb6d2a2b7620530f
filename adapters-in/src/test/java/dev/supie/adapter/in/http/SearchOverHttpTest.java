package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supie.application.fake.InMemoryMeetingStore;
import dev.supie.application.fixture.HeldMeeting;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URLEncoder;
import java.util.List;

/// REST-1: `GET /supie/meetings/search`.
class SearchOverHttpTest {

    private final InMemoryMeetingStore store = new InMemoryMeetingStore();
    private final Site site =
            Site.with(Wiring.routes(Wiring.OPEN, store, () -> Meetings.NOON)::onHttpListener);

    @AfterEach
    void close() {
        site.close();
    }

    private JsonObject found(String question) {
        return page("q=" + URLEncoder.encode(question, UTF_8));
    }

    private JsonObject page(String query) {
        return Replies.found(site, "/supie/meetings/search?" + query).getJsonObject("data");
    }

    private static List<String> ids(JsonObject page) {
        return page.getJsonArray("hits")
                .getValuesAs(hit -> hit.asJsonObject().getJsonObject("meeting").getString("id"));
    }

    @Test
    void aHitShowsTheMeetingAndWhatWasFound() {
        new HeldMeeting("m1", Meetings.NOON)
                .titled("周会 Weekly")
                .saying("<b>预算</b> is fine")
                .finishedIn(store, true);

        assertEquals(
                "{\"total\":1,\"offset\":0,\"searched\":1,\"complete\":true,\"hits\":[{"
                        + "\"meeting\":{\"id\":\"m1\",\"deviceId\":\"94:a9:90:00:00:01\","
                        + "\"title\":\"周会 Weekly\",\"phase\":\"finalized\","
                        + "\"startedAt\":\"2026-11-21T12:00:00Z\",\"startedAtMs\":1795262400000,"
                        + "\"endedAt\":\"2026-11-21T12:30:00Z\",\"endedAtMs\":1795264200000,"
                        + "\"durationMs\":1800000,\"totalSegments\":1},\"score\":13,"
                        + "\"excerpts\":[{\"in\":\"title\",\"text\":\"周会 Weekly\","
                        + "\"marks\":[{\"start\":3,\"end\":9}]},"
                        + "{\"in\":\"transcript\",\"n\":1,\"ts\":1795262401000,"
                        + "\"speakerId\":\"Li\",\"text\":\"<b>预算</b> is fine\","
                        + "\"marks\":[{\"start\":3,\"end\":5}]}]}]}",
                found("weekly 预算").toString());
    }

    @Test
    void spacesComeInBothFormsAndPercentSignsAreText() {
        new HeldMeeting("m1", Meetings.NOON).saying("100% of a+b").finishedIn(store, true);

        assertEquals(List.of("m1"), ids(page("q=100%25+of")));
        assertEquals(List.of("m1"), ids(page("q=100%25%20a%2Bb")));
        assertEquals(List.of(), ids(page("q=%25b")));
        assertEquals(List.of(), ids(page("q=_")));
        assertEquals(List.of(), ids(page("q='%20OR%201=1")));
    }

    @Test
    void pagesAreCut() {
        for (int i = 1; i <= 3; i++) {
            new HeldMeeting("m" + i, Meetings.NOON.plusSeconds(i))
                    .titled("plan")
                    .finishedIn(store, true);
        }
        JsonObject page = page("q=plan&offset=1&limit=1");

        assertEquals(List.of("m2"), ids(page));
        assertEquals(3, page.getInt("total"));
        assertTrue(page.getBoolean("complete"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', q must say what to look for",
        "q=, q must say what to look for",
        "q=+, q must say what to look for",
        "q=%ff, q must be percent-encoded UTF-8; q must say what to look for",
        "q=a&q=b, q must be given once",
        "q=a+b+c+d+e+f+g+h+i, q must have at most 8 different words",
        "q=a&limit=51, limit must be an integer 1..50",
        "q=a&offset=1001&limit=0, limit must be an integer 1..50; offset must be an integer 0..1000"
    })
    void whatCannotBeIsNamed(String query, String error) {
        Replies.assertWrong(site, "/supie/meetings/search?" + query, error);
    }

    /// Below HTTP, because no proper client would send it.
    @ParameterizedTest
    @ValueSource(strings = {"q=%", "q=%zz", "q=a%e4%bd", "q=%c0%af"})
    void whatIsNotEncodedIsNamed(String query) {
        QueryParameters parameters = QueryParameters.of(query);

        assertEquals("", parameters.words("q"));
        assertEquals(List.of("q must be percent-encoded UTF-8"), parameters.problems());
    }

    @Test
    void aQuestionThatIsTooLongIsRefused() {
        Replies.assertWrong(
                site,
                "/supie/meetings/search?q=" + "a".repeat(201),
                "q must be at most 200 characters");
        assertFalse(page("q=" + "a".repeat(200)).getJsonArray("hits") == null);
    }
}
