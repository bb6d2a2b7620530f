package dev.supie.application.coding;

import dev.supie.application.runtime.Lane;
import dev.supie.domain.coding.CodingCommand;
import dev.supie.domain.coding.LogLevel;
import dev.supie.domain.kernel.SessionId;

import java.util.concurrent.RejectedExecutionException;

/// A watch whose work is done in a lane.
final class LaneBuildWatch implements BuildWatch {

    private static final System.Logger LOG = System.getLogger(LaneBuildWatch.class.getName());

    private final Lane lane;
    private final CodingSteps steps;
    private volatile boolean closed;

    LaneBuildWatch(CodingFeature.Ports ports, SessionId session, BuildListener listener) {
        this.lane = new Lane(ports.threads());
        this.steps = new CodingSteps(ports, session, listener, this::soon);
    }

    @Override
    public boolean start(boolean demo) {
        return order(new CodingCommand.Start(demo));
    }

    @Override
    public boolean stop() {
        return order(new CodingCommand.Stop());
    }

    @Override
    public boolean clear() {
        return order(new CodingCommand.Clear());
    }

    @Override
    public boolean phase(String name, String text) {
        return order(new CodingCommand.Phase(name, text));
    }

    @Override
    public boolean step(String name, String text) {
        return order(new CodingCommand.Step(name, text));
    }

    @Override
    public boolean log(LogLevel level, String text) {
        return order(new CodingCommand.Log(level, text));
    }

    @Override
    public void reset() {
        soon(() -> steps.decide(new CodingCommand.Forget()));
    }

    @Override
    public void close() {
        closed = true;
        soon(steps::close);
    }

    private boolean order(CodingCommand command) {
        try {
            return !closed && lane.offer(() -> steps.decide(command));
        } catch (RejectedExecutionException _) {
            return false;
        }
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
