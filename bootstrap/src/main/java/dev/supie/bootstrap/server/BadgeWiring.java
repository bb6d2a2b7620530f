package dev.supie.bootstrap.server;

import dev.supie.adapter.in.badge.BadgeEndpoint;
import dev.supie.adapter.in.badge.BadgeGate;
import dev.supie.adapter.in.badge.BadgeLinks;
import dev.supie.adapter.in.badge.BadgePaths;
import dev.supie.adapter.in.websocket.WebSocketLimits;
import dev.supie.adapter.in.websocket.WebSocketUpgrade;
import dev.supie.application.connection.Connections;
import dev.supie.application.runtime.SystemAlarms;
import dev.supie.application.tracing.port.Tracing;

import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// The door for badges.
///
/// @param paths where it is (NET-3)
record BadgeWiring(
        List<String> paths,
        BadgeGate gate,
        Connections connections,
        BadgeLinks links,
        InstantSource time,
        Tracing tracing) {

    WebSocketUpgrade upgrade(SystemAlarms alarms) {
        return new WebSocketUpgrade(
                endpoint(),
                WebSocketLimits.standard().holding(Capacity.ofThisProcess().heldBytes()),
                time,
                alarms);
    }

    private BadgeEndpoint endpoint() {
        return new BadgeEndpoint(
                BadgePaths.of(paths),
                gate,
                connections,
                links,
                time,
                BadgeWiring::eightHexDigits,
                tracing);
    }

    private static String eightHexDigits() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }
}
