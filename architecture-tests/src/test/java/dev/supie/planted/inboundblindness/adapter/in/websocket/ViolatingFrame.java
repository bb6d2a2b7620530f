package dev.supie.planted.inboundblindness.adapter.in.websocket;

import dev.supie.planted.inboundblindness.adapter.in.badge.Innocent;

/// The allowed direction, reversed.
interface ViolatingFrame {

    Innocent badge();
}
