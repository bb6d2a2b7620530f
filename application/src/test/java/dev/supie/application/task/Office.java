package dev.supie.application.task;

import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.BadgeMessage.TaskList;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fixture.Bench;
import dev.supie.domain.connection.ClientFeatures;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.ModeAction;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.task.FieldChange;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.Owner;
import dev.supie.domain.task.Priority;
import dev.supie.domain.task.TaskChange;
import dev.supie.domain.task.TaskId;
import dev.supie.domain.task.TaskSettings;
import dev.supie.domain.task.Title;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Badges of two groups on a [Bench], and what they say about tasks in few words. `a1` and `a2` are
/// in one group, `b1` in another.
final class Office {

    static final DeviceId LI = new DeviceId("aa:01");
    static final TaskSettings SETTINGS =
            new TaskSettings(
                    Map.of(
                            LI,
                            new GroupKey("a"),
                            new DeviceId("aa:02"),
                            new GroupKey("a"),
                            new DeviceId("bb:01"),
                            new GroupKey("b")),
                    Map.of(LI, "Li"),
                    ZoneOffset.UTC);

    final Bench bench = new Bench().showingTasks(SETTINGS).start();
    final SessionId a1 = bench.connect(LI.value());
    final SessionId a2 = bench.connect("aa:02");
    final SessionId b1 = bench.connect("bb:01");

    Office() {
        forget();
    }

    /// What was said so far.
    void forget() {
        List.of(a1, a2, b1).forEach(bench.link::take);
    }

    static Optional<GroupKey> group(String key) {
        return Optional.of(key).filter(given -> !given.isEmpty()).map(GroupKey::new);
    }

    static TaskRequest.Item item(String group, String id, FieldChange... fields) {
        return new TaskRequest.Item(group(group), new TaskChange(new TaskId(id), fields));
    }

    static TaskRequest.Item task(String id) {
        return task("", id);
    }

    static TaskRequest.Item task(String group, String id) {
        return item(group, id, title("do " + id));
    }

    static FieldChange title(String text) {
        return new FieldChange.SetTitle(new Title(text));
    }

    static FieldChange priority(int level) {
        return new FieldChange.SetPriority(new Priority(level));
    }

    static TaskRequest update(TaskRequest.Item... items) {
        return new TaskRequest.Update(List.of(items));
    }

    static TaskRequest complete(String... ids) {
        return new TaskRequest.Complete(Optional.empty(), ids(ids));
    }

    static TaskRequest delete(String group, String... ids) {
        return new TaskRequest.Delete(group(group), ids(ids));
    }

    static TaskRequest claim(String id) {
        return new TaskRequest.Assign(Optional.empty(), new TaskId(id), Optional.empty());
    }

    static TaskRequest give(String id, String owner) {
        return new TaskRequest.Assign(
                Optional.empty(), new TaskId(id), Optional.of(new Owner(owner)));
    }

    static List<TaskId> ids(String... ids) {
        return Arrays.stream(ids).map(TaskId::new).toList();
    }

    /// A badge asks; what it is answered, with all that follows for it.
    List<BadgeMessage> ask(SessionId badge, TaskRequest request) {
        return ask(badge, request, Rid.NONE);
    }

    List<BadgeMessage> ask(SessionId badge, TaskRequest request, Rid rid) {
        return send(badge, new BadgeRequest.ChangeTasks(request, rid));
    }

    List<BadgeMessage> send(SessionId badge, BadgeRequest request) {
        bench.send(badge, request);
        return bench.link.take(badge);
    }

    static BadgeRequest hello() {
        return new BadgeRequest.Hello(ClientFeatures.NONE, Rid.NONE);
    }

    static BadgeRequest working() {
        return new BadgeRequest.SwitchMode(ModeAction.START, Mode.WORKING, Rid.NONE);
    }

    static BadgeRequest pull(Rid rid) {
        return new BadgeRequest.PullTasks(rid);
    }

    /// The lists that a badge was sent since it was last looked after, each as the ids in it.
    List<List<String>> lists(SessionId badge) {
        return lists(bench.link.take(badge));
    }

    static List<List<String>> lists(List<BadgeMessage> messages) {
        return messages.stream()
                .filter(TaskList.class::isInstance)
                .map(message -> names((TaskList) message))
                .toList();
    }

    static List<String> names(TaskList list) {
        return list.tasks().stream().map(listed -> listed.task().id().value()).toList();
    }
}
