package dev.supie.application.simulation;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.PeerNews;
import dev.supie.application.fixture.PeerBench;
import dev.supie.application.peer.PeerFeatures;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.Category;
import dev.supie.domain.peer.Lifetime;
import dev.supie.domain.peer.Manners;
import dev.supie.domain.peer.PeerRequest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A badge and its wearer, with some memory of its own that survives everything: what it sent and
/// was not answered, which it sends again with the same mark, and up to which place it has
/// processed what it got (PEER-5).
final class PeerBadge {

    private final String name;
    private final boolean acknowledges;
    private final int window;
    private final boolean receipts;

    /// What was sent and not answered yet, by its mark.
    private final Map<String, PeerRequest> unanswered = new LinkedHashMap<>();

    private final List<PeerRequest> sending = new ArrayList<>();
    private Optional<SessionId> session = Optional.empty();
    private boolean greeted;
    private long processed;
    private long acknowledged;
    private int words;

    /// How often each message left the badge.
    private final Map<String, Integer> departures = new LinkedHashMap<>();

    PeerBadge(String name, RandomGenerator random) {
        this.name = name;
        this.acknowledges = random.nextInt(4) > 0;
        this.window = 1 + random.nextInt(20);
        this.receipts = random.nextBoolean();
    }

    String name() {
        return name;
    }

    DeviceId device() {
        return new DeviceId(name);
    }

    boolean acknowledges() {
        return acknowledges;
    }

    boolean wantsReceipts() {
        return receipts;
    }

    int window() {
        return window;
    }

    Optional<SessionId> session() {
        return session;
    }

    void connect(PeerBench bench) {
        connectedAs(bench.opening(name));
    }

    void connectedAs(SessionId fresh) {
        session = Optional.of(fresh);
        greeted = false;
        acknowledged = 0;
    }

    /// What is not answered by now may or may not have arrived, and is sent again.
    void lostConnection() {
        session = Optional.empty();
        sending.clear();
    }

    /// Whether the server has heard what it can do.
    boolean isKnown(PeerBench bench) {
        return bench.store.habits().contains(device()) || !acknowledges;
    }

    void greet(PeerBench bench) {
        if (session.isPresent() && !greeted) {
            greeted = true;
            Manners manners = new Manners(acknowledges, window);
            bench.peers().greeted(device(), session.get(), new PeerFeatures(manners, receipts));
            insist();
        }
    }

    /// Means to send something new to one or more of these.
    void say(List<PeerBadge> all, RandomGenerator random) {
        words++;
        String mid = name + "." + words;
        List<String> targets = new ArrayList<>();
        if (random.nextInt(10) == 0) {
            targets.add("broadcast");
        } else {
            for (int count = 1 + random.nextInt(3); count > 0; count--) {
                targets.add(all.get(random.nextInt(all.size())).name());
            }
        }
        Lifetime lifetime =
                random.nextInt(4) == 0
                        ? new Lifetime.Millis(1_000 + random.nextInt(60_000))
                        : new Lifetime.Usual();
        String category = words % 3 == 0 ? Category.TASK.word() : "";
        PeerRequest request = new PeerRequest(mid, targets, category, lifetime, mid, "", "");
        unanswered.put(mid, request);
        sending.add(request);
    }

    /// One message arrives at the server, perhaps twice.
    void deliverOne(PeerBench bench, boolean doubled) {
        if (session.isEmpty() || !greeted || sending.isEmpty()) {
            return;
        }
        PeerRequest next = sending.removeFirst();
        departures.merge(next.mid(), doubled ? 2 : 1, Integer::sum);
        bench.sending(name, session.get(), next);
        if (doubled) {
            bench.sending(name, session.get(), next);
        }
    }

    /// Takes a message in, unless it has it already; false then.
    boolean process(PeerNews.Delivery delivery) {
        if (acknowledges && delivery.rseq() <= processed) {
            return false;
        }
        processed = Math.max(processed, delivery.rseq());
        return true;
    }

    void acknowledge(PeerBench bench) {
        if (acknowledges && session.isPresent() && processed > acknowledged) {
            bench.peers().acknowledged(device(), session.get(), processed);
            acknowledged = processed;
        }
    }

    /// Its own message was answered for good.
    ///
    /// @param mid marks the answer
    void answered(String mid) {
        unanswered.remove(mid);
        sending.removeIf(request -> request.mid().equals(mid));
    }

    /// What may work later is sent again; the rest is not.
    void heard(BadgeMessage.FeatureError error) {
        switch (error.code()) {
            case INTERNAL_ERROR, BUSY, UNAUTHORIZED -> {}
            case TARGET_OFFLINE -> answered(error.rid().value());
            default -> throw new AssertionError("a message of " + name + " got " + error);
        }
    }

    /// Whether the message left the badge exactly once.
    boolean sentOnce(String mid) {
        return departures.getOrDefault(mid, 0) == 1;
    }

    boolean hasUnanswered() {
        return !unanswered.isEmpty();
    }

    /// Sends again what was not answered, on the connection that it has.
    void insist() {
        sending.clear();
        sending.addAll(unanswered.values());
    }
}
