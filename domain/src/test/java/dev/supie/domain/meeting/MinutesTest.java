package dev.supie.domain.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// MTG-8: what people read.
final class MinutesTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "6, 6", "7, 6", "24, 6"})
    void bulletsAreAtMostSix(int written, int shown) {
        assertEquals(shown, minutes(lines(written), List.of()).bullets().size());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 4", "5, 4", "12, 4"})
    void theOthersAreAtMostFourEach(int written, int shown) {
        Minutes minutes = minutes(List.of(), lines(written));

        assertEquals(shown, minutes.decisions().size());
        assertEquals(shown, minutes.actions().size());
        assertEquals(shown, minutes.risks().size());
        assertEquals(shown, minutes.nextSteps().size());
    }

    @Test
    void bulletsStandInOrderWithoutDuplicates() {
        List<Note> lines = List.of(new Note("b", 1), new Note("a", 2), new Note("b", 3));

        assertEquals(List.of("b", "a"), minutes(lines, List.of()).bullets());
    }

    @Test
    void bulletsComeFromTheWholeMeeting() {
        List<String> bullets = minutes(lines(24), List.of()).bullets();

        assertEquals("line 1", bullets.getFirst());
        assertEquals("line 24", bullets.getLast());
    }

    @Test
    void eachListStaysWhatItIs() {
        Notes notes =
                new Notes(
                        "title",
                        List.of(new Note("bullet", 1)),
                        List.of(new Note("decision", 1)),
                        List.of(new Note("action", 1)),
                        List.of(new Note("risk", 1)),
                        List.of(new Note("next", 1)));

        assertEquals(
                new Minutes(
                        "title",
                        List.of("bullet"),
                        List.of("decision"),
                        List.of("action"),
                        List.of("risk"),
                        List.of("next")),
                Minutes.of(notes));
    }

    @ParameterizedTest
    @CsvSource({"-1000, 5000", "0, 5000", "4999, 5000", "5000, 5000", "5001, 5001"})
    void aMeetingLastsAtLeastFiveSeconds(long lengthMillis, long shownMillis) {
        assertEquals(
                Duration.ofMillis(shownMillis),
                Summary.duration(
                        MeetingExamples.START,
                        MeetingExamples.millis(lengthMillis),
                        MeetingSettings.DEFAULTS.durationMin()));
    }

    private static Minutes minutes(List<Note> bullets, List<Note> others) {
        return Minutes.of(new Notes("t", bullets, others, others, others, others));
    }

    private static List<Note> lines(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> new Note("line " + i, i)).toList();
    }
}
