package dev.supie.application.peer;

import dev.supie.domain.peer.Manners;

/// What a badge says in its hello about peer messages (PEER-6, PEER-7).
///
/// @param receipts whether it wants to hear how its own messages end
public record PeerFeatures(Manners manners, boolean receipts) {}
