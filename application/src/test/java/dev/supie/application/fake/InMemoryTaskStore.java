package dev.supie.application.fake;

import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.task.port.BoardStep;
import dev.supie.application.task.port.StaleBoardException;
import dev.supie.application.task.port.TaskStore;
import dev.supie.domain.task.Board;
import dev.supie.domain.task.BoardEffect;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.Task;
import dev.supie.domain.task.TaskId;
import dev.supie.domain.task.TaskStamp;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Boards in memory, for tests: keeps the contract, and can be told to fail. It outlives a
/// simulated restart by being handed on.
public final class InMemoryTaskStore implements TaskStore {

    private enum Fault {
        NONE,
        BEFORE_WRITING,
        AFTER_WRITING
    }

    private final Map<GroupKey, Board> boards = new HashMap<>();
    private Fault nextSave = Fault.NONE;
    private Runnable duringSave = () -> {};
    private boolean away;
    private long counted;
    private int loads;
    private int saves;
    private int written;

    /// From now on every call throws, as when the database is not reachable.
    public synchronized void goAway() {
        away = true;
    }

    /// Everything works again.
    public synchronized void comeBack() {
        away = false;
    }

    /// The next save throws, and nothing is written.
    public synchronized void failNextSaveBefore() {
        nextSave = Fault.BEFORE_WRITING;
    }

    /// The next save throws although its steps are written: the answer of a commit got lost.
    public synchronized void failNextSaveAfter() {
        nextSave = Fault.AFTER_WRITING;
    }

    /// Happens once, while the next save is under way.
    public synchronized void duringNextSave(Runnable happening) {
        duringSave = happening;
    }

    /// Pretends that so many other boards were stored too.
    public synchronized void countMore(long others) {
        counted = others;
    }

    /// How often a board was read.
    public synchronized int loads() {
        return loads;
    }

    /// How many saves were tried.
    public synchronized int saves() {
        return saves;
    }

    /// How many saves took effect, whatever their caller was told.
    public synchronized int written() {
        return written;
    }

    @Override
    public synchronized Board load(GroupKey group) {
        reach();
        loads++;
        return boards.getOrDefault(group, Board.empty(group));
    }

    @Override
    public synchronized long count() {
        reach();
        return boards.size() + counted;
    }

    @Override
    public void save(List<BoardStep> steps) {
        happening().run();
        write(steps);
    }

    private synchronized Runnable happening() {
        Runnable happening = duringSave;
        duringSave = () -> {};
        return happening;
    }

    private synchronized void write(List<BoardStep> steps) {
        reach();
        saves++;
        Fault fault = nextSave;
        nextSave = Fault.NONE;
        if (fault == Fault.BEFORE_WRITING) {
            throw new StoreException("planned failure before writing");
        }
        Map<GroupKey, Board> next = new HashMap<>(boards);
        for (BoardStep step : steps) {
            Board before = next.getOrDefault(step.group(), Board.empty(step.group()));
            if (before.version() != step.expectedVersion()) {
                throw new StaleBoardException(step.group(), step.expectedVersion());
            }
            next.put(step.group(), written(before, step));
        }
        boards.putAll(next);
        written++;
        if (fault == Fault.AFTER_WRITING) {
            throw new StoreException("planned failure after writing");
        }
    }

    /// From what the step says is different, not from the board it leads to: a step that forgets to
    /// say something must not go unnoticed.
    private static Board written(Board before, BoardStep step) {
        Map<TaskId, Task> tasks = new HashMap<>(before.tasks());
        for (BoardEffect.Store store : step.stores()) {
            switch (store) {
                case BoardEffect.PutTask(Task task) -> put(tasks, task);
                case BoardEffect.RemoveTask(TaskId id) -> tasks.remove(id);
            }
        }
        return new Board(step.group(), step.next().version(), step.next().lastNumber(), tasks);
    }

    private static void put(Map<TaskId, Task> tasks, Task task) {
        boolean isNew = task.stamp().version() == 1;
        if (tasks.containsKey(task.id()) == isNew) {
            throw new StoreException("task " + task.id() + " is new or it is not");
        }
        tasks.put(task.id(), inMillis(task));
    }

    private static Task inMillis(Task task) {
        TaskStamp stamp = task.stamp();
        return new Task(
                task.id(),
                task.group(),
                task.title(),
                task.priority(),
                task.status(),
                task.owner(),
                task.due(),
                task.notes(),
                task.extras(),
                new TaskStamp(
                        stamp.number(),
                        stamp.version(),
                        inMillis(stamp.createdAt()),
                        inMillis(stamp.updatedAt())));
    }

    private static Instant inMillis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    private void reach() {
        if (away) {
            throw new StoreException("planned failure: the store is away");
        }
    }
}
