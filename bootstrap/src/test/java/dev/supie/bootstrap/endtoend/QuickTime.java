package dev.supie.bootstrap.endtoend;

import dev.supie.application.runtime.Alarms;
import dev.supie.application.runtime.SystemAlarms;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock and alarms in which a second is over sooner, so that the real limits of minutes can be
/// waited for over real sockets.
final class QuickTime implements InstantSource, Alarms, AutoCloseable {

    private final SystemAlarms alarms = new SystemAlarms(InstantSource.system());
    private final Instant begin = Instant.now();
    private final long beginNanos = System.nanoTime();
    private final int speed;

    /// @param speed seconds in a real one
    QuickTime(int speed) {
        this.speed = speed;
    }

    @Override
    public Instant instant() {
        return begin.plusNanos((System.nanoTime() - beginNanos) * speed);
    }

    @Override
    public Alarm at(Instant due, Runnable action) {
        Duration wait = Duration.between(instant(), due).dividedBy(speed);
        return alarms.at(Instant.now().plus(wait), action);
    }

    @Override
    public void close() {
        alarms.close();
    }
}
