package dev.supie.bootstrap.config;

import dev.supie.domain.kernel.DeviceId;

import java.util.List;

/// One static token (AUTH-2); no devices means that it is good for all.
public record TokenConfig(Secret token, String name, List<DeviceId> devices) {

    public TokenConfig {
        devices = List.copyOf(devices);
    }
}
