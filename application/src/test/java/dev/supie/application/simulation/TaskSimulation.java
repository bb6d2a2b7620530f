package dev.supie.application.simulation;

import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fixture.Bench;
import dev.supie.application.task.Sender;
import dev.supie.application.task.TaskRequest;
import dev.supie.application.task.Tasks;
import dev.supie.application.task.Tasks.Outcome;
import dev.supie.domain.connection.ClientFeatures;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.ModeAction;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.ListedTask;
import dev.supie.domain.task.Task;
import dev.supie.domain.task.TaskSettings;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// One run of badges that change tasks under faults: cables are pulled, badges connect twice, the
/// process is killed, and saves fail before or after they took effect. A plain map is told what was
/// really stored, and at every moment boards, answers and screens must be what it says.
final class TaskSimulation {

    private static final List<String> GROUPS = List.of("g0", "g1", "g2");
    private static final int BADGES = 7;
    private static final int STEPS = 300;

    private final RandomGenerator random;
    private final TaskWishes wishes;
    private final TaskModel model = new TaskModel();
    private final Bench bench;
    private final double faultOdds;
    private final List<Member> members = new ArrayList<>();

    /// Connections that were taken over and are not closed yet.
    private final List<SessionId> ghosts = new ArrayList<>();

    /// Every state of each group's board so far, to find what a screen shows; the last is the
    /// newest.
    private final Map<String, List<List<Map<String, String>>>> history = new HashMap<>();

    TaskSimulation(long seed) {
        random = new SplittableRandom(seed);
        wishes = new TaskWishes(random, GROUPS);
        faultOdds = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 0.1;
        Map<DeviceId, GroupKey> groups = new HashMap<>();
        for (int i = 0; i < BADGES; i++) {
            Member member = new Member("badge-" + i, GROUPS.get(i % GROUPS.size()));
            members.add(member);
            groups.put(new DeviceId(member.device), new GroupKey(member.group));
        }
        GROUPS.forEach(group -> history.put(group, new ArrayList<>(List.of(List.of()))));
        bench =
                new Bench()
                        .showingTasks(new TaskSettings(groups, Map.of(), ZoneOffset.UTC))
                        .watchingTasks(Watched::new);
    }

    /// A badge, and how far its screen has come.
    private static final class Member {
        private final String device;
        private final String group;
        private Optional<SessionId> session = Optional.empty();

        /// Which state of the group's history it was shown last on this connection; -1 for none.
        private int seen = -1;

        Member(String device, String group) {
            this.device = device;
            this.group = group;
        }
    }

    /// Asks the model the same, in the moment in which the service decides.
    private final class Watched extends TasksBeside {

        Watched(Tasks tasks) {
            super(tasks);
        }

        @Override
        public Outcome ask(Sender from, TaskRequest request) {
            if (random.nextInt(20) == 0 && faultOdds > 0) {
                // Between the lane and the turn.
                takeOver(members.get(random.nextInt(BADGES)));
            }
            int saved = bench.taskStore.written();
            Outcome outcome = super.ask(from, request);
            if (from instanceof Sender.Badge badge) {
                compare(badge, request, outcome, bench.taskStore.written() > saved);
            }
            return outcome;
        }
    }

    private void compare(Sender.Badge from, TaskRequest request, Outcome outcome, boolean written) {
        String device = from.device().value();
        TaskModel.Asker asker = new TaskModel.Asker(device, member(device).group, device);
        switch (outcome) {
            case Outcome.Replaced _ -> {
                check(!written, "written by a connection that was taken over", request);
                check(
                        !member(device).session.equals(Optional.of(from.session())),
                        "refused, but nobody took over",
                        request);
            }
            case Outcome.Failed _ -> {
                if (written) {
                    changed(model.apply(asker, request));
                }
            }
            case Outcome.Done(boolean idempotent) -> {
                TaskModel.Result expected = model.apply(asker, request);
                changed(expected);
                TaskModel.Answer answer =
                        idempotent ? TaskModel.Answer.SAME : TaskModel.Answer.CHANGED;
                check(answer == expected.answer(), "not " + expected, request);
                check(written != idempotent, "receipted, but not stored", request);
            }
            case Outcome.Refused(ErrorCode code, String message) -> {
                TaskModel.Answer expected = model.apply(asker, request).answer();
                boolean right =
                        switch (expected) {
                            case UNKNOWN -> code == ErrorCode.NOT_FOUND;
                            case NAMELESS -> code == ErrorCode.SCHEMA_INVALID;
                            case CHANGED, SAME -> false;
                        };
                check(right && !written, message, request);
            }
            case Outcome.Busy _ -> throw new AssertionError("busy: " + request);
        }
    }

    private void changed(TaskModel.Result result) {
        for (String group : result.changed()) {
            history.getOrDefault(group, new ArrayList<>()).add(model.listed(group));
        }
    }

    private Member member(String device) {
        return members.stream()
                .filter(each -> each.device.equals(device))
                .findFirst()
                .orElseThrow();
    }

    void run() {
        bench.start();
        for (int step = 0; step < STEPS; step++) {
            step();
        }
        comeToRest();
    }

