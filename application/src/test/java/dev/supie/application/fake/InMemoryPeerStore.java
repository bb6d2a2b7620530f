package dev.supie.application.fake;

import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.peer.port.Outcome;
import dev.supie.application.peer.port.PeerStep;
import dev.supie.application.peer.port.PeerStore;
import dev.supie.application.peer.port.SentMessage;
import dev.supie.application.peer.port.WaitingMessages;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.peer.Envelope;
import dev.supie.domain.peer.Letter;
import dev.supie.domain.peer.MessageId;
import dev.supie.domain.peer.PeerMessage;
import dev.supie.domain.peer.Shelf;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Peer messages in memory, for tests: keeps the contract, counts what it is asked to store, and
/// can be told to fail. It outlives a simulated restart.
public final class InMemoryPeerStore implements PeerStore {

    private final Map<MessageId, SentMessage> messages = new LinkedHashMap<>();
    private final Map<DeviceId, Inbox> inboxes =
            new TreeMap<>(Comparator.comparing(DeviceId::value));
    private final List<Outcome> untold = new ArrayList<>();
    private final List<Envelope.Settled> ends = new ArrayList<>();
    private final Set<MessageId> handovers = new TreeSet<>();
    private final String epoch;
    private int failuresBefore;
    private int failuresAfter;
    private int failingReads;
    private boolean broken;
    private int saves;
    private Runnable duringNextSave = () -> {};

    public InMemoryPeerStore() {
        this("epoch-1");
    }

    public InMemoryPeerStore(String epoch) {
        this.epoch = epoch;
    }

    /// What waits for one badge.
    private static final class Inbox {
        private long lastRseq;
        private boolean acknowledges;
        private boolean reached;
        private final TreeMap<Long, Envelope.Queued> waiting = new TreeMap<>();
    }

    /// The next so many saves throw, and nothing is stored.
    public synchronized void failSavesBefore(int count) {
        failuresBefore = count;
    }

    /// The next save throws although it is stored.
    public synchronized void failNextSaveAfter() {
        failuresAfter = 1;
    }

    /// The next so many reads throw.
    public synchronized void failReads(int count) {
        failingReads = count;
    }

    /// A bug: the next save throws what no store must throw, and nothing is stored.
    public synchronized void breakNextSave() {
        broken = true;
    }

    /// What happens elsewhere while the next step is being stored.
    public synchronized void duringNextSave(Runnable happening) {
        duringNextSave = happening;
    }

    /// No failure is planned any more.
    public synchronized void heal() {
        failuresBefore = 0;
        failuresAfter = 0;
        failingReads = 0;
        broken = false;
        duringNextSave = () -> {};
    }

    /// Steps that were asked to be stored.
    public synchronized int saves() {
        return saves;
    }

    /// Every end of an envelope, in order.
    public synchronized List<Envelope.Settled> ends() {
        return List.copyOf(ends);
    }

