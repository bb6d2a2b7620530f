package dev.supie.application.peer;

import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.peer.port.PeerStore;
import dev.supie.application.peer.port.SentMessage;
import dev.supie.application.peer.port.TaskBoards;
import dev.supie.application.runtime.Backoff;
import dev.supie.application.runtime.FailureLog;
import dev.supie.application.runtime.Lane;
import dev.supie.application.runtime.Wakeup;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/// Puts what messages ask for onto boards (PEER-10), one message after the other, in the order in
/// which they were accepted.
///
/// What is to be handed over is stored with the message, so memory holds nothing, and a restart
/// needs nothing but a look. It is crossed off once it is on the boards; a kill in between has it
/// written again, which changes nothing. While a store is away, everything waits; what the rules of
/// boards refuse is given up, said in the log and counted.
final class TaskHandover {

    private static final System.Logger LOG = System.getLogger(TaskHandover.class.getName());

    /// Messages that are read at a time.
    static final int LOOK_MAX = 32;

    private final PeerFeature.Ports ports;
    private final FailureLog failures;
    private final Lane lane;
    private final AtomicBoolean asked = new AtomicBoolean();

    // Touched in the lane only.
    private final Wakeup wakeup;
    private int failedInRow;

    TaskHandover(PeerFeature.Ports ports) {
        this.ports = ports;
        this.failures = new FailureLog(LOG, ports.time());
        this.lane = new Lane(ports.background());
        this.wakeup = new Wakeup(ports.alarms(), this::ask);
    }

    /// There may be something to be handed over. Never waits; at most one look is waiting.
    void ask() {
        if (!asked.compareAndSet(false, true)) {
            return;
        }
        try {
            lane.urgent(this::look);
        } catch (RejectedExecutionException _) {
            // The process ends, and the next one looks when it begins.
            asked.set(false);
        }
    }

    private void look() {
        asked.set(false);
        wakeup.fired();
        try {
            List<SentMessage> due = store().handovers(LOOK_MAX);
            for (SentMessage sent : due) {
                if (!handOver(sent)) {
                    lookLater();
                    return;
                }
            }
            failedInRow = 0;
            if (!due.isEmpty()) {
                ask();
            }
        } catch (StoreException failure) {
            failures.error("tasks in peer messages cannot be handed over", failure);
            lookLater();
        }
    }

    private PeerStore store() {
        return ports.store();
    }

    private void lookLater() {
        failedInRow++;
        wakeup.by(Optional.of(ports.time().instant().plus(Backoff.after(failedInRow))));
    }

    /// False if it has to be tried again.
    private boolean handOver(SentMessage sent) {
        switch (written(sent)) {
            case TaskBoards.Result.Written _ -> ports.tally().taskWritten();
            case TaskBoards.Result.Refused(String reason) -> {
                ports.tally().taskRefused();
                LOG.log(
                        Level.WARNING,
                        "peer message {0} of {1}: its task is on no board: {2}",
                        sent.message().id(),
                        sent.message().sender(),
                        reason);
            }
            case TaskBoards.Result.Unknown _ -> {
                return false;
            }
        }
        store().handedOver(sent.message().id());
        return true;
    }

    private TaskBoards.Result written(SentMessage sent) {
        try {
            return ports.boards().write(sent);
        } catch (StoreException failure) {
            throw failure;
        } catch (RuntimeException bug) {
            // Whatever it is, it must not stop the tasks behind it for ever.
            LOG.log(Level.ERROR, "the task of a peer message could not be made", bug);
            return new TaskBoards.Result.Refused("it could not be made");
        }
    }
}
