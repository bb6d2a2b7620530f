package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.meeting.port.DraftRequest;
import dev.supie.domain.meeting.DraftKind;
import dev.supie.domain.meeting.Note;
import dev.supie.domain.meeting.Notes;
import dev.supie.domain.meeting.Segment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Odd, hostile, random and very long meetings.
class ExtractiveLimitsTest {

    private static final String[] PIECES = {
        "我们决定用方案B",
        "小王周五前发报告",
        "不",
        "没有",
        "风险",
        "，",
        "。",
        "？",
        "！",
        " ",
        ". ",
        ", ",
        "\n",
        "v2.1.3",
        "we decided",
        "I will send",
        "by Friday",
        "not",
        "if",
        "the battery",
        "https://a.b/c?d=e",
        "🎤",
        "👩‍🔬",
        "…",
        "e.g.",
        "嗯",
        "okay",
        "下一步",
        "3.5",
        "电池续航",
        "'",
        "“",
        "”",
        "；",
        ":",
        "don't",
        "A",
        "x"
    };

    private static String babble(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = 1 + random.nextInt(40);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
            text.append(random.nextBoolean() ? " " : "");
        }
        return text.toString();
    }

    private static Stream<Note> lines(Notes notes) {
        return Stream.of(
                        notes.bullets(),
                        notes.decisions(),
                        notes.actions(),
                        notes.risks(),
                        notes.nextSteps())
                .flatMap(List::stream);
    }

    @Test
    void everyLineOfRandomMeetingsIsAQuoteOfItsSegment() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Segment> window = new ArrayList<>();
            int size = 1 + random.nextInt(30);
            for (int i = 0; i < size; i++) {
                window.add(Transcripts.segment(i + 1, "小王", babble(random)));
            }
            for (DraftKind kind : DraftKind.values()) {
                Notes notes = Transcripts.draft(kind, Notes.EMPTY, "zh", window).notes();
                String replay = "seed " + seed + " " + kind;
                lines(notes)
                        .forEach(
                                line ->
                                        assertTrue(
                                                window.get((int) line.segment() - 1)
                                                        .text()
                                                        .contains(line.text()),
                                                replay + ": " + line));
                boolean blank = window.stream().allMatch(segment -> segment.text().isBlank());
                assertEquals(blank, notes.bullets().isEmpty(), replay);
                assertFalse(notes.title().isBlank(), replay);
                assertTrue(notes.title().length() <= ExtractiveTitle.CHARS_MAX, replay);
                assertTrue(notes.actions().stream().noneMatch(notes.nextSteps()::contains), replay);
            }
        }
    }

    @Test
    void meetingWithoutTextHasAnHonestTitleAndNothingElse() {
        for (List<Segment> window : List.of(List.<Segment>of(), Transcripts.spoken(" ", "\n"))) {
            Notes minutes = Transcripts.minutes("en", window);
            assertEquals("Meeting without a transcript", minutes.title());
            assertEquals(0, lines(minutes).count());
        }
        assertEquals("会议没有文字记录", Transcripts.minutes("zh", List.of()).title());
    }

    @Test
    void titleOfAnEmptyBeginningGivesWayToTheSubject() {
        Notes empty = Transcripts.draft(DraftKind.NOTES, Notes.EMPTY, "en", List.of()).notes();
        Notes greeted =
                Transcripts.draft(DraftKind.NOTES, empty, "en", Transcripts.spoken("Hello."))
                        .notes();
        assertEquals("Hello", greeted.title());
        List<Segment> later =
                List.of(Transcripts.segment(2, "a", "Today we talk about the budget."));
        Notes notes = Transcripts.draft(DraftKind.NOTES, greeted, "en", later).notes();
        assertEquals("The budget", notes.title());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"发布", "Ship", "嗯。", "Okay.", "谁来负责？", "Why?", "🎤🎤", "。。。", "3.5", "…"})
    void anyTextAtAllGivesABulletAndATitle(String text) {
        Notes minutes = Transcripts.minutes("zh", Transcripts.spoken(text));
        assertEquals(List.of(new Note(text, 1)), minutes.bullets());
        assertFalse(minutes.title().isBlank());
    }

    @Test
    void fillersAndQuestionsGiveWayToAnyStatement() {
        Notes minutes =
                Transcripts.minutes(
                        "zh",
                        Transcripts.spoken(
                                "嗯，好的。", "这个方案大家觉得怎么样？", "Yeah, okay.", "样机下午到了三台。", "谢谢大家。"));
        assertEquals(List.of(new Note("样机下午到了三台。", 4)), minutes.bullets());
    }

    @Test
    void questionsComeBeforeFillers() {
        Notes minutes =
                Transcripts.minutes(
                        "en", Transcripts.spoken("Okay.", "What does the supplier say?"));
        assertEquals("What does the supplier say?", minutes.bullets().getFirst().text());
    }

    @Test
    void fillersAddNothingToNotes() {
        Notes before =
                Transcripts.draft(
                                DraftKind.NOTES, Notes.EMPTY, "zh", Transcripts.spoken("样机下午到了三台。"))
                        .notes();
        Notes after =
                Transcripts.draft(
                                DraftKind.NOTES,
                                before,
                                "zh",
                                List.of(Transcripts.segment(2, "a", "嗯，好的。对吗？")))
                        .notes();
        assertEquals(before, after);
    }

    @Test
    void veryLongSentenceIsQuotedInPieces() {
        String text = "we look at the numbers of the new battery " + "and again ".repeat(300);
        Notes minutes = Transcripts.minutes("en", Transcripts.spoken(text));
        assertFalse(minutes.bullets().isEmpty());
        assertTrue(lines(minutes).allMatch(line -> text.contains(line.text())));
    }

    @Test
    void hostileTextIsReadWithinTheLimits() {
        for (String text :
                List.of(
                        "a".repeat(1 << 20),
                        "决定".repeat(1 << 19),
                        "。".repeat(100_000),
                        "?!".repeat(50_000),
                        "i if not ".repeat(1 << 17),
                        "a.".repeat(1 << 19),
                        "好。".repeat(1 << 19),
                        "x1 y2. ".repeat(1 << 17))) {
            List<Segment> window = Transcripts.spoken(text);
            Passage passage =
                    Passage.of(
                            new DraftRequest(
                                    DraftKind.MINUTES,
                                    Notes.EMPTY,
                                    window,
                                    "en",
                                    800,
                                    Duration.ofSeconds(10)));
            assertTrue(passage.spoken().size() <= Passage.SENTENCES_MAX);
            assertTrue(
                    passage.spoken().stream()
                            .allMatch(s -> s.text().length() <= SentenceSplitter.WIDTH_MAX));
            assertFalse(Transcripts.minutes("en", window).bullets().isEmpty());
        }
    }

    @Test
    void beyondTheSentenceLimitAnEvenSpreadIsRead() {
        List<Segment> window = new ArrayList<>();
        for (int i = 1; i <= 2000; i++) {
            window.add(Transcripts.segment(i, "a", "Sample " + i + " passed the drop test."));
        }
        Passage passage =
                Passage.of(
                        new DraftRequest(
                                DraftKind.NOTES,
                                Notes.EMPTY,
                                window,
                                "en",
                                800,
                                Duration.ofSeconds(10)));
        assertEquals(Passage.SENTENCES_MAX, passage.spoken().size());
        assertEquals(1, passage.spoken().getFirst().segment());
        assertTrue(passage.spoken().getLast().segment() > 1990);
    }
}