    /// Badges that acknowledge, as far as anybody knows.
    public synchronized List<DeviceId> habits() {
        return inboxes.entrySet().stream()
                .filter(entry -> entry.getValue().acknowledges)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Messages that are not forgotten.
    public synchronized List<SentMessage> messages() {
        return List.copyOf(messages.values());
    }

    @Override
    public synchronized void save(PeerStep step) {
        saves++;
        Runnable meanwhile = duringNextSave;
        duringNextSave = () -> {};
        meanwhile.run();
        if (broken) {
            broken = false;
            throw new IllegalStateException("broken on purpose");
        }
        if (failuresBefore > 0) {
            failuresBefore--;
            throw new StoreException("planned failure before writing");
        }
        check(step);
        write(step);
        if (failuresAfter > 0) {
            failuresAfter--;
            throw new StoreException("planned failure after writing");
        }
    }

    private void check(PeerStep step) {
        Map<DeviceId, Long> next = new LinkedHashMap<>();
        for (Envelope.Waiting placed : step.placed()) {
            DeviceId target = placed.letter().target();
            long expected = next.getOrDefault(target, inbox(target).lastRseq) + 1;
            if (placed.rseq() != expected) {
                throw new StoreException(
                        "place " + placed.rseq() + " of " + target + " is not " + expected);
            }
            next.put(target, expected);
        }
        for (SentMessage sent : step.sent()) {
            if (messages.containsKey(sent.message().id())) {
                throw new StoreException("a second message " + sent.message().id());
            }
        }
    }

    private void write(PeerStep step) {
        step.sent().forEach(sent -> messages.put(sent.message().id(), inMillis(sent)));
        for (Envelope.Waiting placed : step.placed()) {
            Inbox inbox = inboxes.computeIfAbsent(placed.letter().target(), _ -> new Inbox());
            inbox.lastRseq = placed.rseq();
            inbox.reached |= placed instanceof Envelope.InFlight;
            inbox.waiting.put(placed.rseq(), queued(placed));
        }
        for (Envelope.InFlight attempt : step.attempts()) {
            Inbox inbox = inboxes.get(attempt.letter().target());
            if (inbox != null) {
                inbox.reached = true;
                inbox.waiting.replace(attempt.rseq(), queued(attempt));
            }
        }
        step.ended().forEach(this::end);
        untold.removeAll(step.told());
        for (PeerStep.Habit habit : step.habits()) {
            inboxes.computeIfAbsent(habit.owner(), _ -> new Inbox()).acknowledges =
                    habit.acknowledges();
        }
        handovers.addAll(step.handovers());
    }

    private void end(Envelope.Settled ended) {
        boolean waited = inbox(ended.letter().target()).waiting.remove(ended.rseq()) != null;
        if (waited) {
            ends.add(ended);
        }
        Outcome outcome = PeerStep.outcome(ended);
        if (waited && outcome.isNews()) {
            untold.add(outcome);
            List<Outcome> own = own(outcome.sender());
            if (own.size() > UNTOLD_MAX) {
                untold.remove(own.getFirst());
            }
        }
    }

    private static Envelope.Queued queued(Envelope.Waiting envelope) {
        Letter letter = envelope.letter();
        return new Envelope.Queued(
                new Letter(
                        letter.id(),
                        letter.sender(),
                        letter.target(),
                        inMillis(letter.expiresAt()),
                        letter.reported()),
                envelope.rseq(),
                envelope.attempts());
    }

    private static SentMessage inMillis(SentMessage sent) {
        PeerMessage message = sent.message();
        return new SentMessage(
                new PeerMessage(
                        message.id(),
                        message.sender(),
                        message.submission(),
                        message.structure(),
                        message.degraded(),
                        inMillis(message.acceptedAt()),
                        message.receiptsWanted()),
                sent.receipt());
    }

    private static Instant inMillis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    private Inbox inbox(DeviceId owner) {
        return inboxes.getOrDefault(owner, new Inbox());
    }

    private void read() {
        if (failingReads > 0) {
            failingReads--;
            throw new StoreException("planned failure of a read");
        }
    }

    @Override
    public synchronized List<Shelf> shelves(List<DeviceId> owners) {
        read();
        return owners.stream().map(this::stored).toList();
    }

    private Shelf stored(DeviceId owner) {
        Inbox inbox = inbox(owner);
        return new Shelf(
                owner, inbox.lastRseq, List.copyOf(inbox.waiting.values()), inbox.acknowledges);
    }

    @Override
    public synchronized List<PeerMessage> messages(Collection<MessageId> ids) {
        read();
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(messages.get(id)))
                .map(SentMessage::message)
                .toList();
    }

    @Override
    public synchronized List<SentMessage> sent(Collection<Mark> marks, Instant after) {
        read();
        Map<Mark, SentMessage> newest = new LinkedHashMap<>();
        messages.values().stream()
                .filter(sent -> sent.message().acceptedAt().isAfter(after))
                .filter(sent -> marks.contains(mark(sent)))
                .forEach(sent -> newest.put(mark(sent), sent));
        return List.copyOf(newest.values());
    }

