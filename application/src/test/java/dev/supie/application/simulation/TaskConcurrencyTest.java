package dev.supie.application.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fake.InMemoryTaskStore;
import dev.supie.application.fake.VirtualTime;
import dev.supie.application.fixture.Bench;
import dev.supie.application.task.Sender;
import dev.supie.application.task.TaskFeature;
import dev.supie.application.task.TaskFilter;
import dev.supie.application.task.TaskRequest;
import dev.supie.application.task.Tasks;
import dev.supie.application.task.Tasks.Outcome;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.task.FieldChange;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.ListedTask;
import dev.supie.domain.task.Task;
import dev.supie.domain.task.TaskChange;
import dev.supie.domain.task.TaskId;
import dev.supie.domain.task.TaskSettings;
import dev.supie.domain.task.Title;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/// WF-3 to WF-5: fifty badges on fifty threads, each with two hundred mixed wishes drawn from a
/// seed. In the order in which they were decided, a plain map of maps must come to the same answers
/// and the same boards, and everybody must have been shown exactly what was theirs.
class TaskConcurrencyTest {

    private static final int BADGES = 50;
    private static final int WISHES = 200;
    private static final List<String> GROUPS = List.of("g0", "g1", "g2", "g3", "g4");
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /// What was decided, in that order.
    private final List<Wish> journal = new ArrayList<>();

    /// The wish of this thread that was not decided yet.
    private final ThreadLocal<List<Wish>> undecided = ThreadLocal.withInitial(ArrayList::new);

    private final IdentityHashMap<BadgeMessage.TaskList, List<Map<String, String>>> read =
            new IdentityHashMap<>();

    private final RecordedLists link = new RecordedLists();
    private final InMemoryTaskStore store = new InMemoryTaskStore();
    private final Tasks tasks = tasks();

    /// @param number of the badge
    private record Wish(int number, TaskRequest request, AtomicReference<Outcome> outcome) {

        Outcome answered() {
            return Optional.ofNullable(outcome.get()).orElseThrow();
        }
    }

    private Tasks tasks() {
        Map<DeviceId, GroupKey> groups = new HashMap<>();
        for (int number = 0; number < BADGES; number++) {
            groups.put(device(number), new GroupKey(group(number)));
        }
        TaskSettings settings = new TaskSettings(groups, Map.of(), ZoneOffset.UTC);
        VirtualTime time = new VirtualTime(Bench.START);
        return TaskFeature.create(
                new TaskFeature.Ports(
                        store, link, Runnable::run, time, () -> noted(time), () -> settings));
    }

    /// The service reads the time once for each decision, when it has the turns of all groups: so
    /// this is the moment in which a request takes its place among the others.
    private Instant noted(VirtualTime time) {
        List<Wish> own = undecided.get();
        if (!own.isEmpty()) {
            synchronized (journal) {
                journal.addAll(own);
            }
            own.clear();
        }
        return time.instant();
    }

    private static DeviceId device(int number) {
        return new DeviceId("badge-%02d".formatted(number));
    }

    private static SessionId session(int number) {
        return new SessionId("session-" + number);
    }

