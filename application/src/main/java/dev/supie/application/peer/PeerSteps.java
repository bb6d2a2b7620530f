package dev.supie.application.peer;

import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.peer.port.Outcome;
import dev.supie.application.peer.port.PeerStep;
import dev.supie.application.peer.port.PeerStore;
import dev.supie.application.runtime.FailureLog;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.Inbox;
import dev.supie.domain.peer.InboxCommand;
import dev.supie.domain.peer.Mid;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Does one piece of work after the other; only ever called in a round.
final class PeerSteps {

    /// Inboxes that are looked through in one round because something in them is too old.
    static final int OVERDUE_MAX = 1000;

    /// Messages that are over and no longer remembered, and inboxes that nobody has seen, are
    /// forgotten this often, together with whatever work comes next, and so many at a time.
    static final Duration FORGETTING_EVERY = Duration.ofMinutes(10);

    static final int FORGOTTEN_MAX = 1000;

    private final PeerStore store;
    private final Inboxes inboxes;
    private final Senders senders;
    private final Acceptance acceptance;
    private final PeerPost post;
    private final Followers followers = new Followers();
    private final FailureLog failures;

    /// Everything that was to end by then has been ended.
    private Instant sweptUntil = Instant.EPOCH;

    /// More was overdue than the last tick could look through.
    private boolean moreOverdue;

    private Instant forgottenAt = Instant.EPOCH;

    PeerSteps(
            PeerStore store,
            Inboxes inboxes,
            Senders senders,
            Acceptance acceptance,
            PeerPost post,
            FailureLog failures) {
        this.store = store;
        this.inboxes = inboxes;
        this.senders = senders;
        this.acceptance = acceptance;
        this.post = post;
        this.failures = failures;
    }

    /// Asks the store together for what this work is going to need, as far as that can be told:
    /// each question takes a while.
    void prepare(List<PeerWork> works, PeerRound round) {
        List<PeerStore.Mark> marks = new ArrayList<>();
        Set<DeviceId> owners = new LinkedHashSet<>();
        for (PeerWork work : works) {
            switch (work) {
                case PeerWork.Submit(PeerCaller from, Reading.Usable usable, _)
                        when usable.submission().mid().given() ->
                        marks.add(new PeerStore.Mark(from.device(), usable.submission().mid()));
                case PeerWork.OnInbox on -> owners.add(on.device());
                case PeerWork.Greeted greeted -> owners.add(greeted.device());
                case PeerWork.Submit _,
                        PeerWork.Understood _,
                        PeerWork.Acknowledged _,
                        PeerWork.Await _,
                        PeerWork.Told _,
                        PeerWork.Purge _,
                        PeerWork.Tick _,
                        PeerWork.Mark _ -> {}
            }
        }
        round.lookUp(marks);
        inboxes.lookUp(owners);
    }

    void take(PeerWork work, PeerSettings settings, PeerRound round) {
        switch (work) {
            case PeerWork.Submit submit -> acceptance.submit(submit, settings, round);
            case PeerWork.Understood understood -> acceptance.takeReady(understood.sender(), round);
            case PeerWork.OnInbox on -> onInbox(on, round);
            case PeerWork.Acknowledged _ ->
                    throw new IllegalStateException("not resolved: " + work);
            case PeerWork.Greeted greeted -> greeted(greeted, round);
            case PeerWork.Await await -> followers.add(await);
            case PeerWork.Told told -> round.told(told.outcomes());
            case PeerWork.Purge purge -> purge(purge, round);
            case PeerWork.Tick _ -> tick(round);
            case PeerWork.Mark mark -> round.afterwards(_ -> mark.reached().complete(null));
        }
    }

    /// To be called once a round is carried out.
    void letFollow() {
        followers.release(inboxes);
    }

    /// A store that is away keeps nobody waiting.
    void letAllFollow() {
        followers.releaseAll();
    }

    private void onInbox(PeerWork.OnInbox work, PeerRound round) {
        if (work.command() instanceof InboxCommand.Arrive(SessionId session)) {
            senders.of(work.device()).arrived(session);
        }
        decide(work.device(), work.command(), round);
    }

    private void greeted(PeerWork.Greeted work, PeerRound round) {
        boolean own = round.sessionOf(work.device()).filter(work.session()::equals).isPresent();
        if (own) {
            senders.of(work.device()).wantsReceipts(work.features().receipts());
        }
        decide(
                work.device(),
                new InboxCommand.Greet(work.session(), work.features().manners()),
                round);
    }

    /// What is refused was about a connection that is gone, and has no effect (DUP-2).
    private void decide(DeviceId device, InboxCommand command, PeerRound round) {
        round.decide(
                device, command, effect -> round.afterwards(done -> post.carryOut(effect, done)));
    }

    private void purge(PeerWork.Purge work, PeerRound round) {
        round.ifLost(work, () -> fail(work));
        int waiting = round.inbox(work.device()).shelf().waiting().size();
        decide(work.device(), new InboxCommand.Purge(), round);
        round.afterwards(_ -> work.dropped().complete(waiting));
    }

