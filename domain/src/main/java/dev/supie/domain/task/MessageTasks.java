package dev.supie.domain.task;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.peer.Normalized;
import dev.supie.domain.peer.PeerMessage;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// PEER-10: what a message asks to be done, as tasks for the boards of its targets' groups. A task
/// has the same id whenever it is asked for, so taking it over again creates nothing twice.
///
/// A message that names nobody is a task for each of its targets. Otherwise it is one for whoever
/// it names: for a target with that alias or id, else for the one badge that has it (WF-6), else
/// for somebody in the message's own words. A target gets it on the board of its own group,
/// everybody else on the board of each target's group.
public final class MessageTasks {

    private static final String CUT = "…";

    /// Names that mean nobody in particular.
    private static final Set<String> EVERYBODY =
            Set.of("all", "everyone", "everybody", "team", "大家", "所有人", "全体", "各位");

    private final PeerMessage message;
    private final List<DeviceId> targets;
    private final TaskSettings settings;
    private final SortedMap<GroupKey, SequencedMap<TaskId, TaskChange>> boards =
            new TreeMap<>(Comparator.comparing(GroupKey::value));

    private MessageTasks(PeerMessage message, List<DeviceId> targets, TaskSettings settings) {
        this.message = message;
        this.targets = targets;
        this.settings = settings;
    }

    /// The tasks by group.
    ///
    /// @param targets for whom the message was accepted, always in the same order
    public static SortedMap<GroupKey, List<TaskChange>> of(
            PeerMessage message, List<DeviceId> targets, TaskSettings settings) {
        MessageTasks tasks = new MessageTasks(message, targets, settings);
        tasks.handOut();
        SortedMap<GroupKey, List<TaskChange>> changes =
                new TreeMap<>(Comparator.comparing(GroupKey::value));
        tasks.boards.forEach((group, board) -> changes.put(group, List.copyOf(board.values())));
        return changes;
    }

    private void handOut() {
        List<String> names = message.structure().normalized().assignees();
        for (int number = 1; number <= names.size(); number++) {
            handTo(names.get(number - 1), number);
        }
        if (boards.isEmpty()) {
            targets.forEach(this::handTo);
        }
    }

    private void handTo(String name, int number) {
        if (EVERYBODY.contains(name.toLowerCase(Locale.ROOT))) {
            return;
        }
        List<DeviceId> meant =
                targets.stream().filter(one -> settings.ownerOf(one).isCalled(name)).toList();
        if (!meant.isEmpty()) {
            meant.forEach(this::handTo);
            return;
        }
        Optional<Owner> somebody = settings.ownerCalled(name);
        somebody.ifPresent(
                owner ->
                        targets.stream()
                                .map(settings::groupOf)
                                .distinct()
                                .forEach(group -> put(group, id("A" + number), owner)));
    }

    private void handTo(DeviceId target) {
        int number = targets.indexOf(target) + 1;
        put(settings.groupOf(target), id("T" + number), settings.ownerOf(target));
    }

    private TaskId id(String ending) {
        return new TaskId("PEER-" + message.id() + "-" + ending);
    }

    private void put(GroupKey group, TaskId id, Owner owner) {
        Normalized normalized = message.structure().normalized();
        TaskChange change =
                new TaskChange(
                        id,
                        new FieldChange.SetTitle(title()),
                        new FieldChange.SetPriority(new Priority(normalized.priority())),
                        new FieldChange.SetOwner(owner),
                        new FieldChange.SetDue(Due.of(normalized.due()).orElseGet(Due::never)),
                        new FieldChange.SetNotes(notes()));
        boards.computeIfAbsent(group, _ -> new LinkedHashMap<>()).putIfAbsent(id, change);
    }

    /// Of a message whose words nobody can see nothing is left but a sign that it is there.
    private Title title() {
        return Title.of(message.structure().normalized().title())
                .or(() -> Title.of(message.structure().summary()))
                .orElseGet(() -> new Title(CUT));
    }

    /// Who asks for it, and in which words.
    private TaskNotes notes() {
        String whole = settings.ownerOf(message.sender()) + ": " + message.submission().text();
        return TaskNotes.of(whole).orElseGet(() -> new TaskNotes(shortened(whole)));
    }

    private static String shortened(String whole) {
        String lines = PlainText.lines(whole);
        int end = lines.offsetByCodePoints(0, TaskNotes.LENGTH_MAX - 1);
        return PlainText.lines(lines.substring(0, end)) + CUT;
    }
}
