package dev.supie.bootstrap.server;

import dev.supie.bootstrap.config.MeetingConfig;
import dev.supie.bootstrap.config.SupieConfig;
import dev.supie.bootstrap.reload.Reloadable;

import java.lang.System.Logger.Level;
import java.time.Duration;

/// Says which interval comes next where one has changed: the one that is running finishes first
/// (CFG-3). For one thread at a time.
final class IntervalLog implements Reloadable {

    private static final System.Logger LOG = System.getLogger(IntervalLog.class.getName());

    private MeetingConfig inForce;

    IntervalLog(MeetingConfig atStart) {
        this.inForce = atStart;
    }

    @Override
    public void settle(SupieConfig config) {
        MeetingConfig before = inForce;
        inForce = config.meeting();
        tell(
                "meeting.transcript_push_interval_ms",
                before.transcriptPushInterval(),
                inForce.transcriptPushInterval());
        tell(
                "meeting.checkpoint_interval_min",
                before.checkpointInterval(),
                inForce.checkpointInterval());
    }

    private static void tell(String key, Duration before, Duration next) {
        if (!next.equals(before)) {
            LOG.log(Level.INFO, "{0} changed: next interval={1}ms", key, millis(next));
        }
    }

    /// As digits alone.
    private static String millis(Duration interval) {
        return Long.toString(interval.toMillis());
    }
}
