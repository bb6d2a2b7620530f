package dev.supie.application.access.port;

import dev.supie.domain.kernel.DeviceId;

import java.util.Optional;

/// What a handshake claims: to be this badge, on the strength of this credential or of none.
public record Claim(DeviceId device, Optional<Credential> credential) {}
