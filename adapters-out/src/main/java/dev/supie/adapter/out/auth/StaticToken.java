package dev.supie.adapter.out.auth;

import dev.supie.domain.kernel.DeviceId;

import java.util.Set;

/// A configured token (`server.auth.tokens`). Only its digest is kept.
public final class StaticToken {

    private final Digest digest;
    private final String name;
    private final Set<DeviceId> devices;

    /// @param name for the log
    /// @param devices which it is good for; empty means all
    public StaticToken(String token, String name, Set<DeviceId> devices) {
        this.digest = Digest.of(token);
        this.name = name;
        this.devices = Set.copyOf(devices);
    }

    boolean matches(Digest presented) {
        return digest.equals(presented);
    }

    boolean isGoodFor(DeviceId device) {
        return devices.isEmpty() || devices.contains(device);
    }

    String name() {
        return name;
    }

    @Override
    public String toString() {
        return "StaticToken[" + name + "]";
    }
}
