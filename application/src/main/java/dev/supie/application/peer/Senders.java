package dev.supie.application.peer;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.PeerRate;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What is known of senders between their messages: how much they may still send (PEER-3), what
/// they have under way, and whether they want receipts. Touched in rounds only.
///
/// At most [#SENDERS_MAX] are remembered; then the one is forgotten that has not sent for longest
/// and has nothing under way, which matters only if more than that send within a minute.
final class Senders {

    static final int SENDERS_MAX = 10_000;

    /// Messages of one sender that wait to be understood, which takes 3 s at most.
    static final int LINE_MAX = 32;

    /// The one that was used last comes last.
    private final LinkedHashMap<DeviceId, Sender> senders = new LinkedHashMap<>(16, 0.75f, true);

    /// One badge as a sender.
    static final class Sender {
        private final ArrayDeque<Pending> line = new ArrayDeque<>(2);
        private PeerRate rate = PeerRate.UNUSED;
        private boolean wantsReceipts;
        private @Nullable SessionId newest;

        PeerRate rate() {
            return rate;
        }

        void used(PeerRate next) {
            rate = next;
        }

        boolean wantsReceipts() {
            return wantsReceipts;
        }

        void wantsReceipts(boolean wanted) {
            wantsReceipts = wanted;
        }

        /// It has connected anew, and has not said what it wants.
        void arrived(SessionId session) {
            newest = session;
            wantsReceipts = false;
        }

        /// Whether this is its newest connection, which may have ended.
        boolean isNewest(SessionId session) {
            return session.equals(newest);
        }

        boolean isLineFull() {
            return line.size() >= LINE_MAX;
        }

        void lineUp(Pending message) {
            line.addLast(message);
        }

        /// Whether a message with the same mark is under way (PEER-7).
        boolean hasTwin(Pending message) {
            return message.submission().mid().given()
                    && line.stream()
                            .anyMatch(
                                    other ->
                                            other.submission()
                                                    .mid()
                                                    .equals(message.submission().mid()));
        }

        /// The first message if it has been understood: a sender's messages keep their order.
        Optional<Pending> takeReady() {
            @Nullable Pending first = line.peekFirst();
            if (first == null || !first.isReady()) {
                return Optional.empty();
            }
            line.removeFirst();
            return Optional.of(first);
        }
    }

    Sender of(DeviceId device) {
        Sender known = senders.computeIfAbsent(device, _ -> new Sender());
        if (senders.size() > SENDERS_MAX) {
            forgetOne(device);
        }
        return known;
    }

    private void forgetOne(DeviceId butNot) {
        Iterator<Map.Entry<DeviceId, Sender>> oldestFirst = senders.entrySet().iterator();
        while (oldestFirst.hasNext()) {
            Map.Entry<DeviceId, Sender> oldest = oldestFirst.next();
            if (oldest.getValue().line.isEmpty() && !oldest.getKey().equals(butNot)) {
                oldestFirst.remove();
                return;
            }
        }
    }

    int size() {
        return senders.size();
    }
}
