package dev.supie.application.conversation;

import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.runtime.Lane;
import dev.supie.domain.conversation.Exchange;
import dev.supie.domain.conversation.Memory;
import dev.supie.domain.kernel.DeviceId;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/// What is remembered of one badge, for everybody who talks with it. Reads and writes take their
/// order from the calls, on threads of their own, so nobody who calls waits for the store (CON-4).
/// Each turn is stored when it is over, so a close has nothing left to do (CON-5).
///
/// A turn that is no longer remembered word by word leaves its question as a note at once. Then a
/// model is asked for a better one, about one note at a time, and nobody waits for it.
final class DeviceMemory {

    private final DeviceId device;
    private final MemoryService service;
    private final Lane lane;

    /// Talks that use it; changed by the service alone.
    int users;

    /// As it was read or stored last; in the lane only.
    private @Nullable Memory known;

    /// What a model is being asked about; in the lane only.
    private @Nullable AwaitedNote awaited;

    DeviceMemory(DeviceId device, MemoryService service) {
        this.device = device;
        this.service = service;
        this.lane = new Lane(service.threads());
    }

    DeviceId device() {
        return device;
    }

    /// Tells what is remembered, on some other thread; nothing if the store cannot be read.
    void recall(Consumer<Memory> told) {
        soon(() -> told.accept(readable()));
    }

    void add(Exchange exchange) {
        soon(() -> keep(exchange));
    }

    /// @param done is told, on some other thread, whether the store has forgotten
    void forget(Consumer<Boolean> done) {
        soon(() -> done.accept(forgotten()));
    }

    /// Whoever held it needs it no more.
    void release() {
        service.release(this);
        soon(() -> service.letGo(this));
    }

    private Memory readable() {
        try {
            return read();
        } catch (StoreException failure) {
            service.failures().error("the memory of badge " + device + " is not read", failure);
            return Memory.NOTHING;
        }
    }

    private Memory read() {
        Memory read = known;
        if (read == null) {
            read = service.store().load(device);
            known = read;
        }
        return read;
    }

    private void keep(Exchange exchange) {
        try {
            Memory before = read();
            before.leaving().ifPresent(_ -> count());
            store(before.with(exchange));
            before.leaving().ifPresent(this::askForBetter);
        } catch (StoreException failure) {
            service.failures().error("a turn of badge " + device + " is not stored", failure);
        }
    }

    private void store(Memory next) {
        known = next;
        service.store().save(device, next, service.time().instant());
    }

    private void count() {
        if (awaited != null) {
            awaited.oneMore();
        }
    }

    /// Whoever is asked uses this memory until the answer has come: a second one of the same badge
    /// would write over it.
    private void askForBetter(Exchange turn) {
        if (awaited != null) {
            return;
        }
        AwaitedNote note = new AwaitedNote();
        service.hold(device);
        if (service.notes().ask(turn, better -> answered(note, better))) {
            awaited = note;
        } else {
            release();
        }
    }

    private void answered(AwaitedNote note, Optional<String> better) {
        soon(() -> improve(note, better));
        release();
    }

    private void improve(AwaitedNote note, Optional<String> better) {
        awaited = null;
        try {
            Memory before = read();
            Memory next = better.map(text -> note.better(before, text)).orElse(before);
            if (!next.equals(before)) {
                store(next);
            }
        } catch (StoreException failure) {
            service.failures().error("a note of badge " + device + " is not stored", failure);
        }
    }

    private boolean forgotten() {
        try {
            service.store().forget(device);
            known = Memory.NOTHING;
            if (awaited != null) {
                awaited.forget();
            }
            return true;
        } catch (StoreException failure) {
            service.failures().error("the memory of badge " + device + " is kept", failure);
            return false;
        }
    }

    /// If the process is ending, nobody needs it any more.
    private void soon(Runnable task) {
        try {
            lane.urgent(task);
        } catch (RejectedExecutionException _) {
            System.getLogger(DeviceMemory.class.getName())
                    .log(System.Logger.Level.DEBUG, "a step of memory was not done at the end");
        }
    }
}
