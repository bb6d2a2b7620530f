package dev.supie.domain.peer;

import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A shelf while one decision is made on it, and what follows from that. Lives no longer.
final class ShelfDraft {

    private final DeviceId owner;
    private final Instant now;
    private final List<Envelope.Waiting> waiting;
    private final List<PeerEffect> effects = new ArrayList<>();
    private long lastRseq;
    private boolean acknowledges;

    ShelfDraft(Shelf shelf, Instant now) {
        this.owner = shelf.owner();
        this.now = now;
        this.waiting = new ArrayList<>(shelf.waiting());
        this.lastRseq = shelf.lastRseq();
        this.acknowledges = shelf.acknowledges();
    }

    DeviceId owner() {
        return owner;
    }

    Shelf shelf() {
        return new Shelf(owner, lastRseq, waiting, acknowledges);
    }

    List<PeerEffect> effects() {
        return List.copyOf(effects);
    }

    void add(PeerEffect effect) {
        effects.add(effect);
    }

    /// The badge has said whether it acknowledges; next time its hello may come late.
    void remember(boolean acknowledgesNow) {
        if (acknowledges != acknowledgesNow) {
            acknowledges = acknowledgesNow;
            effects.add(new PeerEffect.Remember(owner, acknowledgesNow));
        }
    }

    void expire() {
        each(one -> one.letter().isExpired(now), new EnvelopeCommand.CheckAge());
    }

    void purge() {
        each(_ -> true, new EnvelopeCommand.Purge());
    }

    void interrupt() {
        each(Envelope.InFlight.class::isInstance, new EnvelopeCommand.Interrupt());
        expire();
    }

    /// Tells each of these; what its own rules refuse stays as it is.
    void each(Predicate<Envelope.Waiting> which, EnvelopeCommand command) {
        List.copyOf(waiting).stream().filter(which).forEach(envelope -> tell(envelope, command));
    }

    private void tell(Envelope.Waiting envelope, EnvelopeCommand command) {
        switch (EnvelopeDecider.decide(envelope, command, now)) {
            case Decision.Rejected<Envelope, PeerEffect, EnvelopeRejection> _ -> {}
            case Decision.Accepted<Envelope, PeerEffect, EnvelopeRejection> accepted -> {
                replace(envelope, accepted.next());
                effects.addAll(accepted.effects());
            }
        }
    }

    private void replace(Envelope.Waiting before, Envelope after) {
        int place = waiting.indexOf(before);
        switch (after) {
            case Envelope.Waiting still -> waiting.set(place, still);
            case Envelope.Settled _ -> waiting.remove(place);
            case Envelope.Accepted _ -> throw new IllegalStateException("back to the beginning");
        }
    }

    /// Whether there is room for one more of this sender (PEER-8).
    boolean hasRoomFor(DeviceId sender, InboxSettings settings) {
        return waiting.size() < settings.capacity() && countOf(sender) < InboxSettings.SENDER_MAX;
    }

    /// Makes room at the cost of the oldest that is not in flight; of the sender itself if it is
    /// the one that has too many. Nothing happens if there is none.
    void displaceFor(DeviceId sender) {
        boolean own = countOf(sender) >= InboxSettings.SENDER_MAX;
        firstQueued(envelope -> !own || envelope.letter().sender().equals(sender))
                .ifPresent(oldest -> tell(oldest, new EnvelopeCommand.Displace()));
    }

    private long countOf(DeviceId sender) {
        return waiting.stream().filter(one -> one.letter().sender().equals(sender)).count();
    }

    void enqueue(Letter letter) {
        lastRseq++;
        switch (EnvelopeDecider.decide(
                new Envelope.Accepted(letter), new EnvelopeCommand.Enqueue(lastRseq), now)) {
            case Decision.Accepted<Envelope, PeerEffect, EnvelopeRejection>(
                            Envelope.Queued queued,
                            List<PeerEffect> placing) -> {
                waiting.add(queued);
                effects.addAll(placing);
            }
            case Decision.Accepted<Envelope, PeerEffect, EnvelopeRejection> _,
                    Decision.Rejected<Envelope, PeerEffect, EnvelopeRejection> _ ->
                    throw new IllegalStateException("a new message was not queued");
        }
    }

    /// Sends in order for as long as there is room in the window.
    ///
    /// @param upTo up to which place sent ones are counted
    /// @return how many of those were sent
    int send(SessionId session, int window, long upTo) {
        int counted = 0;
        Optional<Envelope.Waiting> next = firstQueued(_ -> true);
        while (next.isPresent() && inFlight() < window) {
            int before = inFlight();
            tell(next.get(), new EnvelopeCommand.Send(session));
            if (inFlight() > before && next.get().rseq() <= upTo) {
                counted++;
            }
            next = firstQueued(_ -> true);
        }
        return counted;
    }

    boolean hasQueued(long upTo) {
        return firstQueued(envelope -> envelope.rseq() <= upTo).isPresent();
    }

    /// The place of the first message in flight; 0 if there is none.
    long firstInFlight() {
        return waiting.stream()
                .filter(Envelope.InFlight.class::isInstance)
                .mapToLong(Envelope.Waiting::rseq)
                .findFirst()
                .orElse(0);
    }

    private int inFlight() {
        return (int) waiting.stream().filter(Envelope.InFlight.class::isInstance).count();
    }

    private Optional<Envelope.Waiting> firstQueued(Predicate<Envelope.Waiting> which) {
        return waiting.stream().filter(Envelope.Queued.class::isInstance).filter(which).findFirst();
    }
}
