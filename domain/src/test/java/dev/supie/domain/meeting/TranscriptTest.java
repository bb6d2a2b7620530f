package dev.supie.domain.meeting;

import static dev.supie.domain.meeting.MeetingExamples.longText;
import static dev.supie.domain.meeting.MeetingExamples.millis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.LongStream;

/// MTG-4: how snippets become segments, and segments windows.
final class TranscriptTest {

    private static final int WINDOW = 4000;

    @Test
    void neighboursOfOneSpeakerBecomeOneSegment() {
        assertEquals(
                List.of(
                        new Segment(1, millis(1), "ann", "one two"),
                        new Segment(2, millis(3), "bo", "three"),
                        new Segment(3, millis(4), "ann", "four")),
                merge(
                                Transcript.EMPTY,
                                snippet(1, "ann", "one"),
                                snippet(2, "ann", "two"),
                                snippet(3, "bo", "three"),
                                snippet(4, "ann", "four"))
                        .segments());
    }

    @ParameterizedTest
    @CsvSource({"one, two, one two", "预算, 通过, 预算通过", "好。, 通过, 好。通过", "ok., go, ok. go"})
    void aSpaceStandsBetweenWordsOnly(String first, String second, String joined) {
        Transcript.Merge merge =
                merge(Transcript.EMPTY, snippet(1, "ann", first), snippet(2, "ann", second));

        assertEquals(joined, merge.segments().getFirst().text());
    }

    @ParameterizedTest
    @CsvSource({"1023, 1023, 1", "1023, 1024, 1", "1024, 1024, 2", "2048, 1, 2"})
    void aSegmentStopsBeforeItsLimit(int first, int second, int segments) {
        Transcript.Merge merge =
                merge(
                        Transcript.EMPTY,
                        snippet(1, "ann", "x".repeat(first)),
                        snippet(2, "ann", "y".repeat(second)));

        assertEquals(segments, merge.segments().size());
    }

    @Test
    void aSegmentOnceMadeNeverGrows() {
        Transcript first = merge(Transcript.EMPTY, snippet(1, "ann", "one")).next();
        Transcript.Merge second = merge(first, snippet(2, "ann", "two"));

        assertEquals(List.of(new Segment(2, millis(2), "ann", "two")), second.segments());
        assertEquals(2, second.next().count());
    }

    @Test
    void nothingPendingChangesNothing() {
        Transcript before = merge(Transcript.EMPTY, snippet(1, "ann", "one")).next();
        Transcript.Merge merge = merge(before);

        assertEquals(new Transcript.Merge(before, List.of()), merge);
    }

    @ParameterizedTest
    @CsvSource({"49, 49", "50, 50", "51, 50", "180, 50"})
    void theTailIsTheLastFifty(int segments, int kept) {
        Transcript transcript = transcriptOf(segments, 10);

        assertEquals(
                LongStream.rangeClosed(segments - kept + 1, segments).boxed().toList(),
                transcript.tail().stream().map(Segment::number).toList());
        assertEquals(segments, transcript.count());
    }

    @Nested
    class Windows {

        @Test
        void areAsFullAsTheyMayBe() {
            assertEquals(
                    List.of(new Window(1, 2, 4000), new Window(3, 4, 4000), new Window(5, 5, 2000)),
                    transcriptOf(5, 2000).open());
        }

        @Test
        void stopBeforeTheirLimit() {
            assertEquals(
                    List.of(new Window(1, 1, 2001), new Window(2, 2, 2001)),
                    transcriptOf(2, 2001).open());
        }

        @Test
        void doNotGrowWhileTheyAreRead() {
            Transcript before = transcriptOf(1, 10);
            Transcript next = before.merge(List.of(snippet(2, "bo", "new")), WINDOW, 1).next();

            assertEquals(List.of(new Window(1, 1, 10), new Window(2, 2, 3)), next.open());
        }

        @Test
        void growAgainBehindTheOneThatIsRead() {
            Transcript before = transcriptOf(1, 10);
            Transcript two = before.merge(List.of(snippet(2, "bo", "new")), WINDOW, 1).next();
            Transcript three = two.merge(List.of(snippet(3, "cy", "more")), WINDOW, 1).next();

            assertEquals(List.of(new Window(1, 1, 10), new Window(2, 3, 7)), three.open());
        }

        @Test
        void areCoveredOldestFirst() {
            Transcript transcript = transcriptOf(5, 2000);

            assertEquals(0, transcript.coveredSegments());
            Transcript covered = transcript.covered(new Window(1, 2, 4000));
            assertEquals(2, covered.coveredSegments());
            Transcript all =
                    covered.covered(new Window(3, 4, 4000)).covered(new Window(5, 5, 2000));
            assertEquals(5, all.coveredSegments());
            assertEquals(List.of(), all.open());
        }

        @Test
        void areNeverCoveredOutOfOrder() {
            Transcript transcript = transcriptOf(5, 2000);

            assertThrows(
                    IllegalStateException.class, () -> transcript.covered(new Window(3, 4, 4000)));
            assertThrows(IllegalStateException.class, () -> Transcript.EMPTY.covered(Window.NONE));
        }

        @Test
        void takeOnlyTheNextSegment() {
            Window window = new Window(1, 3, 30);

            assertThrows(
                    IllegalArgumentException.class,
                    () -> window.with(new Segment(5, millis(0), "ann", "x")));
        }
    }

    @Test
    void aTranscriptIsBehindAtItsNamedLimit() {
        assertEquals(false, transcriptOf(Transcript.OPEN_MAX - 1, 2048 + 1).isBehind());
        assertEquals(true, transcriptOf(Transcript.OPEN_MAX, 2048 + 1).isBehind());
    }

    private static Transcript transcriptOf(int segments, int chars) {
        Transcript transcript = Transcript.EMPTY;
        for (int i = 1; i <= segments; i++) {
            transcript = merge(transcript, snippet(i, "ann", longText(i, chars))).next();
        }
        return transcript;
    }

    private static Transcript.Merge merge(Transcript transcript, Snippet... snippets) {
        return transcript.merge(List.of(snippets), WINDOW, 0);
    }

    private static Snippet snippet(long number, String speaker, String text) {
        return new Snippet(number, millis(number), "speech", speaker, text);
    }
}
