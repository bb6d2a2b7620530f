package dev.supie.application.contract;

import static dev.supie.application.contract.SampleMeeting.START;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.meeting.port.MeetingStep;
import dev.supie.application.meeting.port.StoredMeeting;
import dev.supie.domain.meeting.Intake;
import dev.supie.domain.meeting.MeetingHead.Phase;
import dev.supie.domain.meeting.Note;
import dev.supie.domain.meeting.Notes;
import dev.supie.domain.meeting.Quality;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.Snippet;
import dev.supie.domain.meeting.Transcript;
import dev.supie.domain.meeting.Window;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What comes back: the same meeting, with no more of its past than is needed to go on.
public abstract class MeetingContentContract extends MeetingContract {

    private static final Duration KEPT = Intake.REPEAT_WINDOW;
    private static final Quality FULL = new Quality.Full();
    private static final Quality DEGRADED = new Quality.Degraded("model did not answer: 超时");

    @Test
    void everyPhaseComesBackAsItWas() {
        SampleMeeting meeting = new SampleMeeting("m1");
        List<Phase> phases =
                List.of(
                        new Phase.Recording(),
                        new Phase.Finalizing(START.plusSeconds(60)),
                        meeting.finalizedPhase(FULL, false),
                        meeting.finalizedPhase(DEGRADED, false),
                        meeting.finalizedPhase(FULL, true),
                        new Phase.Recording());
        for (Phase phase : phases) {
            store().save(meeting.in(phase));
            assertEquals(meeting.head(), loaded(meeting).head());
            assertEquals(meeting.head(), archive().find(meeting.id()).orElseThrow());
        }
    }

    @Test
    void bothQualitiesOfTheNotesComeBackAsTheyWere() {
        SampleMeeting meeting = new SampleMeeting("m1");
        for (Quality quality : List.of(FULL, DEGRADED, new Quality.Degraded(""))) {
            store().save(meeting.noted(Notes.EMPTY, quality, 0));
            assertEquals(meeting.head(), loaded(meeting).head());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Hello, \"world\" it's \\ 100 % {fine}; DROP TABLE meetings; -- ?",
                "大家好，我们开始会议。第三季度预算：五十万元。",
                "👩‍👩‍👧‍👦 🚀 é ü \uFEFF \u200B ﷽",
                "line one\nline two\r\n\ttabbed",
            })
    void textComesBackAsItWas(String text) {
        SampleMeeting meeting = new SampleMeeting("m1");
        store().save(meeting.said(START, text));
        store().save(meeting.merged(text));
        assertEquals(text, loaded(meeting).snippets().getFirst().text());
        assertEquals(text, loaded(meeting).tail().getFirst().text());
        assertEquals(text.length(), loaded(meeting).open().getFirst().chars());
    }

    @Test
    void tagAndSpeakerComeBackAsTheyWere() {
        SampleMeeting meeting = new SampleMeeting("m1");
        Snippet snippet = new Snippet(1, START, "笔记 🗒", "张三 \"the boss\"", "text");
        store().save(withSnippet(meeting, snippet));
        assertEquals(List.of(snippet), loaded(meeting).snippets());
    }

    private static MeetingStep withSnippet(SampleMeeting meeting, Snippet snippet) {
        return new MeetingStep(meeting.head(), 0, List.of(snippet), List.of());
    }

    @Test
    void charactersThatAreNoTextDoNotStopAMeeting() {
        SampleMeeting meeting = new SampleMeeting("m1");
        store().save(meeting.said(START, "nul \u0000 half \ud83d pair \ude80 whole 🚀"));
        store().save(meeting.merged("\u0000"));
        assertEquals(
                "nul \ufffd half \ufffd pair \ufffd whole 🚀",
                loaded(meeting).snippets().getFirst().text());
        assertEquals("\ufffd", loaded(meeting).tail().getFirst().text());
    }

    @Test
    void theLongestTextOfTheProtocolComesBack() {
        String text = "会".repeat(2048 / 3) + "🚀".repeat(512) + "x".repeat(2048);
        SampleMeeting meeting = new SampleMeeting("m1");
        store().save(meeting.said(START, text));
        store().save(meeting.merged(text.repeat(3)));
        assertEquals(text, loaded(meeting).snippets().getFirst().text());
        assertEquals(text.repeat(3), loaded(meeting).tail().getFirst().text());
    }

    @Test
    void theBiggestNotesComeBack() {
        Notes notes =
                new Notes(
                        "题".repeat(Notes.TITLE_CHARS_MAX),
                        notes("要点", Notes.BULLETS_MAX),
                        notes("决定", Notes.OTHERS_MAX),
                        notes("\"do\"\n", Notes.OTHERS_MAX),
                        notes("🔥", Notes.OTHERS_MAX),
                        notes("next", Notes.OTHERS_MAX));
        SampleMeeting meeting = new SampleMeeting("m1");
        store().save(meeting.noted(notes, FULL, 0));
        assertEquals(notes, loaded(meeting).head().notes());
    }

