package dev.supie.application.fake;

import dev.supie.application.conversation.port.MemoryStore;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.conversation.Memory;
import dev.supie.domain.kernel.DeviceId;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers as long as the test runs, and fails while it is told to.
public final class InMemoryMemoryStore implements MemoryStore {

    private final Map<DeviceId, Memory> memories = new ConcurrentHashMap<>();
    private volatile boolean away;

    /// From now on nothing works, or everything again.
    public void away(boolean now) {
        away = now;
    }

    @Override
    public Memory load(DeviceId device) {
        check();
        return memories.getOrDefault(device, Memory.NOTHING);
    }

    @Override
    public void save(DeviceId device, Memory memory, Instant at) {
        check();
        memories.put(device, memory);
    }

    @Override
    public void forget(DeviceId device) {
        check();
        memories.remove(device);
    }

    private void check() {
        if (away) {
            throw new StoreException("away on purpose");
        }
    }
}
