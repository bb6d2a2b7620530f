package dev.supie.application.simulation;

import dev.supie.application.task.TaskRequest;
import dev.supie.domain.task.Due;
import dev.supie.domain.task.FieldChange;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.Owner;
import dev.supie.domain.task.Priority;
import dev.supie.domain.task.TaskChange;
import dev.supie.domain.task.TaskId;
import dev.supie.domain.task.TaskNotes;
import dev.supie.domain.task.TaskStatus;
import dev.supie.domain.task.Title;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Mixed wishes of badges, drawn by chance: few ids, so that badges get into each other's way, and
/// mostly the own group.
final class TaskWishes {

    private static final int IDS = 24;
    private static final int FIELDS_MAX = 3;

    private final RandomGenerator random;
    private final List<String> groups;
    private int words;

    TaskWishes(RandomGenerator random, List<String> groups) {
        this.random = random;
        this.groups = groups;
    }

    TaskRequest next() {
        return switch (random.nextInt(10)) {
            case 0 -> new TaskRequest.Complete(group(), ids());
            case 1 -> new TaskRequest.Complete(Optional.empty(), List.of(id()));
            case 2 -> new TaskRequest.Delete(group(), ids());
            case 3 -> new TaskRequest.Assign(Optional.empty(), id(), Optional.empty());
            case 4 -> new TaskRequest.Assign(group(), id(), Optional.of(new Owner("Mo")));
            default -> new TaskRequest.Update(items());
        };
    }

    private List<TaskRequest.Item> items() {
        List<TaskRequest.Item> items = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            items.add(new TaskRequest.Item(group(), new TaskChange(id(), fields())));
        }
        return items;
    }

    private List<FieldChange> fields() {
        List<FieldChange> fields = new ArrayList<>();
        for (int i = random.nextInt(FIELDS_MAX); i >= 0; i--) {
            fields.add(field());
        }
        if (random.nextInt(3) > 0) {
            fields.add(new FieldChange.SetTitle(new Title("title " + ++words)));
        }
        return fields;
    }

    private FieldChange field() {
        return switch (random.nextInt(8)) {
            case 0 -> new FieldChange.SetPriority(new Priority(random.nextInt(4)));
            case 1 ->
                    new FieldChange.SetStatus(
                            random.nextBoolean() ? TaskStatus.OPEN : TaskStatus.DONE);
            case 2 -> new FieldChange.SetOwner(new Owner("owner " + random.nextInt(3)));
            case 3 -> new FieldChange.SetDue(due());
            case 4 -> new FieldChange.SetNotes(new TaskNotes("notes " + ++words));
            case 5 -> new FieldChange.DropExtra("e" + random.nextInt(4));
            default ->
                    new FieldChange.KeepExtra(
                            "e" + random.nextInt(4), Integer.toString(random.nextInt(5)));
        };
    }

    private Due due() {
        String day = "2026-11-" + (10 + random.nextInt(20));
        return random.nextInt(4) == 0 ? Due.never() : Due.of(day).orElseThrow();
    }

    private List<TaskId> ids() {
        List<TaskId> ids = new ArrayList<>();
        for (int i = random.nextInt(2); i >= 0; i--) {
            ids.add(id());
        }
        return ids;
    }

    private TaskId id() {
        return new TaskId("t" + random.nextInt(IDS));
    }

    private Optional<GroupKey> group() {
        return random.nextInt(8) == 0
                ? Optional.of(new GroupKey(groups.get(random.nextInt(groups.size()))))
                : Optional.empty();
    }
}
