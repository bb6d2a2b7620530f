package dev.supie.application.coding;

import dev.supie.application.runtime.Lane;
import dev.supie.domain.coding.CodingCommand;
import dev.supie.domain.kernel.SessionId;

import java.util.concurrent.RejectedExecutionException;

/// Watches what one connection tells of its builds (COD-1).
///
/// Safe for use by many threads; no call waits for anything. What is told is handled in the order
/// of the calls, on threads of its own (MSG-9).
final class BuildWatch {

    private static final System.Logger LOG = System.getLogger(BuildWatch.class.getName());

    private final Lane lane;
    private final CodingSteps steps;
    private volatile boolean closed;

    BuildWatch(CodingFeature.Ports ports, SessionId session, BuildListener listener) {
        this.lane = new Lane(ports.threads());
        this.steps = new CodingSteps(ports, session, listener, this::soon);
    }

    /// False, and nothing is done, if too much waits already ([Lane#WAITING_MAX]) or the watch is
    /// closed.
    ///
    /// @param taken run when it is its turn, before anything is told of it
    boolean tell(CodingCommand.Told told, Runnable taken) {
        try {
            return !closed
                    && lane.offer(
                            () -> {
                                taken.run();
                                steps.decide(told);
                            });
        } catch (RejectedExecutionException _) {
            return false;
        }
    }

    /// Nothing is there, and nothing of before is told any more (MODE-4).
    void reset() {
        soon(() -> steps.decide(new CodingCommand.Forget()));
    }

    /// The run ends, if there is one.
    void stop() {
        soon(() -> steps.decide(new CodingCommand.Stop()));
    }

    /// The connection has ended; nothing more is told, and no model works for it (CON-4).
    void close() {
        closed = true;
        soon(steps::close);
    }

    /// Does this in the lane; if the process is ending, nobody needs it any more.
    private void soon(Runnable task) {
        try {
            lane.urgent(task);
        } catch (RejectedExecutionException _) {
            LOG.log(System.Logger.Level.DEBUG, "a step of coding was not done at the end");
        }
    }
}
