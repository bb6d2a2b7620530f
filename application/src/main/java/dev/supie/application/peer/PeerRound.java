package dev.supie.application.peer;

import dev.supie.application.peer.port.Outcome;
import dev.supie.application.peer.port.PeerStep;
import dev.supie.application.peer.port.PeerStore;
import dev.supie.application.peer.port.SentMessage;
import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.Category;
import dev.supie.domain.peer.Ending;
import dev.supie.domain.peer.Envelope;
import dev.supie.domain.peer.Inbox;
import dev.supie.domain.peer.InboxCommand;
import dev.supie.domain.peer.InboxDecider;
import dev.supie.domain.peer.InboxRejection;
import dev.supie.domain.peer.MessageId;
import dev.supie.domain.peer.Mid;
import dev.supie.domain.peer.PeerEffect;
import dev.supie.domain.peer.PeerMessage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// One round: what is decided on inboxes, what is to be stored of it, and what follows once it is
/// stored. Nothing of it is true for anybody else before [#store] has returned.
final class PeerRound {

    private final PeerStore store;
    private final Inboxes inboxes;
    private final InboxDecider decider;
    private final Instant now;
    private final boolean tasksToBoards;
    private final Map<DeviceId, Inbox> changed = new LinkedHashMap<>();
    private final Map<MessageId, SentMessage> sent = new LinkedHashMap<>();
    private final Map<PeerStore.Mark, SentMessage> marked = new HashMap<>();
    private final Set<PeerStore.Mark> asked = new HashSet<>();
    private final Map<Place, Envelope.Waiting> placed = new LinkedHashMap<>();
    private final Map<Place, Envelope.InFlight> attempts = new LinkedHashMap<>();
    private final List<Envelope.Settled> ended = new ArrayList<>();
    private final List<Outcome> told = new ArrayList<>();
    private final Map<DeviceId, PeerStep.Habit> habits = new LinkedHashMap<>();
    private final Set<MessageId> transmitted = new LinkedHashSet<>();
    private final Map<MessageId, PeerMessage> needed = new HashMap<>();
    private final List<Consumer<PeerRound>> afterwards = new ArrayList<>();

    /// In their order, and for each key its place there. Two requests that are alike are two keys.
    private final List<Runnable> whenLost = new ArrayList<>();

    private final IdentityHashMap<Object, Integer> lossOf = new IdentityHashMap<>();

    /// Inboxes that the store does not have yet.
    private int made;

    PeerRound(PeerStore store, Inboxes inboxes, PeerSettings settings, Instant now) {
        this.store = store;
        this.inboxes = inboxes;
        this.decider = new InboxDecider(settings.inboxes());
        this.tasksToBoards = settings.tasksToBoards();
        this.now = now;
    }

    /// Where an envelope is.
    private record Place(DeviceId target, long rseq) {

        static Place of(Envelope.Waiting envelope) {
            return new Place(envelope.letter().target(), envelope.rseq());
        }
    }

    Instant now() {
        return now;
    }

    Inbox inbox(DeviceId device) {
        Inbox known = changed.get(device);
        return known != null ? known : inboxes.of(device);
    }

    /// The connection that a badge has by now.
    Optional<SessionId> sessionOf(DeviceId device) {
        Inbox known = changed.get(device);
        return known != null ? Inboxes.sessionOf(known) : inboxes.sessionOf(device);
    }

    /// Badges that are connected by now, always in the same order.
    List<DeviceId> online() {
        Set<DeviceId> online = new HashSet<>(inboxes.connected());
        changed.keySet().stream().filter(one -> sessionOf(one).isEmpty()).forEach(online::remove);
        changed.keySet().stream().filter(one -> sessionOf(one).isPresent()).forEach(online::add);
        return online.stream().sorted((one, two) -> one.value().compareTo(two.value())).toList();
    }

    /// Asks the store about these marks together, because each question takes a while.
    void lookUp(Collection<PeerStore.Mark> marks) {
        List<PeerStore.Mark> unasked = marks.stream().filter(one -> !asked.contains(one)).toList();
        if (!unasked.isEmpty()) {
            asked.addAll(unasked);
            store.sent(unasked, now.minus(Mid.REMEMBERED))
                    .forEach(one -> marked.put(mark(one), one));
        }
    }

    /// What a sender has sent under this mark, in this round or before (PEER-7).
    Optional<SentMessage> known(DeviceId sender, Mid mid) {
        if (!mid.given()) {
            return Optional.empty();
        }
        PeerStore.Mark mark = new PeerStore.Mark(sender, mid);
        if (!marked.containsKey(mark)) {
            lookUp(List.of(mark));
        }
        return Optional.ofNullable(marked.get(mark));
    }

    private static PeerStore.Mark mark(SentMessage sent) {
        return new PeerStore.Mark(sent.message().sender(), sent.message().submission().mid());
    }

