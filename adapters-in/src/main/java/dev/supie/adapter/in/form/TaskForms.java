package dev.supie.adapter.in.form;

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

/// The forms of the text fields of tasks (WF-1).
public final class TaskForms {

    public static final TextForm<TaskId> ID =
            new TextForm<>("string of 1.." + TaskId.LENGTH_MAX + " characters", TaskId::of);
    public static final TextForm<GroupKey> GROUP =
            new TextForm<>("string of 1.." + GroupKey.LENGTH_MAX + " characters", GroupKey::of);
    public static final TextForm<TaskStatus> STATUS =
            new TextForm<>("open or done", TaskForms::status);
    public static final TextForm<Title> TITLE =
            new TextForm<>("string of 1.." + Title.LENGTH_MAX + " characters", Title::of);
    public static final TextForm<Owner> OWNER =
            new TextForm<>("string of 1.." + Owner.LENGTH_MAX + " characters", Owner::of);
    public static final TextForm<Due> DUE = new TextForm<>(Due.FORM, Due::of);
    public static final TextForm<TaskNotes> NOTES =
            new TextForm<>(
                    "string of at most " + TaskNotes.LENGTH_MAX + " characters", TaskNotes::of);

    private TaskForms() {}

    /// MSG-6.
    private static Optional<TaskStatus> status(String text) {
        String word = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(TaskStatus.values())
                .filter(status -> status.name().equals(word))
                .findFirst();
    }
}
