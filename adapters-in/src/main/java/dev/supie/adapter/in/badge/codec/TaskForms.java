package dev.supie.adapter.in.badge.codec;

import dev.supie.domain.task.Due;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.Owner;
import dev.supie.domain.task.TaskId;
import dev.supie.domain.task.TaskNotes;
import dev.supie.domain.task.Title;

/// The forms of the text fields of tasks (WF-1).
final class TaskForms {

    static final TextForm<TaskId> ID =
            new TextForm<>("string of 1.." + TaskId.LENGTH_MAX + " characters", TaskId::of);
    static final TextForm<Title> TITLE =
            new TextForm<>("string of 1.." + Title.LENGTH_MAX + " characters", Title::of);
    static final TextForm<Owner> OWNER =
            new TextForm<>("string of 1.." + Owner.LENGTH_MAX + " characters", Owner::of);
    static final TextForm<GroupKey> GROUP =
            new TextForm<>("string of 1.." + GroupKey.LENGTH_MAX + " characters", GroupKey::of);
    static final TextForm<Due> DUE = new TextForm<>(Due.FORM, Due::of);
    static final TextForm<TaskNotes> NOTES =
            new TextForm<>(
                    "string of at most " + TaskNotes.LENGTH_MAX + " characters", TaskNotes::of);

    private TaskForms() {}
}
