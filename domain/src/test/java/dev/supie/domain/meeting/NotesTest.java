package dev.supie.domain.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.kernel.Seeded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;

/// MTG-5: running notes in bounded space.
final class NotesTest {

    @Test
    void blankLinesAreNotKept() {
        assertEquals(List.of(new Note("a", 1)), of(new Note("  ", 1), new Note("a", 1)));
    }

    @Test
    void aRepeatedLineStandsWhereItFirstCame() {
        assertEquals(
                List.of(new Note("a", 1), new Note("b", 2)),
                of(new Note("a", 1), new Note("b", 2), new Note(" a ", 3)));
    }

    @ParameterizedTest
    @CsvSource({"300, 300", "301, 300", "5000, 300"})
    void aLongLineIsCut(int length, int left) {
        assertEquals(left, new Note("x".repeat(length), 1).text().length());
    }

    @Test
    void aCutLineSaysSo() {
        assertEquals("x".repeat(299) + "…", new Note("x".repeat(301), 1).text());
    }

    @Test
    void aLineIsCutOnACharacterBoundary() {
        assertEquals("x".repeat(298) + "…", new Note("x".repeat(298) + "😀😀", 1).text());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "120, 120", "121, 120", "400, 120"})
    void aLongTitleIsCut(int length, int left) {
        assertEquals(left, title("x".repeat(length)).length());
    }

    @Test
    void aTitleIsCutOnACharacterBoundary() {
        String title = title("x" + "😀".repeat(80));

        assertEquals("x" + "😀".repeat(59), title);
    }

    @Test
    void everyListHasItsLimit() {
        List<Note> many = lines(100);
        Notes bounded = new Notes("t", many, many, many, many, many).bounded();

        assertEquals(Notes.BULLETS_MAX, bounded.bullets().size());
        assertEquals(Notes.OTHERS_MAX, bounded.decisions().size());
        assertEquals(Notes.OTHERS_MAX, bounded.actions().size());
        assertEquals(Notes.OTHERS_MAX, bounded.risks().size());
        assertEquals(Notes.OTHERS_MAX, bounded.nextSteps().size());
    }

    @Test
    void notesWithinTheLimitsStayAsTheyAre() {
        Notes notes = MeetingExamples.bullets("t", lines(Notes.BULLETS_MAX));

        assertEquals(notes, notes.bounded());
    }

    @Test
    void thinningEvenlySpacedLinesKeepsThemSpread() {
        List<Note> kept = Notes.thinned(lines(1_000), 10);

        for (int i = 1; i < kept.size(); i++) {
            long gap = kept.get(i).segment() - kept.get(i - 1).segment();
            assertTrue(gap <= 400, () -> "a hole of " + gap + " in " + kept);
        }
    }

    @Test
    void thinningDropsFromTheDensestStretch() {
        List<Note> lines =
                LongStream.of(1, 100, 101, 102, 200)
                        .mapToObj(at -> new Note("n" + at, at))
                        .toList();

        assertEquals(
                List.of(1L, 100L, 200L),
                Notes.thinned(lines, 3).stream().map(Note::segment).toList());
    }

    @Test
    void thinningToFewerThanTwoStillHoldsTheLimit() {
        assertEquals(List.of(new Note("n1", 1)), Notes.thinned(lines(5), 1));
        assertEquals(List.of(), Notes.thinned(lines(5), 0));
    }

    @Test
    void thinningKeepsFirstAndLastAndTheOrder() {
        for (long seed = 0; seed < 500; seed++) {
            Seeded random = new Seeded(seed);
            List<Note> lines = growing(random, 1 + random.below(60));
            int limit = 2 + random.below(24);
            List<Note> kept = Notes.thinned(lines, limit);

            assertEquals(Math.min(limit, lines.size()), kept.size(), "seed " + seed);
            assertEquals(lines.getFirst(), kept.getFirst(), "seed " + seed);
            assertEquals(lines.getLast(), kept.getLast(), "seed " + seed);
            List<Note> inOrder = new ArrayList<>(lines);
            inOrder.retainAll(new HashSet<>(kept));
            assertEquals(inOrder, kept, "seed " + seed);
        }
    }

    @Test
    void foldingNotesAgainAndAgainKeepsTheFirstLine() {
        Notes notes = MeetingExamples.bullets("t", lines(1));
        for (long segment = 2; segment < 2_000; segment++) {
            List<Note> more = new ArrayList<>(notes.bullets());
            more.add(new Note("n" + segment, segment));
            notes = MeetingExamples.bullets("t", more).bounded();
        }

        assertEquals(new Note("n1", 1), notes.bullets().getFirst());
        assertEquals(1_999, notes.bullets().getLast().segment());
        long middle =
                notes.bullets().stream()
                        .filter(line -> line.segment() > 400 && line.segment() < 1_600)
                        .count();
        assertFalse(middle == 0, "nothing left of the middle: " + notes.bullets());
    }

    private static List<Note> of(Note... lines) {
        return MeetingExamples.bullets("t", List.of(lines)).bullets();
    }

    private static String title(String raw) {
        return MeetingExamples.bullets(raw, List.of()).title();
    }

    private static List<Note> lines(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(at -> new Note("n" + at, at)).toList();
    }

    private static List<Note> growing(Seeded random, int count) {
        List<Note> lines = new ArrayList<>();
        long segment = 1;
        for (int i = 0; i < count; i++) {
            lines.add(new Note("line " + i, segment));
            segment += random.below(30);
        }
        return lines;
    }
}
