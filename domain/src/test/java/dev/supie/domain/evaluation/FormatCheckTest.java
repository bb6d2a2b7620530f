package dev.supie.domain.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.domain.meeting.Minutes;
import dev.supie.domain.meeting.Note;
import dev.supie.domain.meeting.Notes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/// MTG-8: every fault of form is found, and nothing else.
final class FormatCheckTest {

    @Test
    void goodMinutesHaveNone() {
        assertEquals(Set.of(), faults("Budget [draft]", List.of("The budget: 3 {open} points"), 4));
    }

    @ParameterizedTest
    @CsvSource({"6, false", "7, true"})
    void bulletsHaveALimit(int bullets, boolean tooMany) {
        List<String> lines = Collections.nCopies(bullets, "line");

        assertEquals(
                tooMany ? Set.of(FormatFault.TOO_MANY_BULLETS) : Set.of(),
                faults("Title", lines, 0));
    }

    @Test
    void othersHaveALimit() {
        assertEquals(Set.of(FormatFault.TOO_MANY_OTHERS), faults("Title", List.of("line"), 5));
    }

    @Test
    void thereIsATitleAndABullet() {
        assertEquals(
                Set.of(FormatFault.NO_TITLE, FormatFault.NO_BULLET), faults(" ", List.of(), 0));
    }

    @Test
    void titlesAndLinesAreNotTooLong() {
        String title = "t".repeat(Notes.TITLE_CHARS_MAX);
        String line = "l".repeat(Note.TEXT_CHARS_MAX);

        assertEquals(Set.of(), faults(title, List.of(line), 0));
        assertEquals(Set.of(FormatFault.TITLE_TOO_LONG), faults(title + "t", List.of(line), 0));
        assertEquals(Set.of(FormatFault.LINE_TOO_LONG), faults(title, List.of(line + "l"), 0));
    }

    @Test
    void linesSaySomethingOnOneLine() {
        assertEquals(Set.of(FormatFault.BLANK_LINE), faults("Title", List.of("line", " "), 0));
        assertEquals(Set.of(FormatFault.CONTROL_CHARACTER), faults("Title", List.of("a\nb"), 0));
        assertEquals(Set.of(FormatFault.CONTROL_CHARACTER), faults("a\u001bb", List.of("b"), 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"\",\"bullets\":[]}",
                "[\"one\"]",
                "```json",
                "as I said, \"seg\": \"1\""
            })
    void whatNobodyWouldSayIsMarkup(String line) {
        assertEquals(Set.of(FormatFault.MARKUP), faults("Title", List.of(line), 0));
        assertEquals(Set.of(FormatFault.MARKUP), faults(line, List.of("line"), 0));
    }

    private static Set<FormatFault> faults(String title, List<String> bullets, int others) {
        List<String> lines = Collections.nCopies(others, "something else");
        return FormatCheck.faults(
                new Minutes(title, bullets, List.of(), lines, List.of(), List.of()));
    }
}
