package dev.supie.bootstrap.reload;

import dev.supie.application.runtime.Alarms;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/// Has somebody look every [#INTERVAL] whether a management server hands out something new (CFG-3).
/// The next look is at least so long after the end of the one before, however long that takes.
public final class ManagementWatch implements AutoCloseable {

    public static final Duration INTERVAL = Duration.ofMinutes(1);

    private final Alarms alarms;
    private final InstantSource time;
    private final Executor background;
    private final Runnable look;
    private volatile boolean closed;

    /// @param background runs the looks, one after the other
    public ManagementWatch(Alarms alarms, InstantSource time, Executor background, Runnable look) {
        this.alarms = alarms;
        this.time = time;
        this.background = background;
        this.look = look;
    }

    public void begin() {
        alarms.at(time.instant().plus(INTERVAL), () -> background.execute(this::lookNow));
    }

    /// A look that is under way is the last.
    @Override
    public void close() {
        closed = true;
    }

    private void lookNow() {
        if (closed) {
            return;
        }
        try {
            look.run();
        } finally {
            begin();
        }
    }
}
