package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.administration.port.AuditTrail;
import dev.supie.application.administration.port.LogLevels;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;

/// REST-1: what administrators see and change, and that every change leaves a note.
class ServerAdministrationTest {

    private static final String ADMIN = "/supie/admin";

    private final BackOffice office = new BackOffice();
    private final FrontDesk front = new FrontDesk(true, () -> BackOffice.START.plusSeconds(5));
    private final Site site =
            Site.with(
                    Wiring.routes(
                                    front.desk(),
                                    office.desk(),
                                    () -> BackOffice.START.plusSeconds(5))
                            ::onHttpListener);

    @AfterEach
    void close() {
        site.close();
    }

    private HttpResponse<String> read(String path) {
        return site.send(
                site.to(ADMIN + path).header("Authorization", "Bearer " + FrontDesk.ADMIN_TOKEN));
    }

    private HttpResponse<String> change(String path, String body) {
        return site.send(
                site.to(ADMIN + path)
                        .header("X-API-Token", FrontDesk.ADMIN_TOKEN)
                        .POST(BodyPublishers.ofString(body)));
    }

    private static String data(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response.body());
        return Objects.requireNonNull(Site.json(response).get("data")).toString();
    }

    private AuditTrail.Entry noted(String action, String target, String result) {
        return new AuditTrail.Entry("admin-token", "127.0.0.1", action, target, result);
    }

    @Test
    void theServerSaysWhatItIsAndHowLongItRuns() {
        assertEquals(
                "{\"version\":\"1.2.3\",\"startedAt\":\"2026-11-21T11:00:00Z\",\"uptimeMs\":5000,"
                        + "\"connections\":1,\"meetings\":1}",
                data(read("/server")));
    }

    @Test
    void connectedBadgesAreShownWithWhatTheyDo() {
        assertEquals(
                "[{\"deviceId\":\"aa:01\",\"sessionId\":\"s1\",\"address\":\"10.0.0.7\","
                        + "\"mode\":\"meeting\",\"connectedMs\":1795258800000,"
                        + "\"lastHeardMs\":1795258890000,\"meetingId\":\"m1\"}]",
                data(read("/devices/online")));
    }

    @Test
    void meetingsThatRunAreShown() {
        assertEquals(
                "[{\"id\":\"m1\",\"deviceId\":\"aa:01\",\"guests\":[\"aa:02\"],"
                        + "\"phase\":\"recording\",\"startedAt\":\"2026-11-21T11:01:00Z\","
                        + "\"startedAtMs\":1795258860000,\"totalSegments\":3}]",
                data(read("/meetings/running")));
    }

    @Test
    void queuesAreShown() {
        assertEquals(
                "[{\"deviceId\":\"aa:02\",\"waiting\":2,\"oldestMs\":1795258800000,"
                        + "\"bytes\":345}]",
                data(read("/queues")));
    }

    @Test
    void lookingLeavesNoNote() {
        read("/server");
        read("/devices/online");
        read("/meetings/running");
        read("/queues");
        read("/log-level");
        assertEquals(List.of(), office.trail);
    }

    @Test
    void aBadgeIsSentAway() {
        assertEquals(
                "{\"deviceId\":\"aa:01\",\"connections\":1}",
                data(change("/devices/kick", "{\"deviceId\":\" AA:01\"}")));
        assertEquals(404, change("/devices/kick", "{\"deviceId\":\"aa:03\"}").statusCode());
        assertEquals(
                List.of(noted("kick", " AA:01", "done"), noted("kick", "aa:03", "unknown")),
                office.trail);
    }

    @Test
    void anInboxIsCleared() {
        assertEquals(
                "{\"deviceId\":\"aa:02\",\"dropped\":2}",
                data(change("/queues/purge", "{\"deviceId\":\"aa:02\"}")));
        assertEquals(List.of(noted("purge", "aa:02", "done")), office.trail);
    }

    @Test
    void aStoreThatFailsIsSaidAndNoted() {
        office.loseTheStore();
        assertEquals(503, change("/queues/purge", "{\"deviceId\":\"aa:02\"}").statusCode());
        assertEquals(List.of(noted("purge", "aa:02", "failed")), office.trail);
    }

    @Test
    void aBackupIsAFileAndIsNoted() {
        HttpResponse<String> response = read("/backup");
        assertEquals(200, response.statusCode());
        assertEquals("everything", response.body());
        assertEquals("application/zip", Site.header(response, "Content-Type"));
        assertEquals(
                "attachment; filename=\"all.zip\"", Site.header(response, "Content-Disposition"));
        assertEquals("no-store", Site.header(response, "Cache-Control"));
        assertEquals(List.of(noted("backup", "", "done")), office.trail);
    }

    @Test
    void whyThereIsNoBackupIsSaidAndNoted() {
        office.refuseBackups("no room");
        HttpResponse<String> response = read("/backup");
        assertEquals(409, response.statusCode());
        assertEquals("no room", Site.json(response).getString("error"));
        office.loseTheStore();
        assertEquals(503, read("/backup").statusCode());
        assertEquals(
                List.of(noted("backup", "", "conflict"), noted("backup", "", "failed")),
                office.trail);
    }

    @Test
    void aBackupThatBreaksOffIsNeverTakenForAWholeOne() {
        office.breakBackups();
        assertThrows(AssertionError.class, () -> read("/backup"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{}", "{\"deviceId\":\"\"}", "{\"deviceId\":7}"})
    void whichBadgeMustBeSaid(String body) {
        assertEquals(400, change("/devices/kick", body).statusCode());
        assertEquals(400, change("/queues/purge", body).statusCode());
    }

    @Test
    void levelsAreReadAndChanged() {
        assertEquals("{\"logger\":\"\",\"level\":\"warn\"}", data(read("/log-level")));
        assertEquals(
                "{\"logger\":\"dev.supie\",\"level\":\"debug\"}",
                data(change("/log-level", "{\"logger\":\"dev.supie\",\"level\":\"DEBUG\"}")));
        assertEquals(
                "{\"logger\":\"dev.supie\",\"level\":\"debug\"}",
                data(read("/log-level?logger=dev.supie")));
        assertEquals(LogLevels.Level.DEBUG, office.levels.get("dev.supie"));
        assertEquals(List.of(noted("log-level", "dev.supie=debug", "done")), office.trail);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"level\":\"loud\"}', 400",
        "'{\"logger\":\"dev.supie\"}', 400",
        "'{\"logger\":\"a b\",\"level\":\"info\"}', 400",
        "'{\"logger\":\"one.too.many\",\"level\":\"info\"}', 409"
    })
    void aLevelThatCannotBeIsRefused(String body, int status) {
        assertEquals(status, change("/log-level", body).statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/queues?limit=0", "/meetings/running?limit=501", "/log-level?logger=a%20b"})
    void parametersThatCannotBeAreRefused(String path) {
        assertEquals(400, read(path).statusCode());
    }

    @Test
    void decisionsAboutBadgesAreNotedWithTheBadgeAndNotItsCode() {
        change("/devices/approve", "{\"deviceId\":\"nobody\"}");
        change("/devices/forget", "{\"deviceId\":\"aa:01\"}");
        assertEquals(
                List.of(noted("approve", "nobody", "unknown"), noted("forget", "aa:01", "done")),
                office.trail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/server",
                "/devices/online",
                "/meetings/running",
                "/queues",
                "/log-level",
                "/backup"
            })
    void withoutTheTokenNothingIsShown(String path) {
        assertEquals(401, site.send(site.to(ADMIN + path)).statusCode());
        assertEquals(List.of(), office.trail);
        var guess = site.to(ADMIN + path).header("X-API-Token", "guessed-guessed");
        assertEquals(401, site.send(guess).statusCode());
        assertEquals(
                List.of(new AuditTrail.Entry("", "127.0.0.1", "sign-in", "", "refused")),
                office.trail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/devices/kick", "/queues/purge", "/log-level"})
    void withoutTheTokenNothingIsChanged(String path) {
        String body = "{\"deviceId\":\"aa:01\",\"level\":\"trace\"}";
        var request =
                site.to(ADMIN + path)
                        .header("X-API-Token", "guessed-guessed")
                        .POST(BodyPublishers.ofString(body));
        assertEquals(401, site.send(request).statusCode());
        assertEquals(LogLevels.Level.WARN, office.levels.get(""));
        assertFalse(office.trail.toString().contains("guessed"));
    }

    @Test
    void aTargetCannotFillTheTrail() {
        change("/devices/kick", "{\"deviceId\":\"" + "x".repeat(5000) + "\"}");
        assertTrue(office.trail.getFirst().target().length() <= 129);
        assertEquals("malformed", office.trail.getFirst().result());
    }
}
