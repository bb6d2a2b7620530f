package dev.supie.application.peer;

import dev.supie.application.peer.port.WaitingMessages;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.MessageId;
import dev.supie.domain.peer.PeerRequest;
import dev.supie.domain.peer.Permission;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Messages from badge to badge (PEER-1 to PEER-9).
///
/// Safe for use by many threads; no call but [#queues] waits for anything. Calls about one badge
/// take effect in the order in which they return. What a connection says that is not its badge's
/// newest has no effect (DUP-2).
public interface Peers {

    /// A connection is its badge's route from now on; to be called in that very moment, because
    /// whatever an older one says later does not count any more.
    void arrived(DeviceId device, SessionId session);

    /// Something may follow what waits for the badge (CON-1): does it once, on any thread, as soon
    /// as the connection has been sent that, or as much as it takes at a time; or if nothing waits,
    /// another connection has come, or the store is away. A badge that says nothing is waited for
    /// no longer than [dev.supie.domain.peer.InboxDecider#GREETING_MAX].
    void whenServed(DeviceId device, SessionId session, Runnable action);

    /// It has said what it can do (CON-2). Now it is sent what waits for it (PEER-9); without this
    /// it is after [dev.supie.domain.peer.InboxDecider#GREETING_MAX].
    void greeted(DeviceId device, SessionId session, PeerFeatures features);

    /// The connection has ended. Repeating it is harmless.
    void left(DeviceId device, SessionId session);

    /// Takes a message in, and answers the caller through its connection: with a receipt once the
    /// message is stored, or with why not. False if too much is waiting: nothing was done, answer
    /// `BUSY`.
    boolean send(PeerCaller from, PeerRequest request);

    /// The badge has every message up to this place (PEER-7). Taken however much is waiting.
    void acknowledged(DeviceId device, SessionId session, long upTo);

    /// The badge has this message (PEER-7). Lost if too much is waiting; the next one that says up
    /// to where makes up for it.
    void acknowledged(DeviceId device, SessionId session, MessageId id);

    /// Which rule lets one badge send to another, or why none does (PEER-2).
    Permission explain(DeviceId sender, DeviceId target);

    /// The name of the inboxes, for the hello (PEER-5); empty if there are none. Never waits.
    String inboxEpoch();

    /// What waits, for an administrator: the fullest inboxes first, at most `limit`. Waits for the
    /// store, and may throw [dev.supie.application.meeting.port.StoreException].
    List<WaitingMessages> queues(int limit);

    /// Drops everything that waits for a badge, also what is in flight; senders are told as of any
    /// message that is dropped (PEER-8).
    ///
    /// @return how many messages it were, once that is stored; fails with
    ///   [dev.supie.application.meeting.port.StoreException] if nobody knows
    CompletableFuture<Integer> purge(DeviceId device);

    /// Goes on with what the store holds, once after a start.
    void recover();

    /// @return completed once everything is stored that was asked for before
    CompletableFuture<Void> drain();
}
