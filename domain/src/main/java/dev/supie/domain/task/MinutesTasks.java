package dev.supie.domain.task;

import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Minutes;

import java.util.ArrayList;
import java.util.List;

/// WF-9: what is to be done after a meeting, as tasks. Each line has the same id whenever it is
/// asked for, so taking it over again creates nothing twice, and changes neither who does it nor
/// whether it is done.
public final class MinutesTasks {

    private static final String CUT = "…";

    /// What fits between `MEET-` and the number of a line; ids that Supie gives are shorter.
    private static final int MEETING_CHARS_MAX = TaskId.LENGTH_MAX - "MEET--A99".length();

    private MinutesTasks() {}

    /// Actions as `MEET-<meeting>-A1`…, then next steps as `MEET-<meeting>-N1`….
    public static List<TaskChange> of(MeetingId meeting, Minutes minutes) {
        List<TaskChange> changes = new ArrayList<>();
        add(changes, prefix(meeting) + "-A", minutes.actions());
        add(changes, prefix(meeting) + "-N", minutes.nextSteps());
        return List.copyOf(changes);
    }

    private static String prefix(MeetingId meeting) {
        String id = meeting.value();
        return "MEET-" + id.substring(0, Math.min(id.length(), MEETING_CHARS_MAX));
    }

    private static void add(List<TaskChange> changes, String prefix, List<String> lines) {
        for (int number = 1; number <= lines.size(); number++) {
            String line = PlainText.line(lines.get(number - 1));
            if (!line.isEmpty()) {
                changes.add(new TaskChange(new TaskId(prefix + number), fields(line)));
            }
        }
    }

    /// A line that is too long for a title is whole in the notes.
    private static List<FieldChange> fields(String line) {
        int length = line.codePointCount(0, line.length());
        if (length <= Title.LENGTH_MAX) {
            return List.of(new FieldChange.SetTitle(new Title(line)));
        }
        String title = PlainText.line(beginning(line, Title.LENGTH_MAX - 1)) + CUT;
        String notes = PlainText.lines(beginning(line, Math.min(length, TaskNotes.LENGTH_MAX)));
        return List.of(
                new FieldChange.SetTitle(new Title(title)),
                new FieldChange.SetNotes(new TaskNotes(notes)));
    }

    private static String beginning(String text, int codePoints) {
        return text.substring(0, text.offsetByCodePoints(0, codePoints));
    }
}
