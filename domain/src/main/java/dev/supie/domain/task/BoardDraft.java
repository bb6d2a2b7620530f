package dev.supie.domain.task;

import dev.supie.domain.kernel.Decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/// A board while one command is carried out on it. Belongs to one call of [BoardDecider] and is
/// seen by nobody else.
final class BoardDraft {

    private static final Comparator<Task> DONE_THE_LONGEST_AGO =
            Comparator.comparing((Task task) -> task.stamp().updatedAt())
                    .thenComparingLong(task -> task.stamp().number());

    private final Board before;
    private final Instant now;
    private final Map<TaskId, Task> tasks;
    private final SequencedSet<TaskId> touched = new LinkedHashSet<>();
    private final List<TaskId> forgotten = new ArrayList<>();
    private long lastNumber;

    BoardDraft(Board board, Instant now) {
        this.before = board;
        this.now = now;
        this.tasks = new HashMap<>(board.tasks());
        this.lastNumber = board.lastNumber();
    }

    Optional<Task> find(TaskId id) {
        return Optional.ofNullable(tasks.get(id));
    }

    /// False if it would have to be created and has no title.
    ///
    /// @param owner of what is created and says nothing of its owner
    boolean changeOrCreate(TaskChange change, Owner owner) {
        if (tasks.containsKey(change.id())) {
            change(change);
            return true;
        }
        TaskStamp stamp = new TaskStamp(lastNumber + 1, 1, now, now);
        Optional<Task> created = Task.created(before.group(), change, owner, stamp);
        created.ifPresent(
                task -> {
                    lastNumber++;
                    put(task);
                });
        return created.isPresent();
    }

    /// Of a task that is there.
    void change(TaskChange change) {
        find(change.id()).ifPresent(task -> put(task.with(change)));
    }

    private void put(Task task) {
        touched.add(task.id());
        tasks.put(task.id(), task);
    }

    void remove(TaskId id) {
        touched.add(id);
        tasks.remove(id);
    }

    Decision<Board, BoardEffect, BoardRejection> decision() {
        if (tasks.equals(before.tasks())) {
            return Decision.accept(before, List.of());
        }
        List<TaskId> oversized =
                touched.stream()
                        .filter(id -> find(id).filter(task -> !task.extras().fits()).isPresent())
                        .toList();
        if (!oversized.isEmpty()) {
            return Decision.reject(new BoardRejection.ExtrasTooLarge(oversized));
        }
        if (grows(open(before.tasks().values()), open(tasks.values()), Board.OPEN_MAX)) {
            return Decision.reject(new BoardRejection.TooManyOpen());
        }
        forgetWhatWasDone();
        if (grows(chars(before.tasks().values()), chars(tasks.values()), Board.CHARS_MAX)) {
            return Decision.reject(new BoardRejection.TooMuchText());
        }
        return accepted();
    }

    /// A board that is over a limit already may still be worked on, as long as that does not make
    /// it worse.
    private static boolean grows(int from, int to, int limit) {
        return to > limit && to > from;
    }

    private static int open(Collection<Task> tasks) {
        return Math.toIntExact(tasks.stream().filter(Task::isOpen).count());
    }

    private static int chars(Collection<Task> tasks) {
        return tasks.stream().mapToInt(Task::chars).sum();
    }

    private void forgetWhatWasDone() {
        List<Task> done =
                tasks.values().stream()
                        .filter(task -> !task.isOpen() && !touched.contains(task.id()))
                        .sorted(DONE_THE_LONGEST_AGO)
                        .toList();
        int chars = chars(tasks.values());
        for (Task task : done) {
            if (tasks.size() <= Board.TASKS_MAX && chars <= Board.CHARS_MAX) {
                return;
            }
            tasks.remove(task.id());
            forgotten.add(task.id());
            chars -= task.chars();
        }
    }

    private Decision<Board, BoardEffect, BoardRejection> accepted() {
        List<BoardEffect> effects = new ArrayList<>();
        for (TaskId id : touched) {
            find(id).ifPresentOrElse(
                            task -> putIfChanged(task, effects),
                            () -> effects.add(new BoardEffect.RemoveTask(id)));
        }
        forgotten.forEach(id -> effects.add(new BoardEffect.RemoveTask(id)));
        effects.add(new BoardEffect.ShowBoard());
        Board next = new Board(before.group(), before.version() + 1, lastNumber, tasks);
        return Decision.accept(next, effects);
    }

    private void putIfChanged(Task task, List<BoardEffect> effects) {
        Optional<Task> old = before.find(task.id());
        if (old.filter(task::equals).isPresent()) {
            return;
        }
        Task stamped = old.map(known -> task.stamped(known.stamp().changed(now))).orElse(task);
        tasks.put(stamped.id(), stamped);
        effects.add(new BoardEffect.PutTask(stamped));
    }
}
