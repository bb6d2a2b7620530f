package dev.supie.application.peer.port;

import dev.supie.domain.peer.PeerMessage;
import dev.supie.domain.peer.PeerReceipt;

/// A message that was accepted, and what its sender was told then.
public record SentMessage(PeerMessage message, PeerReceipt receipt) {}
