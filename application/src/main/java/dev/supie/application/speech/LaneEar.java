package dev.supie.application.speech;

import dev.supie.application.runtime.Lane;
import dev.supie.application.speech.port.UplinkFormat;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.listening.ListenMode;
import dev.supie.domain.listening.PickupCommand;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/// An ear whose work is done in a lane on the audio threads.
final class LaneEar implements Ear {

    private static final System.Logger LOG = System.getLogger(LaneEar.class.getName());

    private final Lane lane;
    private final Inbox inbox = new Inbox();
    private final EarSteps steps;
    private final SpeechTally tally;

    /// Whether somebody will look into the inbox anyway.
    private final AtomicBoolean scheduled = new AtomicBoolean();

    LaneEar(SpeechFeature.Ports ports, DeviceId device, SessionId session, EarListener listener) {
        this.lane = new Lane(ports.audio());
        this.tally = ports.tally();
        this.steps = new EarSteps(ports, device, session, listener, this::soon);
    }

    @Override
    public void hear(byte[] packet) {
        tally.packetsDropped(inbox.addPacket(packet));
        schedule();
    }

    @Override
    public boolean start(ListenMode mode) {
        return order(new Inbox.Order(new PickupCommand.Start(mode)));
    }

    @Override
    public boolean stop() {
        return order(new Inbox.Order(new PickupCommand.Stop()));
    }

    @Override
    public boolean detect() {
        return order(new Inbox.Order(new PickupCommand.Detect()));
    }

    @Override
    public void format(UplinkFormat format) {
        order(new Inbox.Format(format));
    }

    @Override
    public Gate hold() {
        EarGate gate = new EarGate(this::schedule);
        // If there is no room left, what waits is so old that order does not matter any more; the
        // mode still does.
        return inbox.addOrder(new Inbox.Barrier(gate))
                ? gate
                : changed -> changed.ifPresent(this::switchTo);
    }

    @Override
    public void switchTo(Mode mode) {
        soon(() -> steps.switchTo(mode));
    }

    @Override
    public void close(End end, Runnable whenDone) {
        if (!soon(() -> close(steps, end, whenDone))) {
            whenDone.run();
        }
    }

    private void close(EarSteps open, End end, Runnable whenDone) {
        if (end == End.FINISH) {
            // Everything that came before the end was said before it.
            drain();
        }
        if (inbox.dropped() > 0) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "audio packets were dropped: session={0} dropped={1}",
                    open.session(),
                    inbox.dropped());
        }
        inbox.clear();
        open.close(end, whenDone);
    }

    private boolean order(Inbox.Item item) {
        if (!inbox.addOrder(item)) {
            return false;
        }
        schedule();
        return true;
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            soon(this::turn);
        }
    }

    /// Does this in the lane; false if the process is ending, and then nobody needs it any more.
    private boolean soon(Runnable task) {
        try {
            lane.urgent(task);
            return true;
        } catch (RejectedExecutionException _) {
            return false;
        }
    }

    private void turn() {
        // First, so that what comes from here on is not overlooked.
        scheduled.set(false);
        drain();
    }

    private void drain() {
        for (Inbox.Item item = inbox.poll(); item != null; item = inbox.poll()) {
            handle(item);
        }
    }

    private void handle(Inbox.Item item) {
        switch (item) {
            case Inbox.Packet packet -> steps.packet(packet);
            case Inbox.Order order -> steps.order(order.command());
            case Inbox.Format format -> steps.format(format.format());
            case Inbox.Barrier barrier -> barrier.gate().changed().ifPresent(steps::switchTo);
        }
    }
}