    private static String group(int number) {
        return GROUPS.get(number % GROUPS.size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aPlainMapComesToTheSame(long seed) throws InterruptedException {
        run(seed);
    }

    @Test
    void aPlainMapComesToTheSameUnderAFreshSeed() throws InterruptedException {
        run(Long.getLong("seed", System.nanoTime()));
    }

    /// The receipt goes out before the list does, and somebody may act on it at once.
    @Test
    void whoAsksAfterAReceiptSeesWhatItIsFor() throws InterruptedException {
        tasks.arrived(device(0), session(0));
        tasks.returned(device(0), session(0));
        TaskChange change =
                new TaskChange(new TaskId("t1"), new FieldChange.SetTitle(new Title("Paint")));
        TaskRequest request =
                new TaskRequest.Update(List.of(new TaskRequest.Item(Optional.empty(), change)));
        AtomicReference<List<ListedTask>> seen = new AtomicReference<>();
        Thread reader =
                Thread.ofVirtual()
                        .unstarted(
                                () -> seen.set(tasks.list(new GroupKey(group(0)), TaskFilter.ALL)));
        link.witness =
                message -> {
                    if (message instanceof BadgeMessage.TaskReceipt) {
                        reader.start();
                        awaitEndOrWait(reader);
                    }
                };

        tasks.ask(new Sender.Badge(device(0), session(0), Rid.NONE), request);

        assertTrue(reader.join(PATIENCE), "does not end");
        assertEquals(1, Optional.ofNullable(seen.get()).orElseThrow().size());
    }

    private static void awaitEndOrWait(Thread thread) {
        while (thread.getState() != Thread.State.TERMINATED
                && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private void run(long seed) throws InterruptedException {
        for (int number = 0; number < BADGES; number++) {
            tasks.arrived(device(number), session(number));
            tasks.returned(device(number), session(number));
        }
        everybodyAtOnce(seed);
        try {
            assertEquals(BADGES * WISHES, journal.size());
            Map<String, List<List<Map<String, String>>>> shown = replay();
            for (int number = 0; number < BADGES; number++) {
                check(number, shown);
            }
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError("seed " + seed, broken);
        }
    }

    private void everybodyAtOnce(long seed) throws InterruptedException {
        SplittableRandom root = new SplittableRandom(seed);
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < BADGES; number++) {
            TaskWishes wishes = new TaskWishes(root.split(), GROUPS);
            int own = number;
            threads.add(Thread.ofVirtual().start(() -> wishAll(own, wishes, start)));
        }
        start.countDown();
        for (Thread thread : threads) {
            assertTrue(thread.join(PATIENCE), "does not end");
        }
    }

    private void wishAll(int number, TaskWishes wishes, CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        for (int i = 0; i < WISHES; i++) {
            Wish wish = new Wish(number, wishes.next(), new AtomicReference<>());
            undecided.get().add(wish);
            wish.outcome()
                    .set(
                            tasks.ask(
                                    new Sender.Badge(device(number), session(number), Rid.NONE),
                                    wish.request()));
        }
    }

    /// Gives what every badge must have been shown, by its session's name.
    private Map<String, List<List<Map<String, String>>>> replay() {
        TaskModel model = new TaskModel();
        Map<String, List<List<Map<String, String>>>> shown = new HashMap<>();
        for (int number = 0; number < BADGES; number++) {
            show(shown, number, List.of());
        }
        for (Wish wish : journal) {
            String label = device(wish.number()).value();
            TaskModel.Asker asker = new TaskModel.Asker(label, group(wish.number()), label);
            TaskModel.Result expected = model.apply(asker, wish.request());
            assertEquals(expected.answer(), answer(wish), wish::toString);
            Map<String, List<Map<String, String>>> lists = new HashMap<>();
            for (int number = 0; number < BADGES; number++) {
                boolean own = number == wish.number();
                boolean changed = expected.changed().contains(group(number));
                if (changed || (own && !expected.changed().isEmpty())) {
                    show(shown, number, lists.computeIfAbsent(group(number), model::listed));
                }
            }
        }
        for (String group : GROUPS) {
            List<Task> there = store.load(new GroupKey(group)).listed();
            assertEquals(model.listed(group), TaskModel.fields(there));
        }
        return shown;
    }

    private static void show(
            Map<String, List<List<Map<String, String>>>> shown,
            int number,
            List<Map<String, String>> list) {
        shown.computeIfAbsent(session(number).value(), _ -> new ArrayList<>()).add(list);
    }

    private static TaskModel.Answer answer(Wish wish) {
        return switch (wish.answered()) {
            case Outcome.Done(boolean idempotent) ->
                    idempotent ? TaskModel.Answer.SAME : TaskModel.Answer.CHANGED;
            case Outcome.Refused refused when refused.code() == ErrorCode.NOT_FOUND ->
                    TaskModel.Answer.UNKNOWN;
            case Outcome.Refused refused when refused.code() == ErrorCode.SCHEMA_INVALID ->
                    TaskModel.Answer.NAMELESS;
            case Outcome.Refused _, Outcome.Replaced _, Outcome.Busy _, Outcome.Failed _ ->
                    throw new AssertionError(wish.request() + ": " + wish.answered());
        };
    }

    /// The lists of its group, each once and in their order, and a receipt for each wish that was
    /// done. A badge that has changed another group is shown its own as it was shown before.
    private void check(int number, Map<String, List<List<Map<String, String>>>> shown) {
        List<BadgeMessage> messages = link.sentTo(session(number));
        List<List<Map<String, String>>> lists =
                messages.stream()
                        .filter(BadgeMessage.TaskList.class::isInstance)
                        .map(message -> listed(number, (BadgeMessage.TaskList) message))
                        .toList();
        List<List<Map<String, String>>> expected =
                shown.getOrDefault(session(number).value(), List.of());
        assertEquals(expected.size(), lists.size(), () -> "shown to " + number);
        assertEquals(withoutRepeats(expected), withoutRepeats(lists), () -> "shown to " + number);
        long done =
                journal.stream()
                        .filter(wish -> wish.number() == number)
                        .filter(wish -> wish.answered() instanceof Outcome.Done)
                        .count();
        assertEquals(done, messages.size() - lists.size());
    }

    private static <T> List<T> withoutRepeats(List<T> lists) {
        List<T> different = new ArrayList<>();
        for (T list : lists) {
            if (different.isEmpty() || !different.getLast().equals(list)) {
                different.add(list);
            }
        }
        return different;
    }

    private List<Map<String, String>> listed(int number, BadgeMessage.TaskList list) {
        List<Task> all = list.tasks().stream().map(ListedTask::task).toList();
        all.forEach(task -> assertEquals(group(number), task.group().value()));
        // One object is shown to many.
        return read.computeIfAbsent(list, _ -> TaskModel.fields(all));
    }
}
