package dev.supie.adapter.in.websocket;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/// Starts no thread: what should run on one waits until the test runs it.
final class ScriptedThreads implements Executor {

    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
    }

    int waiting() {
        return waiting.size();
    }

    void runAll() {
        Runnable next = waiting.poll();
        while (next != null) {
            next.run();
            next = waiting.poll();
        }
    }
}
