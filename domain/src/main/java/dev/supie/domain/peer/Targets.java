package dev.supie.domain.peer;

import dev.supie.domain.kernel.DeviceId;

import java.util.LinkedHashSet;
import java.util.List;

/// Whom a message is for (PEER-1).
public sealed interface Targets {

    /// Badges by name, each once, in the order in which they were named.
    record Named(List<DeviceId> devices) implements Targets {
        public Named {
            devices = List.copyOf(new LinkedHashSet<>(devices));
            if (devices.isEmpty()) {
                throw new IllegalArgumentException("for nobody");
            }
        }
    }

    /// Everybody who is online when it is sent, but for the sender.
    record Everybody() implements Targets {}

    /// What everybody is called in a request.
    String BROADCAST = "broadcast";
}
