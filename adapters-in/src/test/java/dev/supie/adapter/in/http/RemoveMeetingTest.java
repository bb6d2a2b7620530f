package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.in.network.TrustedProxies;
import dev.supie.application.fake.InMemoryMeetingStore;
import dev.supie.application.fixture.HeldMeeting;
import dev.supie.application.meeting.port.ArchiveQuery;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// REST-1: `DELETE /supie/meetings/{id}`, for administrators only.
class RemoveMeetingTest {

    private static final String MEETINGS = "/supie/meetings/";

    private final InMemoryMeetingStore store = new InMemoryMeetingStore();
    private final Site site =
            Site.with(
                    Wiring.routes(
                                    new HttpSettings(
                                            ZoneOffset.UTC,
                                            Optional.of(new AccessToken("read-only")),
                                            100,
                                            Set.of(),
                                            TrustedProxies.NONE),
                                    store,
                                    () -> Meetings.NOON)
                            ::onHttpListener);

    @AfterEach
    void close() {
        site.close();
    }

    private HttpResponse<String> delete(String id, String token) {
        return site.send(
                site.to(MEETINGS + id).header("Authorization", "Bearer " + token).DELETE());
    }

    private List<String> present() {
        return store
                .recent(new ArchiveQuery(100, Optional.empty(), Instant.MIN, Instant.MAX))
                .stream()
                .map(head -> head.id().value())
                .toList();
    }

    private void assertSaid(int status, String body, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals(body, response.body());
    }

    @Test
    void anAdministratorRemovesAMeetingForGood() {
        new HeldMeeting("m1", Meetings.NOON).saying("a").finishedIn(store, true);
        new HeldMeeting("m2", Meetings.NOON).saying("b").finishedIn(store, false);

        assertSaid(
                200,
                "{\"success\":true,\"data\":{\"id\":\"m1\","
                        + "\"deviceId\":\"94:a9:90:00:00:01\",\"delivered\":true}}",
                delete("m1", FrontDesk.ADMIN_TOKEN));
        assertTrue(delete("m2", FrontDesk.ADMIN_TOKEN).body().contains("\"delivered\":false"));

        assertEquals(List.of(), present());
        assertSaid(
                404,
                "{\"success\":false,\"error\":\"no such meeting\"}",
                delete("m1", FrontDesk.ADMIN_TOKEN));
    }

    @Test
    void aMeetingThatHasNotEndedStaysAndTheAnswerSaysWhatToDo() {
        new HeldMeeting("m1", Meetings.NOON).runningIn(store);

        assertSaid(
                409,
                "{\"success\":false,\"error\":\"the meeting has not ended; end it at its badge"
                        + " first, or wait until its minutes are written\"}",
                delete("m1", FrontDesk.ADMIN_TOKEN));
        assertEquals(List.of("m1"), present());
    }

    @ParameterizedTest
    @ValueSource(strings = {"read-only", "wrong"})
    void nobodyElseRemovesAnything(String token) {
        new HeldMeeting("m1", Meetings.NOON).finishedIn(store, true);

        assertEquals(401, delete("m1", token).statusCode());
        assertEquals(401, delete("unknown", token).statusCode());
        assertEquals(401, site.send(site.to(MEETINGS + "m1").DELETE()).statusCode());
        assertEquals(List.of("m1"), present());
    }

    @Test
    void anIdThatIsNoneIsNamed() {
        assertSaid(
                400,
                "{\"success\":false,\"error\":\"id must be 1..64 letters, digits or hyphens\"}",
                delete("not%20an%20id", FrontDesk.ADMIN_TOKEN));
    }

    @Test
    void anAdministratorReadsToo() {
        new HeldMeeting("m1", Meetings.NOON).finishedIn(store, true);

        assertEquals(200, read(FrontDesk.ADMIN_TOKEN).statusCode());
        assertEquals(200, read("read-only").statusCode());
        assertEquals(401, read("wrong").statusCode());
    }

    @Test
    void guessingTheAdminTokenWhileReadingIsLimitedAsElsewhere() {
        for (int i = 0; i < AdminGate.FAILED_MAX; i++) {
            assertEquals(401, read("guess" + i).statusCode());
        }

        assertEquals(429, read(FrontDesk.ADMIN_TOKEN).statusCode());
        assertEquals(429, delete("m1", FrontDesk.ADMIN_TOKEN).statusCode());
        // Whoever has the other token is not kept from reading by those who guess.
        assertEquals(200, read("read-only").statusCode());
    }

    private HttpResponse<String> read(String token) {
        return site.send(site.to(MEETINGS + "recent").header("X-API-Token", token));
    }
}
