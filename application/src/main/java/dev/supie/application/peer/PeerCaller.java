package dev.supie.application.peer;

import dev.supie.application.connection.port.Rid;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

/// Who asks for something, and how the answer finds the way back.
public record PeerCaller(DeviceId device, SessionId session, Rid rid) {}
