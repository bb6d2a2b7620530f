package dev.supie.application.archive;

import dev.supie.application.archive.port.MeetingDisposal;
import dev.supie.application.archive.port.MeetingDisposal.Outcome;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.runtime.Backoff;
import dev.supie.application.runtime.FailureLog;
import dev.supie.application.runtime.Wakeup;
import dev.supie.domain.meeting.MeetingId;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/// Removes what is beyond the retention, in the background, a little at a time (MTG-11).
///
/// Each step is one or a few short transactions: it gives back some rows of what was removed, or
/// takes some more meetings out. While there is work the steps come a pause apart, which leaves the
/// database to the meetings in between; without work they come every [#INTERVAL]. A step that fails
/// is logged and tried again, ever less often. Steps never overlap.
final class RetentionSweep {

    /// So that a start is not made slower by what can wait.
    static final Duration FIRST = Duration.ofSeconds(30);

    static final Duration INTERVAL = Duration.ofMinutes(10);
    static final Duration PAUSE = Duration.ofMillis(100);

    /// About what ten minutes of lively talk are.
    static final int ROWS_MAX = 500;

    static final int MEETINGS_MAX = 10;

    private static final System.Logger LOG = System.getLogger(RetentionSweep.class.getName());

    private final MeetingDisposal disposal;
    private final IntSupplier kept;
    private final InstantSource time;
    private final FailureLog failureLog;

    /// Held for a whole step.
    private final ReentrantLock turn = new ReentrantLock();

    private int failures;
    private volatile boolean ended;

    /// Guards the wakeup, and is never held for long.
    private final ReentrantLock alarm = new ReentrantLock();

    private final Wakeup wakeup;

    /// @param kept `meeting.retention`, asked anew for every step (CFG-3)
    RetentionSweep(
            MeetingDisposal disposal,
            IntSupplier kept,
            Alarms alarms,
            InstantSource time,
            Executor background) {
        this.disposal = disposal;
        this.kept = kept;
        this.time = time;
        this.failureLog = new FailureLog(LOG, time);
        this.wakeup = new Wakeup(alarms, () -> background.execute(this::step));
    }

    void begin() {
        wakeAfter(FIRST);
    }

    /// Something was removed by name: its rows need not wait for the next regular step.
    void soon() {
        wakeAfter(PAUSE);
    }

    /// No step begins any more.
    void end() {
        alarm.lock();
        try {
            ended = true;
            wakeup.cancel();
        } finally {
            alarm.unlock();
        }
    }

    private void wakeAfter(Duration pause) {
        alarm.lock();
        try {
            if (!ended) {
                wakeup.by(Optional.of(time.instant().plus(pause)));
            }
        } finally {
            alarm.unlock();
        }
    }

    private void step() {
        turn.lock();
        try {
            alarm.lock();
            try {
                wakeup.fired();
            } finally {
                alarm.unlock();
            }
            wakeAfter(untilNext());
        } finally {
            turn.unlock();
        }
    }

    private Duration untilNext() {
        try {
            boolean worked = disposal.clear(ROWS_MAX) > 0 || removedSome();
            failures = 0;
            return worked ? PAUSE : INTERVAL;
        } catch (RuntimeException failure) {
            if (ended) {
                // The store was taken away from this step, and the next process goes on with it.
                return INTERVAL;
            }
            // Whatever it is: nobody else would wake the sweep again.
            failures++;
            failureLog.error("old meetings could not be removed", failure);
            return Backoff.after(failures);
        }
    }

    private boolean removedSome() {
        int limit = kept.getAsInt();
        List<MeetingId> surplus = disposal.surplus(limit, MEETINGS_MAX);
        for (MeetingId id : surplus) {
            switch (disposal.dispose(id)) {
                case Outcome.Gone gone -> report(id, gone, limit);
                // Somebody else was faster.
                case Outcome.Unfinished _, Outcome.Unknown _ -> {}
            }
        }
        return !surplus.isEmpty();
    }

    private static void report(MeetingId id, Outcome.Gone gone, int limit) {
        LOG.log(
                System.Logger.Level.INFO,
                "meeting {0} of badge {1} was removed: the archive keeps {2}{3}",
                id,
                gone.device(),
                Integer.toString(limit),
                gone.delivered() ? "" : "; its minutes were never delivered");
    }
}
