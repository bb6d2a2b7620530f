package dev.supie.application.conversation;

import dev.supie.application.conversation.port.MemoryStore;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.runtime.FailureLog;
import dev.supie.domain.kernel.DeviceId;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// The memories that somebody uses right now, one for each badge, however many connections it has.
/// Nobody else costs anything: there are never more than there are talks, wishes to forget, and
/// questions for notes.
final class MemoryService implements Memories {

    private static final System.Logger LOG = System.getLogger(MemoryService.class.getName());

    /// Longer than a store takes that is well.
    private static final Duration FORGETTING_MAX = Duration.ofSeconds(5);

    private final ConcurrentHashMap<DeviceId, DeviceMemory> held = new ConcurrentHashMap<>();
    private final MemoryStore store;
    private final Executor threads;
    private final InstantSource time;
    private final NoteDesk notes;
    private final FailureLog failures;

    MemoryService(MemoryStore store, NoteDesk notes, Executor threads, InstantSource time) {
        this.store = store;
        this.notes = notes;
        this.threads = threads;
        this.time = time;
        this.failures = new FailureLog(LOG, time);
    }

    /// Whoever holds it releases it.
    DeviceMemory hold(DeviceId device) {
        return held.compute(
                device,
                (_, memory) -> {
                    DeviceMemory found = memory == null ? new DeviceMemory(device, this) : memory;
                    found.users++;
                    return found;
                });
    }

    /// Only once nothing of it waits to be stored, so that nobody reads what is older.
    void letGo(DeviceMemory memory) {
        held.computeIfPresent(
                memory.device(), (_, found) -> found == memory && found.users == 0 ? null : found);
    }

    /// Memories that somebody uses, or that are not stored yet.
    int inUse() {
        return held.size();
    }

    /// One user less; the memory itself does this when it is released.
    void release(DeviceMemory memory) {
        held.computeIfPresent(
                memory.device(),
                (_, found) -> {
                    found.users--;
                    return found;
                });
    }

    MemoryStore store() {
        return store;
    }

    NoteDesk notes() {
        return notes;
    }

    Executor threads() {
        return threads;
    }

    InstantSource time() {
        return time;
    }

    FailureLog failures() {
        return failures;
    }

    @Override
    public void forget(DeviceId device) {
        DeviceMemory memory = hold(device);
        try {
            CompletableFuture<Boolean> done = new CompletableFuture<>();
            memory.forget(done::complete);
            if (!done.orTimeout(FORGETTING_MAX.toMillis(), TimeUnit.MILLISECONDS).join()) {
                throw new StoreException("the store could not forget");
            }
        } catch (CompletionException late) {
            throw new StoreException("the store does not answer", late);
        } finally {
            memory.release();
        }
    }
}
