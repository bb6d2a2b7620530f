package dev.supie.application.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.fixture.HeldMeeting;
import dev.supie.domain.archive.SearchTerms;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Minutes;
import dev.supie.domain.tool.OwnRequest;
import dev.supie.domain.tool.OwnTool;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// Meetings by tools: to a badge its own, to programs all.
class MeetingToolsTest {

    private static final Instant MORNING = Instant.parse("2026-11-20T01:00:00Z");
    private static final MeetingId PRINTER = new MeetingId("m1");
    private static final MeetingId RUNNING = new MeetingId("m2");
    private static final DeviceId OWNER = HeldMeeting.DEVICE;
    private static final DeviceId OTHER = ToolBench.MO;

    private final ToolBench bench = new ToolBench();

    MeetingToolsTest() {
        new HeldMeeting(PRINTER.value(), MORNING)
                .saying("the printer\nis broken", "Li will fix it")
                .with(
                        new Minutes(
                                "Printer",
                                List.of("It is broken"),
                                List.of("Fix it"),
                                List.of("Li: fix the printer"),
                                List.of(),
                                List.of("Buy ink")))
                .finishedIn(bench.meetings, true);
        new HeldMeeting(RUNNING.value(), MORNING.plusSeconds(7200))
                .saying("we only begin")
                .runningIn(bench.meetings);
    }

    private static SearchTerms terms(String words) {
        return ((SearchTerms.Reading.Understood) SearchTerms.read(words)).terms();
    }

    private ToolResult read(DeviceId by, MeetingId meeting) {
        return bench.call(by, OwnTool.READ_MINUTES, new OwnRequest.ReadMinutes(meeting));
    }

    private ToolResult find(Toolbox toolbox, DeviceId by, String words) {
        return bench.call(
                toolbox, by, OwnTool.FIND_MEETINGS, new OwnRequest.FindMeetings(terms(words), 5));
    }

    @Test
    void theLatestAreListedWithTheTimeOfTheTeam() {
        assertEquals(
                ToolResult.of(
                        """
                        - id m2, "untitled", 2026-11-20 11:00, recorded by Li|94:a9:90:00:00:01, \
                        still being recorded
                        - id m1, "Printer", 2026-11-20 09:00, recorded by Li|94:a9:90:00:00:01, \
                        30 min"""),
                bench.call(OWNER, OwnTool.FIND_MEETINGS, new OwnRequest.LatestMeetings(5)));
        assertTrue(
                bench.call(OWNER, OwnTool.FIND_MEETINGS, new OwnRequest.LatestMeetings(1))
                        .text()
                        .startsWith("- id m2"));
    }

    @Test
    void minutesAreReadPartByPart() {
        assertEquals(
                ToolResult.of(
                        """
                        - id m1, "Printer", 2026-11-20 09:00, recorded by Li|94:a9:90:00:00:01, \
                        30 min
                        Points:
                        - It is broken
                        Decisions:
                        - Fix it
                        Actions:
                        - Li: fix the printer
                        Next steps:
                        - Buy ink"""),
                read(OWNER, PRINTER));
        assertEquals(
                read(OWNER, PRINTER),
                bench.call(OWNER, OwnTool.READ_MINUTES, new OwnRequest.ReadLatestMinutes()));
    }

    @Test
    void aMeetingThatIsNotOverHasNoMinutes() {
        assertTrue(read(OWNER, RUNNING).isError());
        assertTrue(read(OWNER, new MeetingId("m9")).isError());
    }

    @Test
    void aBadgeSeesOnlyItsOwnMeetings() {
        assertEquals(read(OTHER, new MeetingId("m9")), read(OTHER, PRINTER));
        assertTrue(
                bench.call(
                                OTHER,
                                OwnTool.READ_TRANSCRIPT,
                                new OwnRequest.ReadTranscript(PRINTER, 1))
                        .isError());
        assertEquals(
                ToolResult.of("no meetings"),
                bench.call(OTHER, OwnTool.FIND_MEETINGS, new OwnRequest.LatestMeetings(5)));
        assertEquals(ToolResult.of("no meetings"), find(bench.forBadges(), OTHER, "printer"));
        assertEquals(
                ToolResult.of("no meeting has minutes yet"),
                bench.call(OTHER, OwnTool.READ_MINUTES, new OwnRequest.ReadLatestMinutes()));
        assertTrue(find(bench.forBadges(), OWNER, "printer").text().contains("m1"));
    }

    @Test
    void programsSeeAll() {
        Toolbox reading = OwnToolFeature.forReaders(bench.ports());

        assertTrue(find(reading, OTHER, "printer").text().contains("m1"));
        assertFalse(find(reading, OTHER, "printer").text().contains("m2"));
        assertFalse(
                bench.call(
                                reading,
                                OTHER,
                                OwnTool.READ_MINUTES,
                                new OwnRequest.ReadMinutes(PRINTER))
                        .isError());
    }

    @Test
    void aTranscriptIsReadInOrderWithEachParagraphOnItsLine() {
        assertEquals(
                ToolResult.of(
                        """
                        1. 09:00:01 Li: the printer is broken
                        2. 09:00:02 Li: Li will fix it"""),
                transcript(PRINTER, 1));
        assertEquals(ToolResult.of("2. 09:00:02 Li: Li will fix it"), transcript(PRINTER, 2));
        assertEquals(
                ToolResult.of("nothing there: the meeting has 2 paragraphs"),
                transcript(PRINTER, 3));
    }

    @Test
    void aLongTranscriptIsReadPieceByPieceWithoutAGap() {
        MeetingId id = new MeetingId("long");
        List<String> texts =
                IntStream.rangeClosed(1, 100)
                        .mapToObj(i -> "p" + i + " " + "x".repeat(400))
                        .toList();
        new HeldMeeting(id.value(), MORNING).saying(texts).finishedIn(bench.meetings, true);
        long from = 1;
        int seen = 0;
        while (from <= 100) {
            List<String> lines = transcript(id, from).text().lines().toList();
            for (String line : lines) {
                if (line.startsWith(seen + 1 + ". ")) {
                    seen++;
                }
            }
            assertTrue(seen >= from, lines::toString);
            from = seen + 1L;
        }
        assertEquals(100, seen);
    }

    private ToolResult transcript(MeetingId meeting, long from) {
        return bench.call(
                OWNER, OwnTool.READ_TRANSCRIPT, new OwnRequest.ReadTranscript(meeting, from));
    }
}
