package dev.supie.application.meeting;

import dev.supie.application.connection.port.Rid;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

/// Who asks, and where the answer goes.
public record Requester(DeviceId device, SessionId session, Rid rid) {}
