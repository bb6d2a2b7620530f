package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.meeting.DraftKind;
import dev.supie.domain.meeting.Minutes;
import dev.supie.domain.meeting.Note;
import dev.supie.domain.meeting.Notes;
import dev.supie.domain.meeting.Segment;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Eight hours in 10,000 segments, folded window by window as the service does it (MTG-5).
class LongMeetingTest {

    private static final int SEGMENTS = 10_000;
    private static final int SEGMENTS_AN_HOUR = SEGMENTS / 8;
    private static final int WINDOW_CHARS_MAX = 4000;

    private static final String[] SUBJECTS = {
        "the battery", "电池", "the update", "升级包", "the pilot", "试点"
    };
    private static final String[] FACTS = {
        "took %d minutes in the lab.",
        "在第%d次测试里通过了。",
        "costs %d euros more than planned.",
        "失败了%d次，原因还在查。",
        "is waiting for part %d."
    };

    private static List<Segment> talk() {
        Random random = new Random(8);
        List<Segment> segments = new ArrayList<>();
        for (int i = 1; i <= SEGMENTS; i++) {
            String subject = SUBJECTS[random.nextInt(SUBJECTS.length)];
            String fact = FACTS[random.nextInt(FACTS.length)].formatted(random.nextInt(1000));
            segments.add(Transcripts.segment(i, "anna", subject + " " + fact));
        }
        return segments;
    }

    private static List<List<Segment>> windows(List<Segment> segments) {
        List<List<Segment>> windows = new ArrayList<>();
        List<Segment> window = new ArrayList<>();
        int chars = 0;
        for (Segment segment : segments) {
            if (chars + segment.text().length() > WINDOW_CHARS_MAX) {
                windows.add(window);
                window = new ArrayList<>();
                chars = 0;
            }
            window.add(segment);
            chars += segment.text().length();
        }
        windows.add(window);
        return windows;
    }

    @Test
    void finalMinutesDrawOnTheFirstHourTheMiddleAndTheLast() {
        List<List<Segment>> windows = windows(talk());
        Notes notes = Notes.EMPTY;
        for (List<Segment> window : windows.subList(0, windows.size() - 1)) {
            notes = Transcripts.draft(DraftKind.NOTES, notes, "en", window).notes().bounded();
            assertTrue(notes.bullets().size() <= Notes.BULLETS_MAX);
        }
        List<Note> bullets =
                Transcripts.draft(DraftKind.MINUTES, notes, "en", windows.getLast())
                        .notes()
                        .bullets();
        assertEquals(Minutes.BULLETS_MAX, bullets.size());
        assertTrue(hasBetween(bullets, 0, SEGMENTS_AN_HOUR), bullets::toString);
        assertTrue(
                hasBetween(bullets, 3 * SEGMENTS_AN_HOUR, 5 * SEGMENTS_AN_HOUR), bullets::toString);
        assertTrue(hasBetween(bullets, 7 * SEGMENTS_AN_HOUR, SEGMENTS), bullets::toString);
    }

    private static boolean hasBetween(List<Note> bullets, long after, long to) {
        return bullets.stream().anyMatch(note -> note.segment() > after && note.segment() <= to);
    }
}
