package dev.supie.domain.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Minutes;

import org.junit.jupiter.api.Test;

import java.util.List;

/// WF-9.
class MinutesTasksTest {

    private static List<TaskChange> of(String meeting, List<String> actions, List<String> next) {
        return MinutesTasks.of(
                new MeetingId(meeting),
                new Minutes("t", List.of("b"), List.of("d"), actions, List.of("r"), next));
    }

    private static TaskChange titled(String id, String title) {
        return new TaskChange(new TaskId(id), new FieldChange.SetTitle(new Title(title)));
    }

    @Test
    void actionsComeFirstAndEachIsNumbered() {
        assertEquals(
                List.of(
                        titled("MEET-m-A1", "one"),
                        titled("MEET-m-A2", "two lines"),
                        titled("MEET-m-N1", "三")),
                of("m", List.of("one", " two\nlines "), List.of("三")));
    }

    /// The numbers of the others stay.
    @Test
    void aBlankLineIsNoTask() {
        assertEquals(
                List.of(titled("MEET-m-A2", "two")), of("m", List.of(" \u0000", "two"), List.of()));
    }

    @Test
    void aLineThatIsTooLongForATitleIsWholeInTheNotes() {
        String longest = "字".repeat(Title.LENGTH_MAX);
        String longer = longest + "字";

        assertEquals(List.of(titled("MEET-m-A1", longest)), of("m", List.of(longest), List.of()));
        assertEquals(
                List.of(
                        new TaskChange(
                                new TaskId("MEET-m-A1"),
                                new FieldChange.SetTitle(
                                        new Title("字".repeat(Title.LENGTH_MAX - 1) + "…")),
                                new FieldChange.SetNotes(new TaskNotes(longer)))),
                of("m", List.of(longer), List.of()));
    }

    @Test
    void notesHaveTheirLimitToo() {
        String line = "a".repeat(TaskNotes.LENGTH_MAX + 1);

        assertEquals(
                new FieldChange.SetNotes(new TaskNotes("a".repeat(TaskNotes.LENGTH_MAX))),
                of("m", List.of(line), List.of()).getFirst().fields().getLast());
    }

    @Test
    void theLongestMeetingIdIsCutToFit() {
        TaskId id = of("m".repeat(64), List.of("x"), List.of()).getFirst().id();

        assertEquals("MEET-" + "m".repeat(55) + "-A1", id.value());
    }
}
