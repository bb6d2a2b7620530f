package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.fake.InMemoryMeetingStore;
import dev.supie.application.fixture.HeldMeeting;
import dev.supie.domain.meeting.Minutes;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.util.List;

/// REST-1: a whole meeting as a file.
class ExportOverHttpTest {

    private final InMemoryMeetingStore store = new InMemoryMeetingStore();
    private final Site site =
            Site.with(Wiring.routes(Wiring.OPEN, store, () -> Meetings.NOON)::onHttpListener);

    @AfterEach
    void close() {
        site.close();
    }

    private HttpResponse<String> export(String form) {
        return site.read("/supie/meetings/m1/export." + form);
    }

    private void weekly() {
        new HeldMeeting("m1", Meetings.NOON)
                .with(
                        new Minutes(
                                "Weekly #7",
                                List.of("Budget is *fine* again", "预算通过"),
                                List.of("Ship on Friday"),
                                List.of("Ann writes <tests>"),
                                List.of(),
                                List.of("1. Meet again")))
                .saying("Hello, all", "- and [good] morning")
                .finishedIn(store, true);
    }

    @Test
    void asMarkdownWithTasks() {
        weekly();

        assertEquals(
                """
                # Weekly \\#7

                - Started: 2026-11-21 20:00:00 +08:00
                - Length: 00:30:00
                - Badge: 94:a9:90:00:00:01
                - Id: m1

                ## Summary

                - Budget is \\*fine\\* again
                - 预算通过

                ## Decisions

                - Ship on Friday

                ## Actions

                - [ ] Ann writes \\<tests\\>

                ## Next steps

                - [ ] 1\\. Meet again

                ## Transcript

                **20:00:01** Li: Hello, all

                **20:00:02** Li: \\- and \\[good\\] morning

                """,
                export("md").body());
    }

    @Test
    void asPlainText() {
        weekly();

        assertEquals(
                """
                Weekly #7

                Started: 2026-11-21 20:00:00 +08:00
                Length: 00:30:00
                Badge: 94:a9:90:00:00:01
                Id: m1

                Summary

                - Budget is *fine* again
                - 预算通过

                Decisions

                - Ship on Friday

                Actions

                - Ann writes <tests>

                Next steps

                - 1. Meet again

                Transcript

                [20:00:01] Li: Hello, all
                [20:00:02] Li: - and [good] morning
                """,
                export("txt").body());
    }

    @Test
    void asJsonUnderTheNamesOfTheOtherAnswers() {
        weekly();

        var whole = Site.json(export("json"));

        assertEquals(
                Replies.found(site, "/supie/meetings/m1").getJsonObject("data"),
                whole.getJsonObject("meeting"));
        assertEquals(
                Replies.found(site, "/supie/meetings/m1/transcript")
                        .getJsonObject("data")
                        .getJsonArray("segments"),
                whole.getJsonArray("segments"));
    }

    @ParameterizedTest
    @CsvSource({
        "md, text/markdown; charset=UTF-8",
        "json, application/json",
        "txt, text/plain; charset=UTF-8"
    })
    void aFileHasItsTypeAndAName(String form, String type) {
        weekly();

        HttpResponse<String> response = export(form);

        assertEquals(200, response.statusCode());
        assertEquals(type, Site.header(response, "content-type"));
        assertEquals("nosniff", Site.header(response, "x-content-type-options"));
        assertEquals("no-store", Site.header(response, "cache-control"));
        assertEquals(
                "attachment; filename=\"meeting-2026-11-21-m1."
                        + form
                        + "\"; filename*=UTF-8''2026-11-21%20Weekly%20%237."
                        + form,
                Site.header(response, "content-disposition"));
    }

    @Test
    void headingsAreInTheLanguageOfTheMinutes() {
        new HeldMeeting("m1", Meetings.NOON).titled("每周例会").saying("大家好").finishedIn(store, true);

        assertEquals(
                """
                每周例会

                开始时间: 2026-11-21 20:00:00 +08:00
                时长: 00:30:00
                设备: 94:a9:90:00:00:01
                编号: m1

                会议记录

                [20:00:01] Li: 大家好
                """,
                export("txt").body());
    }

    @Test
    void aRunningMeetingIsExportedAsFarAsItHasCome() {
        new HeldMeeting("m1", Meetings.NOON).saying("so far").runningIn(store);

        assertEquals(
                """
                # Meeting

                - Started: 2026-11-21 20:00:00 +08:00
                - Length: 00:00:00
                - Badge: 94:a9:90:00:00:01
                - Id: m1

                Still being recorded.

                ## Transcript

                **20:00:01** Li: so far

                """,
                export("md").body());
        assertEquals(
                "recording", Site.json(export("json")).getJsonObject("meeting").getString("phase"));
    }

    @Test
    void aMeetingInWhichNothingWasSaidHasAnEmptyTranscript() {
        new HeldMeeting("m1", Meetings.NOON).finishedIn(store, true);

        assertEquals(0, Site.json(export("json")).getJsonArray("segments").size());
    }

    @Test
    void nothingInItSteersATerminal() {
        new HeldMeeting("m1", Meetings.NOON)
                .titled("a\u001b[2Jb\u0007")
                .saying("c\u001b]0;title\u0007d")
                .finishedIn(store, true);

        for (String form : List.of("txt", "md", "json")) {
            assertEquals(-1, export(form).body().indexOf('\u001b'), form);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"md", "json", "txt"})
    void whatIsNotThereIsAnErrorAsElsewhere(String form) {
        HttpResponse<String> response = export(form);

        assertEquals(404, response.statusCode());
        assertEquals("{\"success\":false,\"error\":\"no such meeting\"}", response.body());
        assertEquals("", Site.header(response, "content-disposition"));
        assertEquals(400, site.read("/supie/meetings/a%20b/export." + form).statusCode());
    }

    @Test
    void anotherFormIsNotThere() {
        weekly();

        assertEquals(404, export("pdf").statusCode());
    }
}
