package dev.supie.application.peer;

import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.peer.port.WaitingMessages;
import dev.supie.application.runtime.Backoff;
import dev.supie.application.runtime.FailureLog;
import dev.supie.application.runtime.Rounds;
import dev.supie.application.runtime.Wakeup;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.InboxCommand;
import dev.supie.domain.peer.MessageId;
import dev.supie.domain.peer.PeerRequest;
import dev.supie.domain.peer.Permission;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/// Peer messages, one round after another: everything that has come in is decided on in memory, in
/// the order it came, stored in one step, and only then carried out. A round that cannot be stored
/// never was: memory asks the store what is true, senders are told to send again, and everything
/// that nobody would repeat is done again later.
final class PeerService implements Peers {

    private static final System.Logger LOG = System.getLogger(PeerService.class.getName());

    /// Deadlines that are nearer to each other are looked after together.
    static final Duration TICK_SPACING = Duration.ofMillis(250);

    /// An acknowledgement is stored at the latest so long after it came. One that a kill takes away
    /// has its message sent again in the same place (PEER-7), so it need not have a commit of its
    /// own. A badge with a full window waits so long for the next message, a sender for its
    /// receipt.
    static final Duration ACKNOWLEDGED_AFTER = Duration.ofMillis(4);

    private final PeerFeature.Ports ports;
    private final String inboxEpoch;
    private final Inboxes inboxes;
    private final PeerSteps steps;
    private final PeerPost post;
    private final Rounds<PeerWork> rounds;
    private final TaskHandover handover;
    private final FailureLog failures;
    private final Acknowledgements acknowledgements;
    private final AtomicBoolean hurrying = new AtomicBoolean();

    // Touched in rounds only.
    private final Wakeup wakeup;
    private Instant tickedAt = Instant.EPOCH;
    private int failedInRow;

    /// After a round that could not be stored, until the next try.
    private volatile boolean resting;

    PeerService(PeerFeature.Ports ports) {
        this.ports = ports;
        this.inboxEpoch = ports.store().epoch();
        this.failures = new FailureLog(LOG, ports.time());
        this.rounds = new Rounds<>(ports.background(), this::round);
        this.acknowledgements = new Acknowledgements(this::soon);
        this.inboxes = new Inboxes(ports.store());
        this.post = new PeerPost(ports.link(), rounds::urgent, ports.tally());
        this.handover = new TaskHandover(ports);
        Senders senders = new Senders();
        Acceptance acceptance =
                new Acceptance(
                        senders,
                        new StructureDesk(
                                ports.structurer(),
                                ports.workers(),
                                ports.alarms(),
                                ports.time(),
                                failures),
                        post,
                        new FreshIds(ports.chance())::next,
                        sender -> rounds.urgent(new PeerWork.Understood(sender)));
        this.steps = new PeerSteps(ports.store(), inboxes, senders, acceptance, post, failures);
        this.wakeup = new Wakeup(ports.alarms(), () -> rounds.urgent(new PeerWork.Tick()));
    }

    @Override
    public void arrived(DeviceId device, SessionId session) {
        acknowledgements.close(device);
        rounds.urgent(new PeerWork.OnInbox(device, new InboxCommand.Arrive(session)));
    }

    @Override
    public void whenServed(DeviceId device, SessionId session, Runnable action) {
        if (resting) {
            action.run();
        } else {
            rounds.urgent(new PeerWork.Await(device, session, action));
        }
    }

    @Override
    public void greeted(DeviceId device, SessionId session, PeerFeatures features) {
        rounds.urgent(new PeerWork.Greeted(device, session, features));
    }

    @Override
    public void left(DeviceId device, SessionId session) {
        acknowledgements.close(device);
        rounds.urgent(new PeerWork.OnInbox(device, new InboxCommand.Leave(session)));
    }

    @Override
    public boolean send(PeerCaller from, PeerRequest request) {
        if (resting) {
            post.failed(from);
            return true;
        }
        Instant at = now();
        Reading reading = Reading.of(request, ports.settings().get(), at);
        boolean taken = rounds.offer(new PeerWork.Submit(from, reading, at));
        if (!taken) {
            ports.tally().refused(ErrorCode.BUSY);
        }
        return taken;
    }

    @Override
    public void acknowledged(DeviceId device, SessionId session, long upTo) {
        acknowledgements.add(device, session, upTo);
    }

    @Override
    public void acknowledged(DeviceId device, SessionId session, MessageId id) {
        rounds.offer(new PeerWork.OnInbox(device, new InboxCommand.AcknowledgeOne(session, id)));
    }

    private void soon(PeerWork acknowledged) {
        rounds.patient(acknowledged);
        if (hurrying.compareAndSet(false, true)) {
            ports.alarms().at(ports.time().instant().plus(ACKNOWLEDGED_AFTER), this::hurry);
        }
    }

    private void hurry() {
        hurrying.set(false);
        rounds.hurry();
    }

    @Override
    public Permission explain(DeviceId sender, DeviceId target) {
        return ports.settings().get().access().permission(sender, target);
    }

