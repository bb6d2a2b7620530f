package dev.supie.adapter.in.http;

import dev.supie.adapter.in.http.JsonFields.Form;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.task.Due;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.Owner;
import dev.supie.domain.task.TaskId;
import dev.supie.domain.task.TaskNotes;
import dev.supie.domain.task.TaskStatus;
import dev.supie.domain.task.Title;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The forms of the text members of tasks (WF-1), in the words that badges are told too.
final class TaskForms {

    static final Form<TaskId> ID =
            new Form<>("string of 1.." + TaskId.LENGTH_MAX + " characters", TaskId::of);
    static final Form<Title> TITLE =
            new Form<>("string of 1.." + Title.LENGTH_MAX + " characters", Title::of);
    static final Form<Owner> OWNER =
            new Form<>("string of 1.." + Owner.LENGTH_MAX + " characters", Owner::of);
    static final Form<GroupKey> GROUP =
            new Form<>("string of 1.." + GroupKey.LENGTH_MAX + " characters", GroupKey::of);
    static final Form<Due> DUE = new Form<>(Due.FORM, Due::of);
    static final Form<TaskNotes> NOTES =
            new Form<>("string of at most " + TaskNotes.LENGTH_MAX + " characters", TaskNotes::of);
    static final Form<TaskStatus> STATUS = new Form<>("open or done", TaskForms::status);
    static final Form<MeetingId> MEETING =
            new Form<>("string of 1..64 letters, digits or hyphens", TaskForms::meeting);

    private TaskForms() {}

    /// MSG-6.
    static Optional<TaskStatus> status(String text) {
        String word = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(TaskStatus.values())
                .filter(status -> status.name().equals(word))
                .findFirst();
    }

    private static Optional<MeetingId> meeting(String text) {
        try {
            return Optional.of(new MeetingId(text));
        } catch (IllegalArgumentException _) {
            // Only the id itself knows its form.
            return Optional.empty();
        }
    }
}