    /// Decides; gives why not, if so.
    ///
    /// @param carryOut gets what is to be done once the round is stored
    Optional<InboxRejection> decide(
            DeviceId device, InboxCommand command, Consumer<PeerEffect> carryOut) {
        Inbox before = inbox(device);
        boolean first = before.shelf().lastRseq() == 0 && command instanceof InboxCommand.Take;
        if (first && !inboxes.hasRoom(made)) {
            return Optional.of(InboxRejection.QUEUE_FULL);
        }
        return switch (decider.decide(before, command, now)) {
            case Decision.Rejected<Inbox, PeerEffect, InboxRejection> rejected ->
                    Optional.of(rejected.reason());
            case Decision.Accepted<Inbox, PeerEffect, InboxRejection> accepted -> {
                changed.put(device, accepted.next());
                accepted.effects().forEach(effect -> gather(effect, carryOut));
                if (isNew(before) && !isNew(accepted.next())) {
                    made++;
                }
                yield Optional.empty();
            }
        };
    }

    /// Whether it is only in memory.
    private static boolean isNew(Inbox inbox) {
        return inbox.shelf().lastRseq() == 0 && !inbox.shelf().acknowledges();
    }

    private void gather(PeerEffect effect, Consumer<PeerEffect> carryOut) {
        switch (effect) {
            case PeerEffect.Place place -> placed.put(Place.of(place.envelope()), place.envelope());
            case PeerEffect.NoteAttempt note -> noteAttempt(note.envelope());
            case PeerEffect.Settle settle -> ended.add(settle.envelope());
            case PeerEffect.Remember(DeviceId owner, boolean acknowledges) ->
                    remember(new PeerStep.Habit(owner, acknowledges));
            case PeerEffect.Transmit sending -> {
                transmitted.add(sending.envelope().letter().id());
                carryOut.accept(effect);
            }
            case PeerEffect.TellRedelivered _, PeerEffect.EndBacklog _, PeerEffect.CloseStalled _ ->
                    carryOut.accept(effect);
        }
    }

    /// Beyond the limit a newcomer is remembered for as long as it is in memory.
    private void remember(PeerStep.Habit habit) {
        if (inbox(habit.owner()).shelf().lastRseq() > 0 || inboxes.hasRoom(made)) {
            habits.put(habit.owner(), habit);
        }
    }

    /// What comes in and goes out at once is stored once.
    private void noteAttempt(Envelope.InFlight envelope) {
        Place place = Place.of(envelope);
        if (placed.replace(place, envelope) == null) {
            attempts.put(place, envelope);
        }
    }

    void accepted(SentMessage message) {
        sent.put(message.message().id(), message);
        marked.put(mark(message), message);
    }

    void told(Collection<Outcome> outcomes) {
        told.addAll(outcomes);
    }

    /// To be done once the round is stored, in this order.
    void afterwards(Consumer<PeerRound> action) {
        afterwards.add(action);
    }

    /// To be done if the round is not stored, or not known to be. One action for each key.
    void ifLost(Object key, Runnable action) {
        Integer known = lossOf.putIfAbsent(key, whenLost.size());
        if (known == null) {
            whenLost.add(action);
        } else {
            whenLost.set(known, action);
        }
    }

    /// Nothing is lost for this key.
    void release(Object key) {
        Integer known = lossOf.remove(key);
        if (known != null) {
            whenLost.set(known, () -> {});
        }
    }

    /// Stores all of it together, and makes it true.
    void store() {
        for (MessageId id : transmitted) {
            if (sent.containsKey(id)) {
                needed.put(id, sent.get(id).message());
            }
        }
        Set<MessageId> missing = new LinkedHashSet<>(transmitted);
        missing.removeAll(needed.keySet());
        if (!missing.isEmpty()) {
            store.messages(missing).forEach(message -> needed.put(message.id(), message));
        }
        PeerStep step =
                new PeerStep(
                        List.copyOf(sent.values()),
                        List.copyOf(placed.values()),
                        List.copyOf(attempts.values()),
                        ended,
                        told,
                        List.copyOf(habits.values()),
                        handovers());
        if (!step.isEmpty()) {
            store.save(step);
        }
        changed.forEach(inboxes::adopt);
        inboxes.made(made);
    }

    /// Messages that are tasks, and are to go onto boards (PEER-10).
    private List<MessageId> handovers() {
        return sent.values().stream()
                .map(SentMessage::message)
                .filter(_ -> tasksToBoards)
                .filter(message -> message.structure().category() == Category.TASK)
                .map(PeerMessage::id)
                .toList();
    }

    boolean handsOver() {
        return !handovers().isEmpty();
    }

    /// What has become of messages by this round, which is stored.
    void count(PeerTally tally) {
        sent.values().forEach(tally::accepted);
        ended.forEach(end -> tally.ended(Ending.of(end)));
    }

    /// A message that this round sends; only after [#store].
    PeerMessage message(MessageId id) {
        return Optional.ofNullable(needed.get(id))
                .orElseThrow(() -> new IllegalStateException("message " + id + " is not there"));
    }

    void carryOut() {
        afterwards.forEach(action -> action.accept(this));
    }

    /// Undoes what is only in memory.
    void lose() {
        inboxes.doubt(changed.keySet());
        whenLost.forEach(Runnable::run);
    }

    List<Envelope.Settled> ended() {
        return List.copyOf(ended);
    }

    Map<DeviceId, Inbox> changed() {
        return Map.copyOf(changed);
    }
}
