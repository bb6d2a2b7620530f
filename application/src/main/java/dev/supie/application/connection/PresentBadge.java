package dev.supie.application.connection;

import dev.supie.domain.connection.Mode;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import java.time.Instant;

/// A badge that is connected, as of some moment.
///
/// @param address where it came from
/// @param since when its connection was opened
/// @param heardAt when its last frame came, as far as is known yet
public record PresentBadge(
        DeviceId device,
        SessionId session,
        String address,
        Mode mode,
        Instant since,
        Instant heardAt) {}
