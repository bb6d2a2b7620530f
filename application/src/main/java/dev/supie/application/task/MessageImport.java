package dev.supie.application.task;

import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.peer.port.SentMessage;
import dev.supie.application.peer.port.TaskBoards;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.peer.PeerReceipt;
import dev.supie.domain.task.BoardCommand;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.MessageTasks;
import dev.supie.domain.task.Owner;
import dev.supie.domain.task.TaskChange;
import dev.supie.domain.task.TaskId;
import dev.supie.domain.task.TaskSettings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// PEER-10: takes over what messages ask for into the tasks of their targets' groups, through the
/// same door as everybody else (WF-3, WF-5). Safe for use by many threads.
public final class MessageImport implements TaskBoards {

    private final Tasks tasks;
    private final Supplier<TaskSettings> settings;

    /// @param settings asked anew for every message (CFG-3)
    public MessageImport(Tasks tasks, Supplier<TaskSettings> settings) {
        this.tasks = tasks;
        this.settings = settings;
    }

    @Override
    public Result write(SentMessage sent) {
        TaskSettings rules = settings.get();
        Owner sender = rules.ownerOf(sent.message().sender());
        Map<GroupKey, List<TaskChange>> boards =
                MessageTasks.of(sent.message(), targets(sent.receipt()), rules);
        Optional<String> refused = Optional.empty();
        for (Map.Entry<GroupKey, List<TaskChange>> each : boards.entrySet()) {
            switch (write(new Sender.Visitor(each.getKey(), sender), each.getValue())) {
                case Result.Written _ -> {}
                case Result.Refused(String reason) -> refused = Optional.of(reason);
                case Result.Unknown unknown -> {
                    return unknown;
                }
            }
        }
        return refused.<Result>map(Result.Refused::new).orElseGet(Result.Written::new);
    }

    private static List<DeviceId> targets(PeerReceipt receipt) {
        return Stream.concat(receipt.delivered().stream(), receipt.enqueued().stream()).toList();
    }

    private Result write(Sender.Visitor from, List<TaskChange> changes) {
        try {
            List<TaskChange> missing = missing(from.group(), changes);
            for (int first = 0; first < missing.size(); first += BoardCommand.TASKS_MAX) {
                int end = Math.min(missing.size(), first + BoardCommand.TASKS_MAX);
                Result result = ask(from, missing.subList(first, end));
                if (!(result instanceof Result.Written)) {
                    return result;
                }
            }
            return new Result.Written();
        } catch (StoreException _) {
            // Whoever asks has to ask again, and says so if it goes on.
            return new Result.Unknown();
        }
    }

    private List<TaskChange> missing(GroupKey group, List<TaskChange> changes) {
        Set<TaskId> there =
                tasks.list(group, TaskFilter.ALL).stream()
                        .map(listed -> listed.task().id())
                        .collect(Collectors.toSet());
        return changes.stream().filter(change -> !there.contains(change.id())).toList();
    }

    private Result ask(Sender.Visitor from, List<TaskChange> changes) {
        TaskRequest update =
                new TaskRequest.Update(
                        changes.stream()
                                .map(change -> new TaskRequest.Item(Optional.empty(), change))
                                .toList());
        return switch (tasks.ask(from, update)) {
            case Tasks.Outcome.Done _ -> new Result.Written();
            case Tasks.Outcome.Refused refused -> new Result.Refused(refused.message());
            case Tasks.Outcome.Replaced _, Tasks.Outcome.Busy _, Tasks.Outcome.Failed _ ->
                    new Result.Unknown();
        };
    }
}
