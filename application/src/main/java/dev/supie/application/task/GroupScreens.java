package dev.supie.application.task;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.Rid;
import dev.supie.domain.task.Board;
import dev.supie.domain.task.SnapshotRule;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The badges of one group that are there, and the newest state of their board.
///
/// What is shown to a badge never goes back in time, in whatever order threads come here: a state
/// older than the newest is not shown, because all have been shown the newer one. A connection that
/// was taken over is shown nothing (DUP-2). Safe for use by many threads; nothing here waits for a
/// badge or the store.
final class GroupScreens {

    private static final long NOTHING_YET = -1;

    private final Screens.Outside outside;
    private final ReentrantLock lock = new ReentrantLock();

    // All guarded by the lock.
    /// When each connection was sent a list without asking; [Instant#MIN] if never.
    private final Map<Viewer, Instant> remindedAt = new LinkedHashMap<>();

    private @Nullable Board newest;
    private long shown = NOTHING_YET;

    GroupScreens(Screens.Outside outside) {
        this.outside = outside;
    }

    void enter(Viewer viewer) {
        locked(() -> remindedAt.putIfAbsent(viewer, Instant.MIN));
    }

    void leave(Viewer viewer) {
        locked(() -> remindedAt.remove(viewer));
    }

    Optional<Board> newest() {
        lock.lock();
        try {
            return Optional.ofNullable(newest);
        } finally {
            lock.unlock();
        }
    }

    /// Everybody else waits here until [#release].
    void hold() {
        lock.lock();
    }

    void release() {
        lock.unlock();
    }

    /// Nobody knows what the store holds; it is to be asked.
    void forget() {
        locked(() -> newest = null);
    }

    /// This is how the board is, or was a moment ago. Everybody sees it, unless it was seen
    /// already.
    void show(Board board) {
        locked(() -> adopt(board));
    }

    private Board adopt(Board board) {
        Board known = newest;
        Board now = known == null || board.version() > known.version() ? board : known;
        newest = now;
        if (shown != NOTHING_YET && now.version() > shown) {
            BadgeLink.Prepared list = outside.link().prepared(message(now, Rid.NONE));
            remindedAt.keySet().stream()
                    .filter(outside::isPresent)
                    .forEach(viewer -> list.sendTo(viewer.session()));
        }
        shown = Math.max(shown, now.version());
        return now;
    }

    /// Answers a badge that wants to see it.
    void answer(Viewer viewer, Board board, Rid rid) {
        locked(() -> send(viewer, adopt(board), rid));
    }

    /// Reminds a badge of it, if that is due (WF-7).
    void remind(Viewer viewer, Board board) {
        locked(
                () -> {
                    Board now = adopt(board);
                    Instant time = outside.time().instant();
                    Instant last = remindedAt.get(viewer);
                    if (last != null && SnapshotRule.isDue(last, time)) {
                        remindedAt.put(viewer, time);
                        send(viewer, now, Rid.NONE);
                    }
                });
    }

    private void send(Viewer viewer, Board board, Rid rid) {
        outside.link().send(viewer.session(), message(board, rid));
    }

    private BadgeMessage message(Board board, Rid rid) {
        return new BadgeMessage.TaskList(
                board.listed(outside.time().instant(), outside.settings().get().offset()), rid);
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
