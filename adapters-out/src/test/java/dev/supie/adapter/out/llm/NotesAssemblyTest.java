package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.adapter.out.llm.WrittenMinutes.Line;
import dev.supie.application.meeting.port.DraftRequest;
import dev.supie.domain.meeting.DraftKind;
import dev.supie.domain.meeting.Note;
import dev.supie.domain.meeting.Notes;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/// Where a model's lines stand in the meeting. The notes have segments 2 and 3, the window 5 and 6.
class NotesAssemblyTest {

    @Test
    void namedSegmentIsTakenIfTheModelWasGivenIt() {
        assertEquals(
                List.of(new Note("a", 2), new Note("b", 6)),
                bullets(Requests.request(), new Line("a", 2), new Line("b", 6)));
    }

    @Test
    void inventedOrMissingSegmentBecomesTheFirstOfTheWindow() {
        assertEquals(
                List.of(new Note("a", 5), new Note("b", 5)),
                bullets(Requests.request(), new Line("a", 99), new Line("b", Line.NO_SEGMENT)));
    }

    @Test
    void lineOfTheNotesKeepsItsSegment() {
        assertEquals(
                List.of(new Note("Budget is approved", 3)),
                bullets(Requests.request(), new Line("Budget is approved", Line.NO_SEGMENT)));
    }

    @Test
    void withoutAWindowItIsTheLastOfTheNotes() {
        assertEquals(
                List.of(new Note("a", 3)),
                bullets(withoutWindow(Requests.NOTES), new Line("a", Line.NO_SEGMENT)));
    }

    @Test
    void withoutAnythingItIsTheFirstOfTheMeeting() {
        assertEquals(
                List.of(new Note("a", 1)),
                bullets(withoutWindow(Notes.EMPTY), new Line("a", Line.NO_SEGMENT)));
    }

    @Test
    void linesAreInTheOrderOfTheMeeting() {
        assertEquals(
                List.of(new Note("b", 2), new Note("d", 3), new Note("a", 5), new Note("c", 5)),
                bullets(
                        Requests.request(),
                        new Line("a", 5),
                        new Line("b", 2),
                        new Line("c", 5),
                        new Line("d", 3)));
    }

    @Test
    void listThatIsNotMentionedStaysAsItWas() {
        var written = new WrittenMinutes("", Map.of(MinutesField.RISKS, List.of()), 0);
        Notes notes = NotesAssembly.of(written, Requests.request());
        assertAll(
                () -> assertEquals("Budget", notes.title()),
                () -> assertEquals(Requests.NOTES.decisions(), notes.decisions()));
    }

    @Test
    void listThatIsLeftEmptyBecomesEmpty() {
        var written = new WrittenMinutes("T", Map.of(MinutesField.DECISIONS, List.of()), 0);
        assertEquals(List.of(), NotesAssembly.of(written, Requests.request()).decisions());
    }

    private static List<Note> bullets(DraftRequest request, Line... lines) {
        var written = new WrittenMinutes("T", Map.of(MinutesField.BULLETS, List.of(lines)), 0);
        return NotesAssembly.of(written, request).bullets();
    }

    private static DraftRequest withoutWindow(Notes notes) {
        return new DraftRequest(
                DraftKind.MINUTES, notes, List.of(), "en", 800, Requests.TIME_LIMIT);
    }
}
