package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.meeting.DraftKind;
import dev.supie.domain.meeting.Minutes;
import dev.supie.domain.meeting.Note;
import dev.supie.domain.meeting.Notes;
import dev.supie.domain.meeting.Segment;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Whole meetings with known outcomes (MTG-5, MTG-8).
class ExtractiveSummarizerTest {

    private static List<String> texts(List<Note> notes) {
        return notes.stream().map(Note::text).toList();
    }

    @Test
    void saysThatItOnlyQuotes() {
        assertEquals(
                "extractive",
                Transcripts.draft(DraftKind.MINUTES, Notes.EMPTY, "zh", Transcripts.spoken("开会。"))
                        .provider());
    }

    @Test
    void minutesOfAChineseMeeting() {
        Notes minutes = Transcripts.minutes("zh", Transcripts.chinese());
        assertEquals("三季度预算和新仓库选址", minutes.title());
        assertEquals(
                List.of("那这样，我们决定砍掉十月的线下展会，改成线上直播。", "好，芜湖排除，这个定了。", "好，那就按每人三千。"),
                texts(minutes.decisions()));
        assertEquals(
                List.of(
                        "我周五之前把新的预算表发给大家。",
                        "我来负责系统切换，下周三之前出方案。",
                        "麻烦李强联系太仓的业主，确认消防验收的时间。",
                        "行，我明天就联系。"),
                texts(minutes.actions()));
        assertEquals(
                List.of("四季度我们还有两个大促，现金流我有点担心。", "消防要是过不了，双十一就来不及了，这个风险很大。"),
                texts(minutes.risks()));
        assertEquals(
                List.of("嘉兴还是太仓，下次会议再决定。", "下一步我们先实地看一遍嘉兴和太仓，然后比较总成本。"),
                texts(minutes.nextSteps()));
        assertTrue(texts(minutes.bullets()).contains("三季度市场费用超了十二万，主要是展会涨价。"));
        assertEquals(Minutes.BULLETS_MAX, minutes.bullets().size());
    }

    @Test
    void minutesOfAnEnglishMeeting() {
        Notes minutes = Transcripts.minutes("en", Transcripts.english());
        assertEquals("The checkout outage and the plan for the mobile release", minutes.title());
        assertEquals(
                List.of(
                        "We decided that every migration gets a second reviewer from the database"
                                + " team.",
                        "Let's go with dropping the old tablets in 5.3, not in 5.2.",
                        "We agreed to freeze the release branch at 6 p.m. on Wednesday."),
                texts(minutes.decisions()));
        assertEquals(
                List.of(
                        "I'll write the post-mortem and share it by Thursday.",
                        "I will move them tomorrow.",
                        "Dr. Lee from finance should check the contract before the end of the week.",
                        "Fine, Dan will call the provider on Monday."),
                texts(minutes.actions()));
        assertEquals(
                List.of(
                        "I'm worried that the provider will charge us a fee for late refunds.",
                        "The translation for Japanese might slip, the agency is behind schedule."),
                texts(minutes.risks()));
        assertEquals(
                List.of(
                        "Next step is a load test with 10,000 virtual users on the staging system.",
                        "After that we plan to roll out to 5 percent of users next week."),
                texts(minutes.nextSteps()));
        assertEquals(Minutes.BULLETS_MAX, minutes.bullets().size());
    }

    @Test
    void notesOfAMixedMeetingHaveAllThatWasAgreed() {
        Notes notes =
                Transcripts.draft(DraftKind.NOTES, Notes.EMPTY, "zh", Transcripts.mixed()).notes();
        assertEquals("电池续航、OTA 灰度升级和客户试点", notes.title());
        assertEquals(List.of(12L, 24L, 25L, 35L, 36L), segments(notes.decisions()));
        assertEquals(List.of(13L, 14L, 26L, 27L, 34L, 38L), segments(notes.actions()));
        assertEquals(List.of(16L, 20L, 23L, 32L, 33L, 37L), segments(notes.risks()));
        assertEquals(List.of(17L, 39L, 40L), segments(notes.nextSteps()));
    }

    @Test
    void minutesOfAMixedMeetingHaveBothLanguages() {
        Notes minutes = Transcripts.minutes("zh", Transcripts.mixed());
        assertTrue(texts(minutes.decisions()).contains("那我们决定在 v2.2 里关闭空闲时的麦克风偏置，预录 200 毫秒。"));
        assertTrue(texts(minutes.actions()).contains("I will send the patch to 小周 by Wednesday."));
        assertTrue(texts(minutes.actions()).contains("小周负责再订十块，月底之前到货。"));
        assertEquals(Minutes.OTHERS_MAX, minutes.actions().size());
        assertEquals(Minutes.BULLETS_MAX, minutes.bullets().size());
    }

    @Test
    void linesComeInTheOrderOfTheMeeting() {
        for (DraftKind kind : DraftKind.values()) {
            Notes notes = Transcripts.draft(kind, Notes.EMPTY, "zh", Transcripts.mixed()).notes();
            for (List<Note> list : lists(notes)) {
                assertEquals(segments(list).stream().sorted().toList(), segments(list));
            }
        }
    }

    @Test
    void foldingKeepsTheNotesSoFar() {
        List<Segment> meeting = Transcripts.english();
        List<Segment> first = meeting.subList(0, meeting.size() / 2);
        List<Segment> second = meeting.subList(meeting.size() / 2, meeting.size());
        Notes before = Transcripts.draft(DraftKind.NOTES, Notes.EMPTY, "en", first).notes();
        Notes after = Transcripts.draft(DraftKind.NOTES, before, "en", second).notes();
        for (int i = 0; i < lists(before).size(); i++) {
            assertTrue(lists(after).get(i).containsAll(lists(before).get(i)));
        }
        assertEquals(before.title(), after.title());
        assertTrue(after.bullets().size() > before.bullets().size());
    }

    @Test
    void linesThatAModelWroteIntoTheNotesStayCandidates() {
        Note written = new Note("Prices rise by 3 percent in spring", 1);
        Notes notes =
                new Notes(
                        "Prices",
                        List.of(written),
                        List.of(written),
                        List.of(),
                        List.of(),
                        List.of());
        Notes minutes =
                Transcripts.draft(
                                DraftKind.MINUTES,
                                notes,
                                "en",
                                List.of(Transcripts.segment(2, "anna", "We talked about lunch.")))
                        .notes();
        assertEquals(List.of(written), minutes.decisions());
        assertEquals("Prices", minutes.title());
    }

    @Test
    void sameRequestGivesSameDraft() {
        for (DraftKind kind : DraftKind.values()) {
            assertEquals(
                    Transcripts.draft(kind, Notes.EMPTY, "zh", Transcripts.mixed()),
                    Transcripts.draft(kind, Notes.EMPTY, "zh", Transcripts.mixed()));
        }
    }

    @Test
    void speakersAreNotNamedUnlessSomebodySaysTheName() {
        Notes minutes = Transcripts.minutes("en", Transcripts.english());
        assertFalse(
                lists(minutes).stream()
                        .flatMap(List::stream)
                        .anyMatch(note -> note.text().contains("Carla")));
    }

    private static List<Long> segments(List<Note> notes) {
        return notes.stream().map(Note::segment).toList();
    }

    private static List<List<Note>> lists(Notes notes) {
        return List.of(
                notes.bullets(),
                notes.decisions(),
                notes.actions(),
                notes.risks(),
                notes.nextSteps());
    }
}