    private static Mark mark(SentMessage sent) {
        return new Mark(sent.message().sender(), sent.message().submission().mid());
    }

    @Override
    public synchronized List<DeviceId> overdue(Instant after, Instant until, int limit) {
        read();
        return inboxes.values().stream()
                .flatMap(inbox -> inbox.waiting.values().stream())
                .map(Envelope.Queued::letter)
                .filter(letter -> letter.expiresAt().isAfter(after))
                .filter(letter -> !letter.expiresAt().isAfter(until))
                .sorted(Comparator.comparing(Letter::expiresAt))
                .map(Letter::target)
                .distinct()
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<Instant> nextExpiry(Instant after) {
        read();
        return inboxes.values().stream()
                .flatMap(inbox -> inbox.waiting.values().stream())
                .map(envelope -> envelope.letter().expiresAt())
                .filter(end -> end.isAfter(after))
                .min(Instant::compareTo);
    }

    @Override
    public synchronized List<Outcome> untold(Collection<DeviceId> senders) {
        read();
        return senders.stream().flatMap(sender -> own(sender).stream()).toList();
    }

    private List<Outcome> own(DeviceId sender) {
        return untold.stream().filter(outcome -> outcome.sender().equals(sender)).toList();
    }

    @Override
    public synchronized List<SentMessage> handovers(int limit) {
        read();
        return handovers.stream().limit(limit).map(messages::get).toList();
    }

    @Override
    public synchronized void handedOver(MessageId id) {
        read();
        handovers.remove(id);
    }

    @Override
    public synchronized List<WaitingMessages> queues(int limit) {
        read();
        return inboxes.entrySet().stream()
                .filter(inbox -> !inbox.getValue().waiting.isEmpty())
                .map(inbox -> waiting(inbox.getKey(), inbox.getValue().waiting.values()))
                .sorted(Comparator.comparingInt(WaitingMessages::messages).reversed())
                .limit(limit)
                .toList();
    }

    private WaitingMessages waiting(DeviceId owner, Collection<Envelope.Queued> envelopes) {
        List<PeerMessage> texts =
                messages(envelopes.stream().map(envelope -> envelope.letter().id()).toList());
        return new WaitingMessages(
                owner,
                envelopes.size(),
                texts.stream().map(PeerMessage::acceptedAt).min(Instant::compareTo).orElseThrow(),
                texts.stream().mapToLong(one -> one.submission().text().length()).sum());
    }

    @Override
    public synchronized long waiting() {
        read();
        return inboxes.values().stream().mapToLong(inbox -> inbox.waiting.size()).sum();
    }

    @Override
    public synchronized int forget(Instant acceptedBefore, int limit) {
        read();
        List<MessageId> old =
                messages.values().stream()
                        .filter(sent -> sent.message().acceptedAt().isBefore(acceptedBefore))
                        .map(sent -> sent.message().id())
                        .filter(id -> !isWaiting(id) && !handovers.contains(id))
                        .limit(limit)
                        .toList();
        old.forEach(messages::remove);
        return old.size();
    }

    private boolean isWaiting(MessageId id) {
        return inboxes.values().stream()
                .flatMap(inbox -> inbox.waiting.values().stream())
                .anyMatch(envelope -> envelope.letter().id().equals(id));
    }

    @Override
    public synchronized int inboxes() {
        read();
        return inboxes.size();
    }

    @Override
    public synchronized int forgetInboxes(int limit) {
        read();
        List<DeviceId> unseen =
                inboxes.entrySet().stream()
                        .filter(entry -> isUnseen(entry.getValue()))
                        .map(Map.Entry::getKey)
                        .limit(limit)
                        .toList();
        unseen.forEach(inboxes::remove);
        return unseen.size();
    }

    private static boolean isUnseen(Inbox inbox) {
        return inbox.waiting.isEmpty() && !inbox.reached && !inbox.acknowledges;
    }

    @Override
    public String epoch() {
        return epoch;
    }
}
