package dev.supie.application.task;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.connection.port.Rid;
import dev.supie.domain.task.Board;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.TaskSettings;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Who sees which board. A group of which no badge is there costs nothing, so there are never more
/// groups than connections. Safe for use by many threads.
final class Screens {

    private final ConcurrentHashMap<GroupKey, Crowd> groups = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Viewer, GroupKey> groupOf = new ConcurrentHashMap<>();
    private final Outside outside;

    Screens(Outside outside) {
        this.outside = outside;
    }

    /// The way to badges, the time, and the rules in force.
    ///
    /// @param presence whether a connection is still its badge's own (DUP-2)
    record Outside(
            BadgeLink link,
            InstantSource time,
            Supplier<TaskSettings> settings,
            Predicate<Viewer> presence) {

        boolean isPresent(Viewer viewer) {
            return presence.test(viewer);
        }
    }

    /// @param size connections that have entered and not left
    private record Crowd(GroupScreens screens, int size) {}

    /// The connection sees this group's board from now on. Once for each connection.
    void enter(GroupKey group, Viewer viewer) {
        Crowd crowd =
                groups.compute(
                        group,
                        (_, known) ->
                                known == null
                                        ? new Crowd(new GroupScreens(outside), 1)
                                        : new Crowd(known.screens(), known.size() + 1));
        groupOf.put(viewer, group);
        crowd.screens().enter(viewer);
    }

    /// Repeating it is harmless.
    void leave(Viewer viewer) {
        GroupKey group = groupOf.remove(viewer);
        if (group == null) {
            return;
        }
        find(group).ifPresent(screens -> screens.leave(viewer));
        groups.computeIfPresent(group, (_, known) -> smaller(known));
    }

    private static @Nullable Crowd smaller(Crowd crowd) {
        return crowd.size() == 1 ? null : new Crowd(crowd.screens(), crowd.size() - 1);
    }

    /// The group whose board a connection sees; empty if it sees none.
    Optional<GroupKey> groupOf(Viewer viewer) {
        return Optional.ofNullable(groupOf.get(viewer));
    }

    /// Whether anybody sees this group's board.
    boolean isSeen(GroupKey group) {
        return groups.containsKey(group);
    }

    /// The newest state that is known; empty if the store has to be asked.
    Optional<Board> newest(GroupKey group) {
        return find(group).flatMap(GroupScreens::newest);
    }

    /// See [GroupScreens#forget].
    void forget(GroupKey group) {
        find(group).ifPresent(GroupScreens::forget);
    }

    /// See [GroupScreens#show].
    void show(Board board) {
        find(board.group()).ifPresent(screens -> screens.show(board));
    }

    /// Boards that have just been stored. Nobody sees or is answered anything of them between what
    /// is to be said first and the lists, so whoever acts on a receipt finds what it is for.
    ///
    /// @param boards in the order of their groups, so that no two callers wait for each other
    void show(List<Board> boards, Runnable first) {
        List<GroupScreens> all =
                boards.stream().flatMap(board -> find(board.group()).stream()).toList();
        all.forEach(GroupScreens::hold);
        try {
            first.run();
            boards.forEach(this::show);
        } finally {
            all.forEach(GroupScreens::release);
        }
    }

    /// See [GroupScreens#answer].
    void answer(Viewer viewer, Board board, Rid rid) {
        find(board.group()).ifPresent(screens -> screens.answer(viewer, board, rid));
    }

    /// See [GroupScreens#remind].
    void remind(Viewer viewer, Board board) {
        find(board.group()).ifPresent(screens -> screens.remind(viewer, board));
    }

    private Optional<GroupScreens> find(GroupKey group) {
        return Optional.ofNullable(groups.get(group)).map(Crowd::screens);
    }

    /// Groups and connections in memory.
    int size() {
        return groups.size() + groupOf.size();
    }
}
