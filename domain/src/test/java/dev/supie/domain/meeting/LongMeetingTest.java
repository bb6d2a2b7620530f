package dev.supie.domain.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// MTG-4, MTG-5: eight hours need no more memory than ten minutes, and the minutes still know how
/// it began.
final class LongMeetingTest {

    private static final Duration LENGTH = Duration.ofHours(8);
    private static final int SNIPPETS = 10_000;

    /// Characters in everything a meeting holds: the entry memory of one minute, one push, the
    /// tail, a few windows of numbers and the notes.
    private static final int CHARS_MAX = 120_000;

    @Test
    void eightHoursEndInMinutesThatDrawOnTheFirst() {
        MeetingPlay play = new MeetingPlay();
        Duration pause = LENGTH.dividedBy(SNIPPETS);
        int largest = 0;
        for (int i = 0; i < SNIPPETS; i++) {
            play.advanceTo(MeetingExamples.START.plus(pause.multipliedBy(i)));
            play.answer();
            play.send(MeetingExamples.say(sentence(i)));
            largest = Math.max(largest, charsIn(play.meeting()));
        }
        play.advanceTo(MeetingExamples.START.plus(LENGTH));
        play.send(MeetingExamples.FINISH);
        for (int i = 0; i < 5; i++) {
            play.answer();
        }

        Meeting.Finalized meeting = assertInstanceOf(Meeting.Finalized.class, play.meeting());
        assertEquals(SNIPPETS, play.snippets().size());
        assertEquals(LENGTH, meeting.summary().duration());
        assertEquals(new Quality.Full(), meeting.summary().quality());
        assertEquals(
                47, play.effects(MeetingEffect.ShowCheckpoint.class).size(), "one in ten minutes");
        assertSpreadOverTheMeeting(meeting, play);
        int bound = largest;
        assertTrue(bound < CHARS_MAX, () -> bound + " characters in memory");
    }

    @Test
    void theLastHourHoldsNoMoreThanTheFirst() {
        int first = largestWithin(Duration.ofHours(1));
        int whole = largestWithin(LENGTH);

        assertTrue(whole <= first * 1.2, () -> first + " in one hour, " + whole + " in eight");
    }

    private static int largestWithin(Duration length) {
        MeetingPlay play = new MeetingPlay();
        Duration pause = LENGTH.dividedBy(SNIPPETS);
        int largest = 0;
        for (int i = 0; pause.multipliedBy(i).compareTo(length) < 0; i++) {
            play.advanceTo(MeetingExamples.START.plus(pause.multipliedBy(i)));
            play.answer();
            play.send(MeetingExamples.say(sentence(i)));
            largest = Math.max(largest, charsIn(play.meeting()));
        }
        return largest;
    }

    private static void assertSpreadOverTheMeeting(Meeting.Finalized meeting, MeetingPlay play) {
        Instant firstHour = MeetingExamples.START.plus(Duration.ofHours(1));
        Instant lastHour = MeetingExamples.START.plus(Duration.ofHours(7));
        assertTrue(
                bulletsSaid(meeting, play).stream().anyMatch(at -> at.isBefore(firstHour)),
                () -> "nothing of the first hour: " + meeting.summary().minutes());
        assertTrue(bulletsSaid(meeting, play).stream().anyMatch(at -> at.isAfter(lastHour)));
    }

    private static List<Instant> bulletsSaid(Meeting.Finalized meeting, MeetingPlay play) {
        return play.segments().stream()
                .filter(
                        segment ->
                                meeting.summary()
                                        .minutes()
                                        .bullets()
                                        .contains(new Note(segment.text(), 1).text()))
                .map(Segment::at)
                .toList();
    }

    private static String sentence(int number) {
        return "Point "
                + number
                + " of the plan concerns budget line "
                + number * 7
                + ", 预算第"
                + number
                + "项, and who will look after it until the next release is out.";
    }

    private static int charsIn(Meeting meeting) {
        Material material = meeting.material();
        Notes notes = material.digest().notes();
        int chars = notes.title().length() + material.transcript().open().size();
        for (Snippet snippet : material.intake().pending()) {
            chars += snippet.text().length();
        }
        for (Intake.Heard heard : material.intake().recent()) {
            chars += heard.text().length();
        }
        for (Segment segment : material.transcript().tail()) {
            chars += segment.text().length();
        }
        for (Note note : notes.bullets()) {
            chars += note.text().length();
        }
        return chars;
    }
}
