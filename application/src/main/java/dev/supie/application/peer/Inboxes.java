package dev.supie.application.peer;

import dev.supie.application.peer.port.PeerStore;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.Inbox;
import dev.supie.domain.peer.InboxDecider;
import dev.supie.domain.peer.Shelf;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Inboxes as they were when the last effects on them were carried out: of all badges that are
/// connected, and of the [#AWAY_MAX] others that were used last. Touched in rounds only.
final class Inboxes {

    static final int AWAY_MAX = 1000;

    /// Badges that may have an inbox in the store. Then nobody can write to one that was never
    /// written to (PEER-8), or whoever may write to everybody could fill the disk with inboxes of
    /// badges that do not exist.
    static final int INBOXES_MAX = 10_000;

    private final PeerStore store;
    private final Map<DeviceId, Inbox> connected = new LinkedHashMap<>();

    /// The one that was used last comes last.
    private final LinkedHashMap<DeviceId, Inbox> away = new LinkedHashMap<>(16, 0.75f, true);

    /// Of these the store may know more than we.
    private final Set<DeviceId> doubtful = new HashSet<>();

    /// How many are in the store, if that is known.
    private OptionalInt stored = OptionalInt.empty();

    /// These are as the store has them, and nothing has been decided on them since: something in
    /// them may have to be sent.
    private final Set<DeviceId> restored = new HashSet<>();

    Inboxes(PeerStore store) {
        this.store = store;
    }

    /// From memory if that is to be trusted, else from the store.
    Inbox of(DeviceId device) {
        @Nullable Inbox known = trusted(device);
        return known != null ? known : restore(store.shelf(device));
    }

    /// Asks the store together for those that memory does not have, because each question takes a
    /// while.
    void lookUp(Collection<DeviceId> devices) {
        List<DeviceId> unknown =
                devices.stream().distinct().filter(one -> trusted(one) == null).toList();
        if (!unknown.isEmpty()) {
            store.shelves(unknown).forEach(this::restore);
        }
    }

    private @Nullable Inbox trusted(DeviceId device) {
        return doubtful.contains(device) ? null : known(device);
    }

    private @Nullable Inbox known(DeviceId device) {
        Inbox there = connected.get(device);
        return there != null ? there : away.get(device);
    }

    private Inbox restore(Shelf shelf) {
        DeviceId device = shelf.owner();
        @Nullable Inbox known = known(device);
        Inbox inbox = known == null ? new Inbox.Away(shelf) : InboxDecider.restored(shelf, known);
        adopt(device, inbox);
        if (known != null) {
            restored.add(device);
        }
        return inbox;
    }

    /// As memory has it, if the badge is connected; never asks the store.
    Optional<Inbox> ofConnected(DeviceId device) {
        return Optional.ofNullable(connected.get(device));
    }

    void adopt(DeviceId device, Inbox inbox) {
        doubtful.remove(device);
        restored.remove(device);
        switch (inbox) {
            case Inbox.Away _ -> {
                connected.remove(device);
                away.put(device, inbox);
                if (away.size() > AWAY_MAX) {
                    away.pollFirstEntry();
                }
            }
            case Inbox.Expecting _, Inbox.Serving _ -> {
                away.remove(device);
                connected.put(device, inbox);
            }
        }
    }

    /// A write about them has failed, and nobody knows whether it took effect.
    void doubt(Collection<DeviceId> devices) {
        stored = OptionalInt.empty();
        for (DeviceId device : devices) {
            away.remove(device);
            if (connected.containsKey(device)) {
                doubtful.add(device);
            }
        }
    }

    /// Some that were empty and that nobody had seen were taken out of the store. That can be asked
    /// of those in memory only by asking the store.
    void doubtEmpty() {
        away.clear();
        connected.forEach(
                (device, inbox) -> {
                    if (inbox.shelf().waiting().isEmpty() && !inbox.shelf().acknowledges()) {
                        doubtful.add(device);
                    }
                });
    }

    /// How many are stored is asked anew.
    void recount() {
        stored = OptionalInt.empty();
    }

    /// Whether there is room for one more than so many that are not stored yet.
    boolean hasRoom(int more) {
        if (stored.isEmpty()) {
            stored = OptionalInt.of(store.inboxes());
        }
        return stored.getAsInt() + more < INBOXES_MAX;
    }

    /// So many were stored that were not there before.
    void made(int count) {
        if (stored.isPresent()) {
            stored = OptionalInt.of(stored.getAsInt() + count);
        }
    }

    Set<DeviceId> connected() {
        return Set.copyOf(connected.keySet());
    }

    /// All that belong to badges that are connected; those in doubt too.
    Collection<Map.Entry<DeviceId, Inbox>> entries() {
        return List.copyOf(connected.entrySet());
    }

    /// Whether somebody has to look after it, although none of its deadlines has come.
    boolean isUnattended(DeviceId device) {
        return doubtful.contains(device) || restored.contains(device);
    }

    /// Inboxes in memory.
    int size() {
        return connected.size() + away.size();
    }

    /// The connection of a badge that is there; known even if the store is away.
    Optional<SessionId> sessionOf(DeviceId device) {
        return ofConnected(device).flatMap(Inboxes::sessionOf);
    }

    static Optional<SessionId> sessionOf(Inbox inbox) {
        return switch (inbox) {
            case Inbox.Away _ -> Optional.empty();
            case Inbox.Expecting expecting -> Optional.of(expecting.session());
            case Inbox.Serving serving -> Optional.of(serving.session());
        };
    }
}
