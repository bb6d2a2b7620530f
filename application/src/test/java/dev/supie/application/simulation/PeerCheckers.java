package dev.supie.application.simulation;

import dev.supie.application.connection.port.PeerNews;
import dev.supie.application.fixture.PeerBench;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.Category;
import dev.supie.domain.peer.Ending;
import dev.supie.domain.peer.Envelope;
import dev.supie.domain.peer.InboxSettings;
import dev.supie.domain.peer.MessageId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The promises of PEER-5 to PEER-10, as code that throws when one is broken.
final class PeerCheckers {

    /// How everything begins that a connection sends after it was taken over.
    static final String GHOSTLY = "ghost.";

    private final PeerBench bench;
    private final InboxSettings settings;

    /// By message and target: accepted, as its sender was told.
    private final Set<Way> promised = new HashSet<>();

    /// By badge what it has processed, in order.
    private final Map<DeviceId, List<PeerNews.Delivery>> processed = new HashMap<>();

    /// By connection what it was sent last, and how much before its backlog ended.
    private final Map<SessionId, Long> lastPlace = new HashMap<>();

    private final Map<SessionId, Integer> deliveries = new HashMap<>();
    private final Map<Place, MessageId> places = new HashMap<>();

    /// Messages that are tasks, and were sent to somebody.
    private final Set<MessageId> tasks = new HashSet<>();

    PeerCheckers(PeerBench bench, InboxSettings settings) {
        this.bench = bench;
        this.settings = settings;
    }

    /// One message to one target.
    private record Way(MessageId id, DeviceId target) {}

    private record Place(DeviceId target, long rseq) {}

    /// What a connection is sent goes one way only, without repeats, and a place is one message's
    /// for ever.
    void sent(PeerBadge badge, SessionId session, PeerNews.Delivery delivery) {
        String text = delivery.message().submission().text();
        check(delivery.to().equals(badge.device()), "for somebody else", delivery);
        check(!text.startsWith(GHOSTLY), "sent after a takeover, but arrived", delivery);
        Long before = lastPlace.put(session, delivery.rseq());
        check(before == null || before < delivery.rseq(), "out of order, or again", delivery);
        check(delivery.attempt() <= Envelope.ATTEMPTS_MAX, "too often", delivery);
        check(delivery.lifetimeLeft().isPositive(), "too old", delivery);
        MessageId id = delivery.message().id();
        MessageId known = places.put(new Place(delivery.to(), delivery.rseq()), id);
        check(known == null || known.equals(id), "another message in its place", delivery);
        deliveries.merge(session, 1, Integer::sum);
        if (delivery.message().structure().category() == Category.TASK) {
            tasks.add(id);
        }
    }

    /// A badge that acknowledges has never processed it before, in whatever place.
    void processed(PeerBadge badge, PeerNews.Delivery delivery) {
        List<PeerNews.Delivery> all =
                processed.computeIfAbsent(badge.device(), _ -> new ArrayList<>());
        if (badge.acknowledges()) {
            String text = delivery.message().submission().text();
            check(
                    all.stream().noneMatch(one -> one.message().submission().text().equals(text)),
                    "processed twice",
                    delivery);
        }
        all.add(delivery);
    }

    void receipted(PeerNews.Receipt receipt) {
        Stream.concat(receipt.receipt().delivered().stream(), receipt.receipt().enqueued().stream())
                .forEach(target -> promised.add(new Way(receipt.id(), target)));
    }

    /// PEER-9: no more than was sent to that connection.
    void backlogEnded(SessionId session, PeerNews.BacklogEnd end) {
        int sent = deliveries.getOrDefault(session, 0);
        check(end.count() <= sent, "miscounted: " + sent + " were sent", end);
    }

    void told(PeerNews.Ended ended) {
        check(
                bench.store.ends().stream()
                        .anyMatch(
                                end ->
                                        end.letter().id().equals(ended.id())
                                                && end.letter().target().equals(ended.to())
                                                && Ending.of(end) == ended.ending()),
                "told of an end that never was",
                ended);
    }

