package dev.supie.application.conversation;

import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.runtime.Lane;
import dev.supie.domain.conversation.Exchange;
import dev.supie.domain.conversation.Memory;
import dev.supie.domain.kernel.DeviceId;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/// What is remembered of one badge, for everybody who talks with it. Reads and writes take their
/// order from the calls, on threads of their own, so nobody who calls waits for the store (CON-4).
/// Each turn is stored when it is over, so a close has nothing left to do (CON-5).
final class DeviceMemory {

    private final DeviceId device;
    private final MemoryService service;
    private final Lane lane;

    /// Talks that use it; changed by the service alone.
    int users;

    /// As it was read or stored last; in the lane only.
    private @Nullable Memory known;

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
            Memory next = read().with(exchange);
            known = next;
            service.store().save(device, next, service.time().instant());
        } catch (StoreException failure) {
            service.failures().error("a turn of badge " + device + " is not stored", failure);
        }
    }

    private boolean forgotten() {
        try {
            service.store().forget(device);
            known = Memory.NOTHING;
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
