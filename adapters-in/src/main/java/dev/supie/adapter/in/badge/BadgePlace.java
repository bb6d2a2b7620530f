package dev.supie.adapter.in.badge;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

/// A place that was given to a badge in its handshake.
///
/// @param address where the badge connects from, for the log
/// @param framing what its binary messages look like until its hello says otherwise
record BadgePlace(DeviceId device, SessionId session, String address, BinaryFraming framing) {}
