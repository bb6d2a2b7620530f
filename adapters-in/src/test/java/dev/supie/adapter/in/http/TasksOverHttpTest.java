package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.in.network.TrustedProxies;
import dev.supie.application.fake.InMemoryMeetingStore;
import dev.supie.application.fake.InMemoryTaskStore;
import dev.supie.application.fixture.HeldMeeting;
import dev.supie.domain.meeting.Minutes;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// WF-9, and what tools need beside it: tasks over HTTP.
class TasksOverHttpTest {

    private static final String WORKFLOW = "/supie/workflow";
    private static final String GROUP = "?groupKey=94:A9:90:";

    private final InMemoryMeetingStore meetings = new InMemoryMeetingStore();
    private final InMemoryTaskStore store = new InMemoryTaskStore();
    private final Site site = site(Optional.empty(), 1000);

    private Site site(Optional<AccessToken> token, int rate) {
        var settings = new HttpSettings(ZoneOffset.UTC, token, rate, Set.of(), TrustedProxies.NONE);
        var tasks = Wiring.tasks(store, () -> Meetings.NOON);
        return Site.with(
                Wiring.routes(settings, meetings, tasks, () -> Meetings.NOON)::onHttpListener);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private HttpResponse<String> post(String verb, String body) {
        return site.send(
                site.to(WORKFLOW + verb)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    private static JsonObject data(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response.body());
        return Site.json(response).getJsonObject("data");
    }

    private static void assertRefused(int status, String error, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals(error, Site.json(response).getString("error"));
    }

    private List<String> ids(String query) {
        return data(site.read(WORKFLOW + GROUP + query))
                .getJsonArray("tasks")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(task -> task.getString("id"))
                .toList();
    }

    private void threeTasks() {
        data(
                post(
                        "/tasks",
                        "{'groupKey':'94:a9:90','tasks':["
                                + "{'id':'a','title':'Write report','owner':'Li|aa:01',"
                                + "'notes':'for 王'},"
                                + "{'id':'b','title':'修门','priority':0,'due':'2026-11-01'},"
                                + "{'id':'c','title':'=1+1, \\'x\\'','status':'done'}]}"));
    }

    @Test
    void whatIsWrittenIsListedInOrderWithAllItsFields() {
        threeTasks();

        JsonObject page = data(site.read(WORKFLOW + GROUP));

        assertEquals("94:a9:90", page.getString("groupKey"));
        assertEquals(3, page.getInt("total"));
        assertEquals(
                "{\"id\":\"b\",\"title\":\"修门\",\"priority\":0,\"status\":\"open\","
                        + "\"owner\":\"http\",\"groupKey\":\"94:a9:90\",\"due\":\"2026-11-01\","
                        + "\"overdue\":true,\"version\":1,"
                        + "\"createdAt\":\"2026-11-21T12:00:00Z\","
                        + "\"updatedAt\":\"2026-11-21T12:00:00Z\"}",
                page.getJsonArray("tasks").getFirst().toString());
        assertEquals(List.of("b", "a", "c"), ids(""));
    }

    @ParameterizedTest
    @CsvSource({
        "&status=open, 'b,a'",
        "&status=DONE, c",
        "&owner=li, a",
        "&owner=http, 'b,c'",
        "&q=REPORT, a",
        "&q=%E9%97%A8, b",
        "&q=%E7%8E%8B, a",
        "&status=open&q=x, ''",
        "&status=&owner=&q=, 'b,a,c'",
        "&limit=1, b",
        "&offset=1&limit=1, a",
        "&offset=3, ''"
    })
    void filtersAndPages(String query, String expected) {
        threeTasks();

        assertEquals(expected, String.join(",", ids(query)));
    }

    @Test
    void anotherGroupSeesNothing() {
        threeTasks();

        assertEquals(0, data(site.read(WORKFLOW + "?groupKey=other")).getInt("total"));
    }

    @Test
    void everyWrongParameterIsNamed() {
        assertRefused(400, "groupKey must be 1..128 characters", site.read(WORKFLOW));
        assertRefused(
                400,
                "offset must be an integer 0..400; limit must be an integer 1..400; groupKey must be"
                        + " 1..128 characters; status must be open or done",
                site.read(WORKFLOW + "/?groupKey=%20&offset=-1&limit=401&status=half"));
        assertRefused(
                400,
                "q must be at most 200 characters",
                site.read(WORKFLOW + GROUP + "&q=" + "x".repeat(201)));
    }

    @Test
    void onlyTheGivenFieldsChangeAndOthersStay() {
        threeTasks();
        data(
                post(
                        "/tasks",
                        "{'groupKey':'94:a9:90','tasks':[{'id':'a','priority':1,'notes':null,"
                                + "'colour':{'r':[1,2]},'version':7}]}"));

        JsonObject task =
                data(site.read(WORKFLOW + GROUP + "&owner=li"))
                        .getJsonArray("tasks")
                        .getJsonObject(0);

        assertEquals("Write report", task.getString("title"));
        assertEquals(1, task.getInt("priority"));
        assertFalse(task.containsKey("notes"));
        assertEquals("{\"r\":[1,2]}", task.getJsonObject("colour").toString());
        assertEquals(2, task.getInt("version"));
    }

    @Test
    void aTaskWithoutAnIdGetsOne() {
        JsonObject done =
                data(post("/tasks", "{'groupKey':'g','tasks':[{'title':'x'},{'title':'y'}]}"));

        List<String> ids =
                done.getJsonArray("ids").getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList();
        assertEquals(2, ids.stream().distinct().count());
        assertTrue(ids.stream().allMatch(id -> id.matches("t-[0-9a-f]{12}")), ids::toString);
    }

    @Test
    void completingTwiceIsIdempotent() {
        threeTasks();
        String both = "{'groupKey':'94:a9:90','ids':['a','b']}";

        assertEquals(
                "{\"ids\":[\"a\",\"b\"],\"idempotent\":false}",
                data(post("/complete", both)).toString());
        assertTrue(data(post("/complete", both)).getBoolean("idempotent"));
        assertEquals(List.of(), ids("&status=open"));
    }

    @Test
    void oneUnknownTaskRefusesThemAll() {
        threeTasks();

        assertRefused(
                404,
                "unknown in group 94:a9:90: nope",
                post("/complete", "{'groupKey':'94:a9:90','ids':['a','nope']}"));
        assertEquals(List.of("b", "a"), ids("&status=open"));
    }

    @Test
    void aBodyThatIsNestedWithoutEndIsRefused() {
        assertRefused(
                400,
                "the body may be nested at most 32 deep",
                post("/tasks", "{'tasks':" + "[".repeat(20_000)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/tasks | nonsense | the body is not valid JSON",
                "/tasks | [] | the body must be a JSON object",
                "/tasks | {} | missing: groupKey; missing: tasks",
                "/tasks | {'groupKey':7,'tasks':[]} | groupKey must be string of 1..128 characters;"
                        + " tasks must be array of 1..100 {id,title,…}",
                "/tasks | {'groupKey':'g','tasks':[{'id':'x'}]} |"
                        + " missing: title of what is new in group g: x",
                "/tasks | {'groupKey':'g','tasks':[3,{'title':'','priority':4}]} |"
                        + " tasks[0] must be object; tasks[1]: title must be string of 1..200"
                        + " characters; tasks[1]: priority must be integer 0..3",
                "/tasks | {'groupKey':'g','tasks':[{'title':'x','priority':1e999999999}]} |"
                        + " tasks[0]: priority must be integer 0..3",
                "/tasks | {'groupKey':'g','tasks':[{'title':'x','due':'soon'}]} |"
                        + " tasks[0]: due must be an ISO date like 2026-11-30 or 2026-11-30T17:00,"
                        + " with Z or +08:00 if wanted",
                "/complete | {'groupKey':'g','ids':['']} |"
                        + " ids must be array of string of 1..64 characters",
                "/complete | {'groupKey':'g'} | missing: ids",
                "/import-from-meeting | {'sessionId':'a b'} | missing: groupKey; sessionId must be"
                        + " string of 1..64 letters, digits or hyphens"
            })
    void everythingWrongWithABodyIsNamed(String path, String body, String error) {
        assertRefused(400, error.strip(), post(path, body));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 2000, 60_000})
    void aMonstrousNumberHarmsNobody(int digits) {
        HttpResponse<String> response =
                post(
                        "/tasks",
                        "{'groupKey':'g','tasks':[{'title':'x','n':" + "9".repeat(digits) + "}]}");

        assertEquals(digits == 400 ? 200 : 400, response.statusCode(), response.body());
    }

    @Test
    void aBodyHasALimit() {
        assertRefused(
                413,
                "the body must be at most 65536 bytes",
                post("/tasks", " ".repeat(WorkflowRouting.BODY_BYTES_MAX + 1)));
    }

    @Test
    void csvIsAFile() {
        threeTasks();
        HttpResponse<String> response =
                site.read(WORKFLOW + "/export.csv" + GROUP + "&status=done");

        assertEquals("text/csv; charset=UTF-8", Site.header(response, "content-type"));
        assertEquals(
                "attachment; filename=\"tasks-94-a9-90.csv\"",
                Site.header(response, "content-disposition"));
        assertEquals(
                "c,\"'=1+1, \"\"x\"\"\",done,2,http,94:a9:90,,false,,2026-11-21T12:00:00Z,"
                        + "2026-11-21T12:00:00Z",
                response.body().lines().toList().getLast());
    }

    @Test
    void jsonIsAFileToo() {
        threeTasks();
        HttpResponse<String> response = site.read(WORKFLOW + "/export.json" + GROUP);

        assertEquals("application/json; charset=UTF-8", Site.header(response, "content-type"));
        assertEquals(3, Site.json(response).getJsonArray("tasks").size());
        assertRefused(
                400, "groupKey must be 1..128 characters", site.read(WORKFLOW + "/export.csv"));
    }

    @Test
    void aMeetingIsImportedAsOftenAsOneLikes() {
        new HeldMeeting("m1", Meetings.NOON)
                .with(
                        new Minutes(
                                "t",
                                List.of(),
                                List.of(),
                                List.of("Ann writes"),
                                List.of(),
                                List.of("Meet")))
                .finishedIn(meetings, true);
        new HeldMeeting("m2", Meetings.NOON.plusSeconds(1)).runningIn(meetings);

        for (String body :
                List.of("{'groupKey':'94:a9:90','sessionId':'m1'}", "{'groupKey':'94:a9:90'}")) {
            assertEquals(
                    "{\"imported\":2,\"ids\":[\"MEET-m1-A1\",\"MEET-m1-N1\"],\"sessionId\":\"m1\"}",
                    data(post("/import-from-meeting", body)).toString());
        }
        assertEquals(List.of("MEET-m1-A1", "MEET-m1-N1"), ids(""));
        assertRefused(
                409,
                "the meeting has no minutes yet; end it at its badge first, or wait until they are"
                        + " written",
                post("/import-from-meeting", "{'groupKey':'g','sessionId':'m2'}"));
        assertRefused(
                404,
                "no such meeting",
                post("/import-from-meeting", "{'groupKey':'g','sessionId':'m3'}"));
        assertRefused(
                404,
                "no meeting of this group has minutes; name one by sessionId",
                post("/import-from-meeting", "{'groupKey':'g'}"));
    }

    @Test
    void theTokenOfMeetingsIsNeededToReadAndToWrite() {
        try (Site guarded = site(Optional.of(new AccessToken("s3cret")), 1000)) {
            String path = WORKFLOW + GROUP;
            String body = "{\"groupKey\":\"g\",\"tasks\":[{\"title\":\"x\"}]}";

            assertEquals(401, guarded.read(path).statusCode());
            assertEquals(
                    200,
                    guarded.send(guarded.to(path).header("X-API-Token", "s3cret")).statusCode());
            var write = guarded.to(WORKFLOW + "/tasks").POST(BodyPublishers.ofString(body));
            assertEquals(401, guarded.send(write).statusCode());
            assertEquals(
                    200, guarded.send(write.header("Authorization", "Bearer s3cret")).statusCode());
        }
    }

    @Test
    void tasksAndMeetingsShareTheirRate() {
        try (Site slow = site(Optional.empty(), 2)) {
            assertEquals(200, slow.read(WORKFLOW + GROUP).statusCode());
            assertEquals(200, slow.read("/supie/meetings/recent").statusCode());
            HttpResponse<String> third = slow.read(WORKFLOW + "/export.csv" + GROUP);
            assertEquals(429, third.statusCode());
            assertEquals("1", Site.header(third, "retry-after"));
        }
    }

    @Test
    void aStoreThatFailsIsUnavailable() {
        threeTasks();
        store.failNextSaveBefore();

        assertRefused(
                503,
                "the store is not available, try again later",
                post("/complete", "{'groupKey':'94:a9:90','ids':['a']}"));
        store.goAway();
        assertEquals(503, site.read(WORKFLOW + "?groupKey=unknown").statusCode());
        store.comeBack();
        assertEquals(List.of("b", "a"), ids("&status=open"));
    }
}