    private void step() {
        faults();
        Member member = members.get(random.nextInt(BADGES));
        if (member.session.isEmpty()) {
            connect(member);
        } else if (random.nextInt(3) > 0) {
            bench.connections().receive(member.session.get(), request());
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            bench.threads.runOne(random);
        }
        members.forEach(this::look);
        ghosts.removeIf(this::hasEnded);
        if (random.nextInt(4) == 0) {
            bench.time.advance(Duration.ofMillis(random.nextInt(2000)));
        }
    }

    private BadgeRequest request() {
        return switch (random.nextInt(10)) {
            case 0 -> new BadgeRequest.PullTasks(new Rid("p"));
            case 1 -> new BadgeRequest.Hello(ClientFeatures.NONE, Rid.NONE);
            case 2 -> new BadgeRequest.SwitchMode(ModeAction.START, Mode.WORKING, Rid.NONE);
            case 3 -> new BadgeRequest.SwitchMode(ModeAction.END, Mode.WORKING, Rid.NONE);
            default -> new BadgeRequest.ChangeTasks(wishes.next(), Rid.NONE);
        };
    }

    private void faults() {
        if (random.nextDouble() >= faultOdds) {
            return;
        }
        switch (random.nextInt(5)) {
            case 0 -> bench.taskStore.failNextSaveBefore();
            case 1 -> bench.taskStore.failNextSaveAfter();
            case 2 -> disconnect(members.get(random.nextInt(BADGES)));
            case 3 -> takeOver(members.get(random.nextInt(BADGES)));
            default -> kill();
        }
    }

    private void connect(Member member) {
        look(member);
        Optional<SessionId> fresh = bench.tryOpening(member.device);
        if (fresh.isPresent()) {
            member.session.ifPresent(ghosts::add);
            member.session = fresh;
            member.seen = -1;
        }
    }

    /// The old connection goes on for a moment; nobody listens to it any more.
    private void takeOver(Member member) {
        if (member.session.isPresent()) {
            connect(member);
        }
    }

    private boolean hasEnded(SessionId ghost) {
        if (bench.link.closedWith(ghost).isEmpty()) {
            return false;
        }
        end(ghost);
        return true;
    }

    private void end(SessionId session) {
        bench.link.disconnect(session);
        bench.connections().closed(session);
    }

    private void disconnect(Member member) {
        if (member.session.isPresent()) {
            SessionId session = member.session.get();
            look(member);
            member.session = Optional.empty();
            end(session);
        }
    }

    private void kill() {
        members.forEach(this::look);
        members.forEach(member -> member.session = Optional.empty());
        ghosts.clear();
        bench.start();
        boardsAreAsTheModelSays();
    }

    /// What a badge was shown: only its own group's board, only states that really were, and never
    /// an older one after a newer one.
    private void look(Member member) {
        if (member.session.isEmpty()) {
            return;
        }
        SessionId session = member.session.get();
        for (BadgeMessage message : bench.link.take(session)) {
            if (message instanceof BadgeMessage.TaskList list) {
                saw(member, list);
            }
        }
        if (bench.link.closedWith(session).isPresent() || bench.link.isAborted(session)) {
            member.session = Optional.empty();
            end(session);
        }
    }

    private void saw(Member member, BadgeMessage.TaskList list) {
        List<Task> tasks = list.tasks().stream().map(ListedTask::task).toList();
        check(
                tasks.stream().allMatch(task -> task.group().value().equals(member.group)),
                "a task of another group",
                list);
        List<List<Map<String, String>>> states = history.getOrDefault(member.group, List.of());
        List<Map<String, String>> shown = TaskModel.fields(tasks);
        int state = states.size() - 1;
        while (state >= 0 && !states.get(state).equals(shown)) {
            state--;
        }
        check(state >= 0, "a board that never was", list);
        check(state >= member.seen, "an older board after a newer one", list);
        member.seen = state;
    }

    /// The faults stop: every screen that is there must come to show the newest board, and nothing
    /// must be left once everybody is gone.
    private void comeToRest() {
        for (Member member : members) {
            if (member.session.isEmpty()) {
                connect(member);
            }
        }
        bench.threads.runAll();
        bench.pass(Duration.ofSeconds(40));
        for (Member member : members) {
            look(member);
            int newest = history.getOrDefault(member.group, List.of()).size() - 1;
            check(member.seen == newest, "an old board on the screen", member.device);
        }
        boardsAreAsTheModelSays();
        members.forEach(this::disconnect);
        ghosts.forEach(this::end);
        bench.threads.runAll();
        bench.pass(Duration.ofMinutes(3));
        check(bench.connections().count() == 0, "connections left", members);
        check(bench.time.alarms() == 0, "alarms left", bench.time.alarms());
    }

    private void boardsAreAsTheModelSays() {
        for (String group : GROUPS) {
            List<Task> there = bench.taskStore.load(new GroupKey(group)).listed();
            check(model.listed(group).equals(TaskModel.fields(there)), "another board", there);
        }
    }

    private static void check(boolean holds, String what, Object about) {
        if (!holds) {
            throw new AssertionError(what + ": " + about);
        }
    }
}
