package dev.supie.application.peer.port;

import dev.supie.domain.kernel.DeviceId;

import java.time.Instant;

/// How much waits for one badge.
///
/// @param messages at least one, those in flight included
/// @param oldest when the first of them was accepted
/// @param bytes that they take in the store, about
public record WaitingMessages(DeviceId device, int messages, Instant oldest, long bytes) {}
