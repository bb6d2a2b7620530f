package dev.supie.application.meeting;

import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.runtime.Backoff;
import dev.supie.application.runtime.FailureLog;
import dev.supie.application.runtime.Turns;
import dev.supie.domain.kernel.DeviceId;

import java.util.function.Supplier;

/// One at a time for all that happens to the meetings that one badge has started, whichever badge
/// it comes from. Nobody takes a second turn inside one.
final class MeetingTurns {

    private static final System.Logger LOG = System.getLogger(MeetingTurns.class.getName());

    private final Turns<DeviceId> turns = new Turns<>();
    private final MeetingClockwork clockwork;
    private final FailureLog storeFailures;

    MeetingTurns(MeetingClockwork clockwork) {
        this.clockwork = clockwork;
        this.storeFailures = new FailureLog(LOG, clockwork.time());
    }

    <T> T take(DeviceId owner, Supplier<T> work, T whenBusy, T whenFailed) {
        try {
            return switch (turns.take(owner, work)) {
                case Turns.Turn.Done<T> done -> done.result();
                case Turns.Turn.Busy<T> _ -> whenBusy;
            };
        } catch (StoreException failure) {
            failed(owner, failure);
            return whenFailed;
        }
    }

    /// The store failed on a question of this badge.
    void failed(DeviceId device, StoreException failure) {
        storeFailures.error("meetings of badge " + device + ": the store failed", failure);
    }

    /// For what nobody would repeat: tried again until there is a turn and the store answers.
    void insist(DeviceId owner, Runnable work) {
        insist(owner, work, 1);
    }

    /// The same, on another thread.
    void later(DeviceId owner, Runnable work) {
        clockwork.background().execute(() -> insist(owner, work));
    }

    private void insist(DeviceId owner, Runnable work, int attempt) {
        boolean done =
                take(
                        owner,
                        () -> {
                            work.run();
                            return true;
                        },
                        false,
                        false);
        if (!done) {
            clockwork.after(Backoff.after(attempt), () -> insist(owner, work, attempt + 1));
        }
    }
}
