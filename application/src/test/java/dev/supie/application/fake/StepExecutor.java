package dev.supie.application.fake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/// Runs tasks on the test's own thread, when and in which order the test wants.
public final class StepExecutor implements Executor {

    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
        tasks.addLast(task);
    }

    /// Runs everything, in order, including what the tasks add.
    public void runAll() {
        while (!tasks.isEmpty()) {
            tasks.removeFirst().run();
        }
    }

    /// Runs one waiting task drawn by chance; false if there is none.
    public boolean runOne(RandomGenerator random) {
        if (tasks.isEmpty()) {
            return false;
        }
        List<Runnable> all = new ArrayList<>(tasks);
        Runnable chosen = all.remove(random.nextInt(all.size()));
        tasks.clear();
        tasks.addAll(all);
        chosen.run();
        return true;
    }

    public int waiting() {
        return tasks.size();
    }

    /// Forgets everything, as a killed process does.
    public void forget() {
        tasks.clear();
    }
}
