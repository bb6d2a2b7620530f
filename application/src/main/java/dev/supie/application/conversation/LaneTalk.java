package dev.supie.application.conversation;

import dev.supie.application.runtime.Lane;
import dev.supie.application.speaking.Mouth;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.conversation.ConversationCommand;
import dev.supie.domain.kernel.SessionId;

import java.util.concurrent.RejectedExecutionException;

/// A talk whose work is done in a lane.
final class LaneTalk implements Talk {

    private static final System.Logger LOG = System.getLogger(LaneTalk.class.getName());

    private final Lane lane;
    private final Mouth mouth;
    private final TalkSteps steps;
    private volatile boolean closed;

    LaneTalk(
            ConversationFeature.Ports ports,
            DeviceMemory memory,
            SessionId session,
            TalkListener listener) {
        this.lane = new Lane(ports.threads());
        this.mouth = ports.mouths().open(session);
        this.steps =
                new TalkSteps(
                        ports, new TalkSteps.Own(session, memory, mouth, listener, this::soon));
    }

    @Override
    public boolean said(String text, Mode mode) {
        return order(() -> steps.said(text, mode));
    }

    /// The mouth hears of it here and not in the lane, because LIS-7 counts in milliseconds.
    @Override
    public void abort() {
        mouth.silence();
        soon(() -> steps.decide(new ConversationCommand.Abort()));
    }

    /// If the lane is full, there will be voice again in a moment.
    @Override
    public void voiceHeard() {
        order(() -> steps.decide(new ConversationCommand.VoiceHeard()));
    }

    @Override
    public void hush() {
        mouth.silence();
        soon(() -> steps.decide(new ConversationCommand.Hush()));
    }

    @Override
    public void close() {
        closed = true;
        mouth.close();
        soon(steps::close);
    }

    private boolean order(Runnable step) {
        try {
            return !closed && lane.offer(step);
        } catch (RejectedExecutionException _) {
            return false;
        }
    }

    /// Does this in the lane; if the process is ending, nobody needs it any more.
    private void soon(Runnable task) {
        try {
            lane.urgent(task);
        } catch (RejectedExecutionException _) {
            LOG.log(System.Logger.Level.DEBUG, "a step of a talk was not done at the end");
        }
    }
}
