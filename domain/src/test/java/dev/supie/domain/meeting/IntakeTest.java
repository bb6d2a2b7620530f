package dev.supie.domain.meeting;

import static dev.supie.domain.meeting.MeetingExamples.START;
import static dev.supie.domain.meeting.MeetingExamples.millis;
import static dev.supie.domain.meeting.MeetingExamples.spoken;
import static dev.supie.domain.meeting.MeetingExamples.spokenBy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// MTG-3: the door of a meeting.
final class IntakeTest {

    private static final Intake EMPTY = Intake.startedAt(START);

    @Test
    void anAcceptedSnippetIsNumberedAndStamped() {
        Intake.Batch batch =
                take(EMPTY, 100, spokenBy("ann", " hello  there "), spokenBy("bo", "hi"));

        assertEquals(
                List.of(
                        new Snippet(1, millis(100), "speech", "ann", "hello there"),
                        new Snippet(2, millis(100), "speech", "bo", "hi")),
                batch.accepted());
        assertEquals(batch.accepted(), batch.next().pending());
        assertEquals(2, batch.next().lastNumber());
        assertEquals(millis(100), batch.next().lastAt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n\t", "\u3000", "\u0000\u200B"})
    void blankTextIsIgnored(String text) {
        Intake.Batch batch = take(EMPTY, 0, spoken(text));

        assertEquals(new Intake.Batch(EMPTY, List.of(), 0, 1), batch);
    }

    @Test
    void aBatchWithNothingNewLeavesTheTimeOfTheLastSnippet() {
        Intake.Batch batch = take(take(EMPTY, 100, spoken("a")).next(), 5_000, spoken("a"));

        assertEquals(millis(100), batch.next().lastAt());
    }

    @Test
    void emptyingKeepsTheCountAndTheMemoryOfRepeats() {
        Intake emptied = take(EMPTY, 0, spoken("a")).next().emptied();

        assertEquals(List.of(), emptied.pending());
        assertEquals(1, take(emptied, 1, spoken("a")).ignored());
        assertEquals(2, take(emptied, 1, spoken("b")).accepted().getFirst().number());
    }

    @Nested
    class Repeats {

        @ParameterizedTest
        @CsvSource({"0, 0", "1, 0", "59999, 0", "60000, 1", "60001, 1"})
        void theSameTextIsIgnoredForSixtySeconds(long later, int accepted) {
            Intake first = take(EMPTY, 0, spoken("agreed")).next();

            assertEquals(accepted, take(first, later, spoken("agreed")).accepted().size());
        }

        @Test
        void theSameTextInOtherSpacesIsARepeat() {
            Intake first = take(EMPTY, 0, spoken("we are agreed")).next();

            assertEquals(1, take(first, 1_000, spoken(" we  are agreed")).ignored());
        }

        @Test
        void whatTheTermsMakeEqualIsARepeat() {
            TermMap terms = new TermMap(Map.of("*", Map.of("supi", "Supie")), "");
            Intake.Batch batch =
                    EMPTY.take(List.of(spoken("Supie"), spoken("supi")), "badge-1", terms, START);

            assertEquals(1, batch.accepted().size());
            assertEquals(1, batch.ignored());
        }

        @Test
        void aRepeatWithinOneBatchIsIgnored() {
            Intake.Batch batch = take(EMPTY, 0, spoken("a"), spoken("b"), spoken("a"));

            assertEquals(2, batch.accepted().size());
            assertEquals(1, batch.ignored());
        }

        @Test
        void aRepeatDoesNotRenewTheSixtySeconds() {
            Intake first = take(EMPTY, 0, spoken("agreed")).next();
            Intake repeated = take(first, 59_000, spoken("agreed")).next();

            assertEquals(1, take(repeated, 60_000, spoken("agreed")).accepted().size());
        }
    }

    @Nested
    class Limits {

        @ParameterizedTest
        @CsvSource({"10, 10, 0", "11, 10, 1", "50, 10, 40"})
        void tenSnippetsASecondComeIn(int offered, int accepted, int dropped) {
            Intake.Batch batch = EMPTY.take(texts(0, offered), "badge-1", TermMap.NONE, START);

            assertEquals(accepted, batch.accepted().size());
            assertEquals(dropped, batch.dropped());
        }

        @ParameterizedTest
        @CsvSource({"0, 0", "999, 0", "1000, 10", "1001, 10"})
        void theNextTenComeInASecondLater(long later, int accepted) {
            Intake full = EMPTY.take(texts(0, 10), "badge-1", TermMap.NONE, START).next();

            assertEquals(
                    accepted,
                    full.take(texts(10, 10), "badge-1", TermMap.NONE, millis(later))
                            .accepted()
                            .size());
        }

        @Test
        void theSecondSlides() {
            Intake early = EMPTY.take(texts(0, 5), "badge-1", TermMap.NONE, START).next();
            Intake full = early.take(texts(5, 5), "badge-1", TermMap.NONE, millis(600)).next();

            assertEquals(
                    5,
                    full.take(texts(10, 10), "badge-1", TermMap.NONE, millis(1_000))
                            .accepted()
                            .size());
        }

        @Test
        void blanksAndRepeatsDoNotCountAgainstTheRate() {
            Intake one = take(EMPTY, 0, spoken("text 0")).next();
            List<SnippetInput> items =
                    IntStream.range(0, 30)
                            .mapToObj(i -> spoken(i % 2 == 0 ? "" : "text 0"))
                            .toList();
            Intake same = one.take(items, "badge-1", TermMap.NONE, START).next();

            assertEquals(
                    9, same.take(texts(1, 9), "badge-1", TermMap.NONE, START).accepted().size());
        }

        @Test
        void atMostTwoHundredWait() {
            Intake intake = EMPTY;
            for (int second = 0; second < 20; second++) {
                intake =
                        intake.take(
                                        texts(second * 10, 10),
                                        "badge-1",
                                        TermMap.NONE,
                                        millis(second * 1_000L))
                                .next();
            }
            assertEquals(Intake.PENDING_MAX, intake.pending().size());
            Intake.Batch over = intake.take(texts(200, 1), "badge-1", TermMap.NONE, millis(60_000));

            assertEquals(0, over.accepted().size());
            assertEquals(1, over.dropped());
        }

        @Test
        void theLastFreePlaceIsTaken() {
            Intake intake = EMPTY;
            for (int second = 0; second < 20; second++) {
                int count = second == 19 ? 9 : 10;
                intake =
                        intake.take(
                                        texts(second * 10, count),
                                        "badge-1",
                                        TermMap.NONE,
                                        millis(second * 1_000L))
                                .next();
            }
            Intake.Batch last = intake.take(texts(300, 2), "badge-1", TermMap.NONE, millis(60_000));

            assertEquals(1, last.accepted().size());
            assertEquals(1, last.dropped());
        }

        @Test
        void theMemoryOfRepeatsIsBounded() {
            Intake intake = EMPTY;
            for (int second = 0; second < 200; second++) {
                Instant now = millis(second * 1_000L);
                intake =
                        intake.take(texts(second * 10, 10), "badge-1", TermMap.NONE, now)
                                .next()
                                .emptied();
                assertTrue(intake.recent().size() <= Intake.RATE_MAX * 60);
            }
        }
    }

    @Nested
    class Labels {

        @ParameterizedTest
        @CsvSource({"63, 63", "64, 64", "65, 64", "1000, 64"})
        void aLongSpeakerIsCut(int length, int left) {
            assertEquals(left, accepted("x".repeat(length)).speaker().length());
        }

        @Test
        void aSpeakerIsCutOnACharacterBoundary() {
            assertEquals("x".repeat(63), accepted("x".repeat(63) + "😀").speaker());
            assertEquals("x".repeat(62) + "😀", accepted("x".repeat(62) + "😀y").speaker());
        }

        @Test
        void aLongTagIsCut() {
            SnippetInput input = new SnippetInput("t".repeat(65), "text", "ann");

            assertEquals(64, take(EMPTY, 0, input).accepted().getFirst().tag().length());
        }

        private static Snippet accepted(String speaker) {
            return take(EMPTY, 0, spokenBy(speaker, "text")).accepted().getFirst();
        }
    }

    @Test
    void termsCannotMakeATextLongerThanTheLimit() {
        TermMap terms = new TermMap(Map.of("*", Map.of("x", "y".repeat(100))), "");
        List<SnippetInput> items = List.of(spoken("x ".repeat(1_000)));
        Snippet snippet = EMPTY.take(items, "badge-1", terms, START).accepted().getFirst();

        assertEquals(2048, snippet.text().length());
    }

    @Test
    void aTermThatIsTakenOutLeavesNoHole() {
        TermMap terms = new TermMap(Map.of("*", Map.of("um", "")), "");
        List<SnippetInput> items = List.of(spoken("um well um yes um"), spoken("um"));
        Intake.Batch batch = EMPTY.take(items, "badge-1", terms, START);

        assertEquals("well yes", batch.accepted().getFirst().text());
        assertEquals(1, batch.ignored());
    }

    @Test
    void aTextIsCutAtTwoKibibytes() {
        Snippet snippet = take(EMPTY, 0, spoken("会".repeat(2_000))).accepted().getFirst();

        assertEquals(2046, snippet.text().getBytes(StandardCharsets.UTF_8).length);
    }

    private static Intake.Batch take(Intake intake, long at, SnippetInput... items) {
        return intake.take(List.of(items), "badge-1", TermMap.NONE, millis(at));
    }

    private static List<SnippetInput> texts(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(i -> spoken("text " + i)).toList();
    }
}