    @Override
    public String inboxEpoch() {
        return inboxEpoch;
    }

    @Override
    public List<WaitingMessages> queues(int limit) {
        return ports.store().queues(limit);
    }

    @Override
    public CompletableFuture<Integer> purge(DeviceId device) {
        PeerWork.Purge purge = new PeerWork.Purge(device, new CompletableFuture<>());
        if (resting || !rounds.offer(purge)) {
            PeerSteps.fail(purge);
        }
        return purge.dropped();
    }

    @Override
    public void recover() {
        rounds.urgent(new PeerWork.Tick());
        handover.ask();
    }

    @Override
    public CompletableFuture<Void> drain() {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        rounds.urgent(new PeerWork.Mark(reached));
        return reached;
    }

    /// Inboxes in memory.
    int inboxesInMemory() {
        return inboxes.size();
    }

    private void round(List<PeerWork> pieces) {
        List<PeerWork> works = acknowledgements.resolve(pieces);
        PeerSettings settings = ports.settings().get();
        PeerRound round = new PeerRound(ports.store(), inboxes, settings, now());
        int begun = 0;
        Optional<Instant> nextExpiry;
        boolean ticks = works.stream().anyMatch(PeerWork.Tick.class::isInstance);
        try {
            steps.prepare(works, round);
            for (PeerWork work : works) {
                begun++;
                steps.take(work, settings, round);
            }
            nextExpiry = ticks ? ports.store().nextExpiry(round.now()) : Optional.empty();
            steps.tellAfterwards(round);
            store(round, works.size());
        } catch (StoreException failure) {
            failures.error("peer messages cannot be stored", failure);
            ports.tally().roundLost();
            round.lose();
            letGo(works.subList(begun, works.size()));
            doAgain(works, begun);
            return;
        } catch (RuntimeException bug) {
            // Whatever it is, it must not stop what has nothing to do with it.
            LOG.log(System.Logger.Level.ERROR, "a round of peer messages failed", bug);
            ports.tally().roundLost();
            round.lose();
            steps.letAllFollow();
            rounds.holdBack(works.subList(begun, works.size()));
            rounds.goOn();
            // Whoever is in doubt is looked after by it.
            rounds.urgent(new PeerWork.Tick());
            return;
        }
        resting = false;
        failedInRow = 0;
        arm(steps.nextTick(round, nextExpiry, ticks), ticks);
        round.carryOut();
        steps.letFollow();
        if (round.handsOver()) {
            handover.ask();
        }
        steps.forget(round.now());
    }

    private void store(PeerRound round, int works) {
        Instant begun = ports.time().instant();
        round.store();
        Duration storing = Duration.between(begun, ports.time().instant());
        ports.tally().roundStored(works, storing);
        round.count(ports.tally());
    }

    private void letGo(List<PeerWork> notBegun) {
        steps.letAllFollow();
        notBegun.stream()
                .filter(PeerWork.Await.class::isInstance)
                .map(PeerWork.Await.class::cast)
                .forEach(await -> await.action().run());
    }

    /// Only senders would repeat what they have asked for, and are told to: those that were begun
    /// when the round was lost, the others here.
    private void doAgain(List<PeerWork> works, int begun) {
        works.subList(begun, works.size()).stream()
                .filter(PeerWork.Submit.class::isInstance)
                .map(PeerWork.Submit.class::cast)
                .forEach(submit -> post.failed(submit.from()));
        works.subList(begun, works.size()).stream()
                .filter(PeerWork.Purge.class::isInstance)
                .map(PeerWork.Purge.class::cast)
                .forEach(PeerSteps::fail);
        List<PeerWork> again =
                new ArrayList<>(works.stream().filter(PeerService::isDoneAgain).toList());
        // Whoever is in doubt is looked after by it.
        again.add(new PeerWork.Tick());
        failedInRow++;
        resting = true;
        rounds.holdBack(again);
        ports.alarms().at(now().plus(Backoff.after(failedInRow)), rounds::goOn);
    }

    private static boolean isDoneAgain(PeerWork work) {
        return switch (work) {
            case PeerWork.Submit _, PeerWork.Await _, PeerWork.Purge _, PeerWork.Tick _ -> false;
            case PeerWork.Understood _,
                    PeerWork.OnInbox _,
                    PeerWork.Acknowledged _,
                    PeerWork.Greeted _,
                    PeerWork.Told _,
                    PeerWork.Mark _ ->
                    true;
        };
    }

    private void arm(Optional<Instant> next, boolean ticked) {
        if (ticked) {
            tickedAt = now();
            wakeup.fired();
        }
        next.map(due -> due.isBefore(soonest()) ? soonest() : due)
                .ifPresent(due -> wakeup.by(Optional.of(due)));
    }

    private Instant soonest() {
        Instant now = now();
        return tickedAt.isAfter(now) ? now : tickedAt.plus(TICK_SPACING);
    }

    /// As the store keeps times.
    private Instant now() {
        return ports.time().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
