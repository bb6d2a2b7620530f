package dev.supie.application.speech;

import dev.supie.application.speech.port.UplinkFormat;
import dev.supie.domain.listening.PickupCommand;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.concurrent.locks.ReentrantLock;

/// What came from one badge and was not handled yet, in order. Safe for use by many threads.
///
/// At most [#PACKETS_MAX] packets and [#BYTES_MAX] bytes of them wait; for one more the oldest ones
/// are dropped, and in their place stands how many there were. At most [#ORDERS_MAX] other things
/// wait; one more is refused.
final class Inbox {

    /// Almost eight seconds of the usual packets.
    static final int PACKETS_MAX = 128;

    /// The usual packets have some 180 bytes, so only a hostile badge ever meets this.
    static final int BYTES_MAX = 256 * 1024;

    static final int ORDERS_MAX = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Item> items = new ArrayDeque<>(4);
    private int packets;
    private int bytes;
    private int orders;
    private long dropped;

    /// Something that came.
    sealed interface Item {}

    /// A packet, which knows how many are missing just before it.
    static final class Packet implements Item {

        private final byte[] bytes;
        private int lostBefore;

        private Packet(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }

        int lostBefore() {
            return lostBefore;
        }
    }

    /// What the badge says about its listening.
    record Order(PickupCommand command) implements Item {}

    /// Packets are made like this from here on.
    record Format(UplinkFormat format) implements Item {}

    /// Nothing behind it is handled before it is open.
    record Barrier(EarGate gate) implements Item {}

    /// Says how many were dropped for it.
    int addPacket(byte[] packet) {
        lock.lock();
        try {
            long before = dropped;
            items.addLast(new Packet(packet));
            packets++;
            bytes += packet.length;
            while (packets > PACKETS_MAX || (bytes > BYTES_MAX && packets > 1)) {
                dropOldest();
            }
            return Math.toIntExact(dropped - before);
        } finally {
            lock.unlock();
        }
    }

    /// The next packet knows how many are missing before it, however many orders stand between.
    private void dropOldest() {
        Packet oldest = null;
        Iterator<Item> all = items.iterator();
        while (all.hasNext()) {
            if (!(all.next() instanceof Packet packet)) {
                continue;
            }
            if (oldest != null) {
                packet.lostBefore += oldest.lostBefore + 1;
                return;
            }
            oldest = packet;
            all.remove();
            packets--;
            bytes -= packet.bytes.length;
            dropped++;
        }
    }

    /// False if too many wait.
    boolean addOrder(Item order) {
        lock.lock();
        try {
            if (orders >= ORDERS_MAX) {
                return false;
            }
            orders++;
            items.addLast(order);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// The next item; none if there is none, or if it waits for a gate.
    @Nullable Item poll() {
        lock.lock();
        try {
            Item next = items.peekFirst();
            if (next == null || (next instanceof Barrier barrier && !barrier.gate().isOpen())) {
                return null;
            }
            items.removeFirst();
            if (next instanceof Packet packet) {
                packets--;
                bytes -= packet.bytes().length;
            } else {
                orders--;
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    /// Packets that were dropped since the beginning.
    long dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    void clear() {
        lock.lock();
        try {
            items.clear();
            packets = 0;
            bytes = 0;
            orders = 0;
        } finally {
            lock.unlock();
        }
    }
}
