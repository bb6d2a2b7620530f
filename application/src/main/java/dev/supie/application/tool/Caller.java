package dev.supie.application.tool;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import java.util.Optional;

/// Whose permissions a tool is used with.
///
/// @param session the badge's connection, if somebody speaks through it
public record Caller(DeviceId device, Optional<SessionId> session) {}
