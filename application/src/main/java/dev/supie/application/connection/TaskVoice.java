package dev.supie.application.connection;

import dev.supie.application.connection.ConnectionFeature.Ports;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.task.TaskFilter;
import dev.supie.application.task.TaskRequest;
import dev.supie.application.task.Tasks;
import dev.supie.domain.connection.Connection;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.task.ListedTask;
import dev.supie.domain.task.Task;
import dev.supie.domain.task.TaskId;
import dev.supie.domain.task.TaskStatus;
import dev.supie.domain.task.voice.VoiceChoice;
import dev.supie.domain.task.voice.VoiceIntent;
import dev.supie.domain.task.voice.VoiceReading;
import dev.supie.domain.task.voice.VoiceTarget;

import java.util.List;
import java.util.Optional;

/// WF-8: carries out what is said in working mode as if it had been sent as JSON; only ever called
/// in a connection's lane.
final class TaskVoice {

    private static final System.Logger LOGGER = System.getLogger(TaskVoice.class.getName());

    private static final TaskFilter OPEN =
            new TaskFilter(Optional.of(TaskStatus.OPEN), Optional.empty(), Optional.empty());

    private final Tasks tasks;
    private final TaskRequests requests;
    private final Ports ports;

    TaskVoice(Tasks tasks, TaskRequests requests, Ports ports) {
        this.tasks = tasks;
        this.requests = requests;
        this.ports = ports;
    }

    /// Does what is asked for. False for normal conversation, with which nothing was done.
    ///
    /// @param rid of the request that brought the text
    boolean obey(LiveConnection live, String text, Rid rid) {
        if (!isWorking(live)) {
            return false;
        }
        return switch (ports.settings().get().voice().read(text)) {
            case VoiceReading.Command(VoiceIntent intent, VoiceTarget target) ->
                    obey(new Spoken(live, rid), intent, target);
            case VoiceReading.Negated _ -> true;
            case VoiceReading.Unclear(VoiceIntent intent) -> {
                refuse(new Spoken(live, rid), SpokenRefusals.unclear(intent));
                yield true;
            }
            case VoiceReading.Talk _ -> false;
        };
    }

    /// DUP-2: a replaced connection is not obeyed.
    private static boolean isWorking(LiveConnection live) {
        return !live.isFenced()
                && live.state() instanceof Connection.Open open
                && open.mode() == Mode.WORKING;
    }

    /// Where a command came from.
    private record Spoken(LiveConnection live, Rid rid) {
        DeviceId device() {
            return live.identity().device();
        }
    }

    private boolean obey(Spoken spoken, VoiceIntent intent, VoiceTarget target) {
        if (intent == VoiceIntent.REFRESH) {
            tell(spoken, intent, Optional.empty());
            requests.handle(spoken.live(), new BadgeRequest.PullTasks(spoken.rid()));
            return true;
        }
        List<Task> open;
        try {
            open = open(spoken);
        } catch (StoreException failure) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "badge " + spoken.device() + ": a spoken command found no tasks",
                    failure);
            refuse(spoken, SpokenRefusals.UNREADABLE);
            return true;
        }
        return choose(spoken, intent, VoiceChoice.among(seen(spoken, open), intent, target), open);
    }

    private List<Task> open(Spoken spoken) {
        return tasks.list(tasks.groupOf(spoken.device()), OPEN).stream()
                .map(ListedTask::task)
                .toList();
    }

    private static List<VoiceChoice.Open> seen(Spoken spoken, List<Task> open) {
        return open.stream()
                .map(
                        task ->
                                new VoiceChoice.Open(
                                        task.title().value(),
                                        task.owner().isDevice(spoken.device())))
                .toList();
    }

    private boolean choose(Spoken spoken, VoiceIntent intent, VoiceChoice choice, List<Task> open) {
        switch (choice) {
            case VoiceChoice.Chosen(int index) -> carryOut(spoken, intent, open.get(index).id());
            case VoiceChoice.Empty _ -> refuse(spoken, SpokenRefusals.empty(intent));
            case VoiceChoice.Beyond(int number) ->
                    refuse(spoken, SpokenRefusals.beyond(number, open.size()));
            case VoiceChoice.Several(List<Integer> indexes) ->
                    refuse(spoken, SpokenRefusals.several(indexes, open));
            case VoiceChoice.Talk _ -> {
                return false;
            }
        }
        return true;
    }

    private void carryOut(Spoken spoken, VoiceIntent intent, TaskId id) {
        tell(spoken, intent, Optional.of(id));
        requests.handle(
                spoken.live(), new BadgeRequest.ChangeTasks(request(intent, id), spoken.rid()));
    }

    private static TaskRequest request(VoiceIntent intent, TaskId id) {
        return switch (intent) {
            case ASSIGN -> new TaskRequest.Assign(Optional.empty(), id, Optional.empty());
            case COMPLETE -> new TaskRequest.Complete(Optional.empty(), List.of(id));
            case REFRESH -> throw new IllegalStateException("a refresh names no task");
        };
    }

    private void tell(Spoken spoken, VoiceIntent intent, Optional<TaskId> id) {
        send(spoken, new BadgeMessage.TaskCommand(intent, id, spoken.rid()));
    }

    private void refuse(Spoken spoken, Refusal refusal) {
        send(spoken, refusal.of("workflow", "command", spoken.rid()));
    }

    private void send(Spoken spoken, BadgeMessage message) {
        ports.link().send(spoken.live().identity().session(), message);
    }
}
