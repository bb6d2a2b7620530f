package dev.supie.application.task;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.runtime.Backoff;
import dev.supie.application.runtime.FailureLog;
import dev.supie.application.runtime.Turns;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.task.Board;
import dev.supie.domain.task.BoardCommand;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.ListedTask;
import dev.supie.domain.task.Owner;
import dev.supie.domain.task.TaskSettings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Tasks, one group's turn at a time.
final class TaskService implements Tasks {

    private static final System.Logger LOG = System.getLogger(TaskService.class.getName());

    private final Turns<GroupKey> turns = new Turns<>();

    /// The fence of DUP-2: the connection of each badge that arrived last, until it has left.
    private final ConcurrentHashMap<DeviceId, SessionId> present = new ConcurrentHashMap<>();

    /// Those that will be reminded as soon as the store answers; one alarm for each.
    private final Set<Viewer> waiting = ConcurrentHashMap.newKeySet();

    private final Screens screens;
    private final TaskSteps steps;
    private final BadgeLink link;
    private final TaskClockwork clockwork;
    private final Supplier<TaskSettings> settings;
    private final FailureLog storeFailures;

    TaskService(TaskFeature.Ports ports) {
        this.link = ports.link();
        this.settings = ports.settings();
        this.clockwork = new TaskClockwork(ports.alarms(), ports.time(), ports.background());
        this.screens =
                new Screens(new Screens.Outside(link, ports.time(), settings, this::isPresent));
        this.steps = new TaskSteps(ports.store(), screens, clockwork);
        this.storeFailures = new FailureLog(LOG, ports.time());
    }

    @Override
    public void arrived(DeviceId device, SessionId session) {
        present.put(device, session);
    }

    private boolean isPresent(Viewer viewer) {
        return viewer.session().equals(present.get(viewer.device()));
    }

    @Override
    public void returned(DeviceId device, SessionId session) {
        Viewer viewer = new Viewer(device, session);
        if (isPresent(viewer)) {
            screens.enter(groupOf(device), viewer);
            remind(viewer, 1);
        }
    }

    @Override
    public void left(DeviceId device, SessionId session) {
        present.remove(device, session);
        screens.leave(new Viewer(device, session));
    }

    @Override
    public void remind(DeviceId device, SessionId session) {
        remind(new Viewer(device, session), 1);
    }

    /// Nobody would ask again, so it is tried until the store answers or the badge is gone.
    private void remind(Viewer viewer, int attempt) {
        if (!isPresent(viewer)) {
            return;
        }
        try {
            seenBy(viewer).ifPresent(board -> screens.remind(viewer, board));
        } catch (StoreException failure) {
            unreadable(viewer, failure);
            if (waiting.add(viewer)) {
                clockwork.after(Backoff.after(attempt), () -> remindAgain(viewer, attempt + 1));
            }
        }
    }

    private void remindAgain(Viewer viewer, int attempt) {
        waiting.remove(viewer);
        remind(viewer, attempt);
    }

    private Optional<Board> seenBy(Viewer viewer) {
        return screens.groupOf(viewer).map(steps::board);
    }

    private void unreadable(Viewer viewer, StoreException failure) {
        storeFailures.error("badge " + viewer.device() + ": its tasks cannot be read", failure);
    }

    @Override
    public Outcome pull(Sender.Badge from) {
        Viewer viewer = from.viewer();
        if (!isPresent(viewer)) {
            return new Outcome.Replaced();
        }
        try {
            seenBy(viewer).ifPresent(board -> screens.answer(viewer, board, from.rid()));
            return new Outcome.Done(true);
        } catch (StoreException failure) {
            unreadable(viewer, failure);
            return new Outcome.Failed();
        }
    }

    @Override
    public Outcome ask(Sender from, TaskRequest request) {
        SortedMap<GroupKey, BoardCommand> commands =
                TaskCommands.of(from, settings.get()).in(request);
        List<GroupKey> groups = List.copyOf(commands.keySet());
        try {
            return switch (turns.takeAll(groups, () -> inTurn(from, request, commands))) {
                case Turns.Turn.Done<Outcome> done -> done.result();
                case Turns.Turn.Busy<Outcome> _ -> new Outcome.Busy();
            };
        } catch (StoreException failure) {
            storeFailures.error("tasks of " + groups.getFirst() + ": the store failed", failure);
            return new Outcome.Failed();
        }
    }

    /// DUP-2: who may write is asked when the turn has come, because a newer connection may have
    /// taken over while this request was on its way.
    private Outcome inTurn(
            Sender from, TaskRequest request, SortedMap<GroupKey, BoardCommand> commands) {
        return switch (from) {
            case Sender.Visitor _ -> steps.carryOut(commands, TaskSteps.Asker.NOBODY);
            case Sender.Badge badge ->
                    isPresent(badge.viewer())
                            ? steps.carryOut(commands, new AskingBadge(badge, request))
                            : new Outcome.Replaced();
        };
    }

    /// A badge that waits for its receipt and its list (WF-5).
    private final class AskingBadge implements TaskSteps.Asker {

        private final Sender.Badge badge;
        private final TaskRequest request;

        AskingBadge(Sender.Badge badge, TaskRequest request) {
            this.badge = badge;
            this.request = request;
        }

        @Override
        public void stored(Outcome.Done done) {
            link.send(
                    badge.session(),
                    new BadgeMessage.TaskReceipt(
                            request.event(), request.ids(), done.idempotent(), badge.rid()));
        }

        /// If only other groups have changed, its own list is still what it waits for. Should that
        /// be unreadable now, this is not worth failing for: the change is done.
        @Override
        public void shown(Set<GroupKey> changed) {
            Viewer viewer = badge.viewer();
            try {
                screens.groupOf(viewer)
                        .filter(own -> !changed.contains(own))
                        .map(steps::board)
                        .ifPresent(board -> screens.answer(viewer, board, Rid.NONE));
            } catch (StoreException failure) {
                unreadable(viewer, failure);
            }
        }
    }

    @Override
    public List<ListedTask> list(GroupKey group, TaskFilter filter) {
        return steps.board(group).listed(clockwork.now(), settings.get().offset()).stream()
                .filter(listed -> filter.passes(listed.task()))
                .toList();
    }

    @Override
    public GroupKey groupOf(DeviceId device) {
        return settings.get().groupOf(device);
    }

    @Override
    public Owner ownerOf(DeviceId device) {
        return settings.get().ownerOf(device);
    }

    /// Groups and connections in memory.
    int size() {
        return present.size() + screens.size() + waiting.size() + turns.inUse();
    }
}
