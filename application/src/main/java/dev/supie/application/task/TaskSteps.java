package dev.supie.application.task;

import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.runtime.Backoff;
import dev.supie.application.task.Tasks.Outcome;
import dev.supie.application.task.port.BoardStep;
import dev.supie.application.task.port.StaleBoardException;
import dev.supie.application.task.port.TaskStore;
import dev.supie.domain.kernel.Decision;
import dev.supie.domain.task.Board;
import dev.supie.domain.task.BoardCommand;
import dev.supie.domain.task.BoardDecider;
import dev.supie.domain.task.BoardEffect;
import dev.supie.domain.task.BoardRejection;
import dev.supie.domain.task.GroupKey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Decides on boards, stores them, and shows what has become of them. Only for whoever has the
/// turns of the groups.
final class TaskSteps {

    /// So often a request is decided anew because somebody else, such as another process, was
    /// faster each time; then it is busy.
    static final int ATTEMPTS_MAX = 16;

    private final TaskStore store;
    private final Screens screens;
    private final TaskClockwork clockwork;
    private final Set<GroupKey> refreshing = ConcurrentHashMap.newKeySet();

    TaskSteps(TaskStore store, Screens screens, TaskClockwork clockwork) {
        this.store = store;
        this.screens = screens;
        this.clockwork = clockwork;
    }

    /// Who has asked for a change.
    interface Asker {

        Asker NOBODY =
                new Asker() {
                    @Override
                    public void stored(Outcome.Done done) {}

                    @Override
                    public void shown(Set<GroupKey> changed) {}
                };

        /// Everything is stored, and nothing has been shown yet; nor will anybody who asks be told
        /// anything older than what was stored.
        void stored(Outcome.Done done);

        /// The boards of these groups have changed and were shown.
        void shown(Set<GroupKey> changed);
    }

    /// The newest state of a board that is known, or that of the store, which is shown if nobody
    /// has seen it yet.
    Board board(GroupKey group) {
        return screens.newest(group).orElseGet(() -> loaded(group));
    }

    private Board loaded(GroupKey group) {
        Board board = store.load(group);
        screens.show(board);
        return board;
    }

    /// All commands or none.
    Outcome carryOut(SortedMap<GroupKey, BoardCommand> commands, Asker asker) {
        for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            try {
                return tryOnce(commands, asker);
            } catch (StaleBoardException _) {
                commands.keySet().forEach(screens::forget);
            }
        }
        return new Outcome.Busy();
    }

    private Outcome tryOnce(SortedMap<GroupKey, BoardCommand> commands, Asker asker) {
        Instant now = clockwork.now();
        List<BoardStep> steps = new ArrayList<>();
        for (Map.Entry<GroupKey, BoardCommand> each : commands.entrySet()) {
            switch (BoardDecider.decide(board(each.getKey()), each.getValue(), now)) {
                case Decision.Rejected<Board, BoardEffect, BoardRejection> rejected -> {
                    return TaskRefusals.of(each.getKey(), rejected.reason());
                }
                case Decision.Accepted<Board, BoardEffect, BoardRejection> accepted ->
                        step(accepted).ifPresent(steps::add);
            }
        }
        if (!hasRoomFor(steps)) {
            return TaskRefusals.tooManyBoards();
        }
        return finished(steps, asker);
    }

    private Outcome finished(List<BoardStep> steps, Asker asker) {
        Outcome.Done done = new Outcome.Done(steps.isEmpty());
        if (steps.isEmpty()) {
            asker.stored(done);
            return done;
        }
        save(steps);
        screens.show(steps.stream().map(BoardStep::next).toList(), () -> asker.stored(done));
        asker.shown(steps.stream().map(BoardStep::group).collect(Collectors.toSet()));
        return done;
    }

    /// What is to be stored of a decision; nothing if it changed nothing.
    private static Optional<BoardStep> step(
            Decision.Accepted<Board, BoardEffect, BoardRejection> accepted) {
        List<BoardEffect.Store> stores =
                accepted.effects().stream()
                        .filter(BoardEffect.Store.class::isInstance)
                        .map(BoardEffect.Store.class::cast)
                        .toList();
        return stores.isEmpty()
                ? Optional.empty()
                : Optional.of(new BoardStep(accepted.next(), stores));
    }

    private boolean hasRoomFor(List<BoardStep> steps) {
        long more = steps.stream().filter(step -> step.expectedVersion() == 0).count();
        return more == 0 || store.count() + more <= TaskStore.BOARDS_MAX;
    }

    private void save(List<BoardStep> steps) {
        try {
            store.save(steps);
        } catch (StaleBoardException stale) {
            throw stale;
        } catch (StoreException failure) {
            // It may be stored all the same, and then it must be shown.
            steps.forEach(step -> doubt(step.group()));
            throw failure;
        }
    }

    private void doubt(GroupKey group) {
        screens.forget(group);
        if (screens.isSeen(group) && refreshing.add(group)) {
            refreshLater(group, 1);
        }
    }

    private void refreshLater(GroupKey group, int attempt) {
        clockwork.after(Backoff.after(attempt), () -> refresh(group, attempt));
    }

    /// Until the store answers, or nobody sees the board any more.
    private void refresh(GroupKey group, int attempt) {
        try {
            loaded(group);
        } catch (StoreException _) {
            if (screens.isSeen(group)) {
                refreshLater(group, attempt + 1);
                return;
            }
        }
        refreshing.remove(group);
    }
}
