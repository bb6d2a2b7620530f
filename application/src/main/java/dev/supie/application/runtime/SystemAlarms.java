package dev.supie.application.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Alarms by the clock of the machine, all on one daemon thread.
public final class SystemAlarms implements Alarms, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SystemAlarms.class.getName());

    private final InstantSource time;
    private final ScheduledThreadPoolExecutor timer;

    public SystemAlarms(InstantSource time) {
        this.time = time;
        this.timer =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("alarms").factory());
        // A cancelled alarm must not stay in memory until it would have been due.
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Alarm at(Instant due, Runnable action) {
        // This conversion ends at the largest number instead of failing beyond it.
        long delay = TimeUnit.NANOSECONDS.convert(Duration.between(time.instant(), due));
        try {
            Future<?> set =
                    timer.schedule(() -> fire(action), Math.max(0, delay), TimeUnit.NANOSECONDS);
            return () -> set.cancel(false);
        } catch (RejectedExecutionException _) {
            // Closed: the process is ending, and whoever is restarted looks at the time anew.
            return () -> {};
        }
    }

    /// A broken action must not silence the alarms of everybody else, nor break in silence: the
    /// timer would keep to itself what is not caught here.
    private static void fire(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error broken) {
            LOG.log(System.Logger.Level.ERROR, "an alarm's action failed", broken);
        }
    }

    /// Alarms that are set.
    int waiting() {
        return timer.getQueue().size();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
