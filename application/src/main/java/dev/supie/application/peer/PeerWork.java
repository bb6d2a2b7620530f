package dev.supie.application.peer;

import dev.supie.application.peer.port.Outcome;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.InboxCommand;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/// What waits for the next round.
sealed interface PeerWork {

    /// A badge wants to send something. Not done again when a round has failed: its sender is told,
    /// and may send it again.
    ///
    /// @param at when it came
    record Submit(PeerCaller from, Reading reading, Instant at) implements PeerWork {}

    /// Somebody has understood a message of this badge, or has taken too long for it.
    record Understood(DeviceId sender) implements PeerWork {}

    record OnInbox(DeviceId device, InboxCommand command) implements PeerWork {}

    /// A connection has acknowledged up to some place.
    ///
    /// @param upTo may still grow until this is its turn ([Acknowledgements])
    record Acknowledged(DeviceId device, SessionId session, AtomicLong upTo) implements PeerWork {}

    record Greeted(DeviceId device, SessionId session, PeerFeatures features) implements PeerWork {}

    /// Something follows what waits for the badge (CON-1). Not done again either: a store that is
    /// away keeps nobody waiting.
    record Await(DeviceId device, SessionId session, Runnable action) implements PeerWork {}

    /// Outcomes have been written to the badge that they are for.
    record Told(List<Outcome> outcomes) implements PeerWork {}

    /// An administrator clears an inbox. Not done again: he is told that it failed.
    ///
    /// @param dropped gets how many messages were dropped, once that is stored
    record Purge(DeviceId device, CompletableFuture<Integer> dropped) implements PeerWork {}

    /// It may be time for something.
    record Tick() implements PeerWork {}

    /// Somebody wants to know when everything before this is done.
    record Mark(CompletableFuture<Void> reached) implements PeerWork {}
}