    private static List<Note> notes(String text, int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(i -> new Note((i + text).repeat(Note.TEXT_CHARS_MAX), i))
                .toList();
    }

    @Test
    void timesAreKeptToTheMillisecond() {
        Instant kept = Instant.parse("2026-03-01T09:00:00.123Z");
        Instant given = kept.plusNanos(999_999);
        SampleMeeting meeting = new SampleMeeting("m1", "badge-1", given);
        store().save(meeting.said(given, "text"));
        store().save(meeting.merged("text"));
        store().save(meeting.in(new Phase.Finalizing(given)));
        StoredMeeting loaded = loaded(meeting);
        assertEquals(kept, loaded.head().startedAt());
        assertEquals(kept, loaded.head().aliveAt());
        assertEquals(kept, loaded.head().lastSnippetAt());
        assertEquals(new Phase.Finalizing(kept), loaded.head().phase());
        assertEquals(kept, loaded.snippets().getFirst().at());
        assertEquals(kept, loaded.tail().getFirst().at());
    }

    @Test
    void snippetsThatAreNotMergedAreNeverForgotten() {
        SampleMeeting meeting = new SampleMeeting("m1");
        store().save(meeting.said(START, "old"));
        store().save(meeting.said(START.plus(KEPT).plusSeconds(100), "new"));
        assertEquals(List.of("old", "new"), snippetTexts(meeting));
    }

    @Test
    void mergedSnippetsAreKeptAsLongAsTheyCountAsRepetition() {
        SampleMeeting meeting = new SampleMeeting("m1");
        store().save(meeting.said(START.minusMillis(1), "too old"));
        store().save(meeting.said(START, "just in time"));
        store().save(meeting.said(START.plus(KEPT), "newest"));
        assertEquals(List.of("too old", "just in time", "newest"), snippetTexts(meeting));
        store().save(meeting.merged("too old, just in time, newest"));
        assertEquals(List.of("just in time", "newest"), snippetTexts(meeting));
        store().save(meeting.said(START.plus(KEPT).plusMillis(1), "later"));
        assertEquals(List.of("newest", "later"), snippetTexts(meeting));
    }

    @Test
    void forgettingOneMeetingsSnippetsLeavesTheOthersAlone() {
        SampleMeeting other = new SampleMeeting("m2");
        store().save(other.said(START, "theirs"));
        SampleMeeting meeting = new SampleMeeting("m1");
        store().save(meeting.said(START, "ours"));
        store().save(meeting.said(START.plus(KEPT).plusSeconds(1), "newest"));
        store().save(meeting.merged("ours, newest"));
        assertEquals(List.of("newest"), snippetTexts(meeting));
        assertEquals(List.of("theirs"), snippetTexts(other));
    }

    @Test
    void theTailIsTheLastSegmentsInOrder() {
        SampleMeeting meeting = new SampleMeeting("m1");
        store().save(meeting.merged(numbered(1, Transcript.TAIL_MAX)));
        assertEquals(
                LongStream.rangeClosed(1, 50).boxed().toList(), numbers(loaded(meeting).tail()));
        store().save(meeting.merged("51", "52", "53"));
        assertEquals(
                LongStream.rangeClosed(4, 53).boxed().toList(), numbers(loaded(meeting).tail()));
    }

    @Test
    void openHasOneWindowPerSegmentThatTheNotesDoNotCover() {
        SampleMeeting meeting = new SampleMeeting("m1");
        store().save(meeting.merged(numbered(1, 60)));
        assertEquals(60, loaded(meeting).open().size());
        store().save(meeting.noted(Notes.EMPTY, FULL, 57));
        assertEquals(
                List.of(new Window(58, 58, 2), new Window(59, 59, 2), new Window(60, 60, 2)),
                loaded(meeting).open());
        store().save(meeting.noted(Notes.EMPTY, FULL, 60));
        assertEquals(List.of(), loaded(meeting).open());
    }

    @Test
    void segmentsAreFoundByTheirNumbers() {
        SampleMeeting meeting = new SampleMeeting("m1");
        store().save(meeting.merged(numbered(1, 120)));
        store().save(new SampleMeeting("m2").merged("of another meeting"));
        assertEquals(List.of(7L, 8L, 9L), numbers(store().segments(meeting.id(), 7, 9)));
        assertEquals(List.of(120L), numbers(store().segments(meeting.id(), 120, 500)));
        assertEquals(List.of(), store().segments(meeting.id(), 9, 8));
        assertEquals(120, store().segments(meeting.id(), 1, Long.MAX_VALUE).size());
    }

    private List<String> snippetTexts(SampleMeeting meeting) {
        return loaded(meeting).snippets().stream().map(Snippet::text).toList();
    }

    private static List<Long> numbers(List<Segment> segments) {
        return segments.stream().map(Segment::number).toList();
    }

    private static String[] numbered(int first, int last) {
        return Stream.iterate(first, number -> number + 1)
                .limit(last - first + 1L)
                .map(String::valueOf)
                .toArray(String[]::new);
    }
}