    void told(PeerNews.Lost lost) {
        for (MessageId id : lost.ids()) {
            check(
                    bench.store.ends().stream()
                            .filter(end -> end.letter().id().equals(id))
                            .map(Ending::of)
                            .anyMatch(
                                    end ->
                                            (end == Ending.EXPIRED)
                                                    == (lost.ending() == Ending.EXPIRED)),
                    "told of a loss that never was",
                    lost);
        }
    }

    /// PEER-8.
    void limitsHold(List<PeerBadge> badges) {
        for (PeerBadge badge : badges) {
            List<Envelope.Waiting> waiting = bench.store.shelf(badge.device()).waiting();
            check(waiting.size() <= settings.capacity(), "too much waits for", badge.name());
            Map<DeviceId, Integer> bySender = new HashMap<>();
            waiting.forEach(one -> bySender.merge(one.letter().sender(), 1, Integer::sum));
            check(
                    bySender.values().stream().allMatch(count -> count <= InboxSettings.SENDER_MAX),
                    "too much of one sender waits for",
                    badge.name());
        }
    }

    /// Phase two: every message has exactly one end for each target, and that one is true.
    void everythingEnded(List<PeerBadge> badges) {
        Map<Way, Envelope.Settled> ends = new LinkedHashMap<>();
        for (Envelope.Settled end : bench.store.ends()) {
            Way way = new Way(end.letter().id(), end.letter().target());
            check(ends.put(way, end) == null, "a second end", end);
        }
        for (Way way : promised) {
            check(ends.containsKey(way), "receipted, but without an end", way);
        }
        for (PeerBadge badge : badges) {
            check(bench.store.shelf(badge.device()).waiting().isEmpty(), "waits", badge.name());
            check(bench.store.untold(badge.device()).isEmpty(), "untold", badge.name());
            if (badge.acknowledges()) {
                acknowledgedIsProcessed(badge, ends);
            }
            inOrderOfTheirSenders(badge, badges);
        }
        check(bench.store.nextExpiry(Instant.EPOCH).isEmpty(), "left over", "in the store");
        check(bench.store.handovers(1).isEmpty(), "a task is on no board", "in the store");
        check(bench.boards.written().containsAll(tasks), "a task is on no board", tasks);
    }

    private void acknowledgedIsProcessed(PeerBadge badge, Map<Way, Envelope.Settled> ends) {
        Set<MessageId> known = new HashSet<>();
        processedBy(badge).forEach(one -> known.add(one.message().id()));
        ends.forEach(
                (way, end) -> {
                    if (way.target().equals(badge.device())
                            && end instanceof Envelope.Acknowledged) {
                        check(known.contains(way.id()), "acknowledged, but never seen", end);
                    }
                });
    }

    /// PEER-7: of what a sender has sent once, the earlier came earlier.
    private void inOrderOfTheirSenders(PeerBadge target, List<PeerBadge> senders) {
        if (!target.acknowledges()) {
            return;
        }
        for (PeerBadge sender : senders) {
            int last = 0;
            for (PeerNews.Delivery one : processedBy(target)) {
                String mid = one.message().submission().text();
                if (one.message().sender().equals(sender.device()) && sender.sentOnce(mid)) {
                    int word = Integer.parseInt(mid.substring(mid.lastIndexOf('.') + 1));
                    check(word > last, "overtook word " + last, one);
                    last = word;
                }
            }
        }
    }

    private List<PeerNews.Delivery> processedBy(PeerBadge badge) {
        return processed.getOrDefault(badge.device(), List.of());
    }

    /// How much was done at all; a run in which nothing arrives proves nothing.
    int arrivals() {
        return processed.values().stream().mapToInt(List::size).sum();
    }

    private static void check(boolean holds, String what, Object about) {
        if (!holds) {
            throw new AssertionError(what + ": " + about);
        }
    }
}
