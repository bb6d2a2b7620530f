package dev.supie.application.server;

import dev.supie.application.connection.port.Rid;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.server.ServerCommand;

/// A command to the server that came through a badge (SRV-2). What was presented with it is not
/// here, so that nobody shows it.
///
/// @param address where the badge's connection came from
public record ServerOrder(
        DeviceId device, SessionId session, String address, ServerCommand command, Rid rid) {}