    /// Nothing was dropped, as far as anybody knows.
    static void fail(PeerWork.Purge purge) {
        purge.dropped().completeExceptionally(new StoreException("the inbox was not cleared"));
    }

    private void tick(PeerRound round) {
        Instant now = round.now();
        for (Map.Entry<DeviceId, Inbox> entry : inboxes.entries()) {
            boolean due = entry.getValue().deadline().filter(at -> !at.isAfter(now)).isPresent();
            if (due || inboxes.isUnattended(entry.getKey())) {
                decide(entry.getKey(), new InboxCommand.DeadlineReached(), round);
            }
        }
        // By a clock that has been set back nothing was swept yet.
        Instant from = sweptUntil.isAfter(now) ? Instant.EPOCH : sweptUntil;
        List<DeviceId> overdue = store.overdue(from, now, OVERDUE_MAX);
        overdue.stream()
                .filter(device -> round.sessionOf(device).isEmpty())
                .forEach(device -> decide(device, new InboxCommand.DeadlineReached(), round));
        moreOverdue = overdue.size() == OVERDUE_MAX;
        if (!moreOverdue) {
            round.afterwards(_ -> sweptUntil = now);
        }
    }

    /// Asked once a round is decided and before it is stored: senders shall hear how their messages
    /// ended.
    void tellAfterwards(PeerRound round) {
        Set<DeviceId> begun = begun(round);
        Map<DeviceId, List<Outcome>> news =
                bySender(
                        round.ended().stream()
                                .map(PeerStep::outcome)
                                .filter(Outcome::isNews)
                                .filter(outcome -> !begun.contains(outcome.sender())));
        news.forEach((sender, outcomes) -> round.afterwards(done -> tell(sender, outcomes, done)));
        if (!begun.isEmpty()) {
            round.afterwards(done -> tellUntold(begun, done));
        }
    }

    /// Badges that are sent their messages from this round on, and can be told everything else.
    private Set<DeviceId> begun(PeerRound round) {
        Set<DeviceId> begun = new LinkedHashSet<>();
        round.changed()
                .forEach(
                        (device, inbox) -> {
                            if (inbox instanceof Inbox.Serving serving
                                    && !isServed(device, serving.session())) {
                                begun.add(device);
                            }
                        });
        return begun;
    }

    private boolean isServed(DeviceId device, SessionId session) {
        return inboxes.of(device) instanceof Inbox.Serving before
                && before.session().equals(session);
    }

    private void tell(DeviceId sender, List<Outcome> outcomes, PeerRound round) {
        if (round.inbox(sender) instanceof Inbox.Serving serving) {
            post.tell(serving.session(), outcomes, senders.of(sender).wantsReceipts());
        }
    }

    /// They are told again when they come back, should this fail.
    private void tellUntold(Set<DeviceId> senders, PeerRound round) {
        try {
            bySender(store.untold(senders).stream())
                    .forEach((sender, outcomes) -> tell(sender, outcomes, round));
        } catch (StoreException failure) {
            failures.error("what badges " + senders + " are to be told cannot be read", failure);
        }
    }

    private static Map<DeviceId, List<Outcome>> bySender(Stream<Outcome> outcomes) {
        return outcomes.collect(
                Collectors.groupingBy(Outcome::sender, LinkedHashMap::new, Collectors.toList()));
    }

    /// Forgets what nobody can ask for any more, if it is time to.
    void forget(Instant now) {
        if (forgottenAt.isAfter(now) || now.isBefore(forgottenAt.plus(FORGETTING_EVERY))) {
            forgottenAt = forgottenAt.isAfter(now) ? now : forgottenAt;
            return;
        }
        try {
            int forgotten = store.forget(now.minus(Mid.REMEMBERED), FORGOTTEN_MAX);
            int unused = store.forgetInboxes(FORGOTTEN_MAX);
            if (unused > 0) {
                inboxes.doubtEmpty();
            }
            inboxes.recount();
            if (forgotten < FORGOTTEN_MAX && unused < FORGOTTEN_MAX) {
                forgottenAt = now;
            }
        } catch (StoreException failure) {
            forgottenAt = now;
            failures.error("old peer messages cannot be removed", failure);
        }
    }

    /// When the next tick is due, by what is in memory after this round and what was in the store
    /// before it.
    Optional<Instant> nextTick(PeerRound round, Optional<Instant> nextExpiry, boolean ticked) {
        List<Instant> dues = new ArrayList<>();
        round.changed().values().forEach(inbox -> inbox.deadline().ifPresent(dues::add));
        if (ticked) {
            inboxes.entries().forEach(entry -> entry.getValue().deadline().ifPresent(dues::add));
            nextExpiry.ifPresent(dues::add);
            if (moreOverdue) {
                dues.add(round.now());
            }
        }
        return dues.stream().min(Instant::compareTo);
    }
}
