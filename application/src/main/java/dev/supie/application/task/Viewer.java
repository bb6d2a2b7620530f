package dev.supie.application.task;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

/// A badge on one of its connections, as somebody who sees a board.
record Viewer(DeviceId device, SessionId session) {}
