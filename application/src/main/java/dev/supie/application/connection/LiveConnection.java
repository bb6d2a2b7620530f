package dev.supie.application.connection;

import dev.supie.application.conversation.Talk;
import dev.supie.application.runtime.Lane;
import dev.supie.application.runtime.Wakeup;
import dev.supie.application.speech.Ear;
import dev.supie.domain.connection.Connection;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.listening.ListenMode;
import dev.supie.domain.meeting.MeetingId;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// A connection that memory knows of. Its state is changed in its lane only; that it was replaced
/// or has ended is known to everybody at once.
final class LiveConnection {

    private final Connection.Identity identity;
    private final long arrival;
    private final String address;
    private final Instant openedAt;
    private final Lane lane;
    private final Wakeup wakeup;
    private final Set<MeetingId> finalizing = new HashSet<>(2);
    private final Own<Ear> ownEar = new Own<>();
    private final Own<Talk> ownTalk = new Own<>();
    private volatile Connection state;
    private Connection lastAlive;
    private volatile boolean replaced;
    private volatile boolean welcomed;
    private volatile boolean subscribed;
    private volatile boolean ended;
    private volatile ListenMode listening = ListenMode.AUTO;

    /// The mode its ear has not heard of yet; empty if it knows.
    private Optional<Mode> newMode = Optional.empty();

    /// @param arrival counts the connections in the order in which they were admitted
    LiveConnection(Connection.Open opened, long arrival, String address, Lane lane, Wakeup wakeup) {
        this.identity = opened.identity();
        this.arrival = arrival;
        this.address = address;
        this.openedAt = opened.clock().frameAt();
        this.lane = lane;
        this.wakeup = wakeup;
        this.state = opened;
        this.lastAlive = opened;
    }

    Connection.Identity identity() {
        return identity;
    }

    /// Greater than that of every connection that was admitted before it.
    long arrival() {
        return arrival;
    }

    /// Where it came from, for the log and for administrators.
    String address() {
        return address;
    }

    /// What an administrator sees of it; nothing once it is being closed.
    Optional<PresentBadge> present() {
        return state instanceof Connection.Open open
                ? Optional.of(
                        new PresentBadge(
                                identity.device(),
                                identity.session(),
                                address,
                                open.mode(),
                                openedAt,
                                open.clock().frameAt()))
                : Optional.empty();
    }

    Lane lane() {
        return lane;
    }

    Wakeup wakeup() {
        return wakeup;
    }

    Connection state() {
        return state;
    }

    /// From now on a newer connection writes for the badge (DUP-2), although what this one had sent
    /// before may still wait in its lane.
    void fence() {
        replaced = true;
    }

    boolean isFenced() {
        return replaced;
    }

    /// The welcome and what follows it are on their way, so that pushes come after them (CON-1).
    void welcomed() {
        welcomed = true;
    }

    boolean isWelcomed() {
        return welcomed;
    }

    /// The badge wants statistics (SRV-1); false if it has asked before.
    boolean subscribe() {
        boolean first = !subscribed;
        subscribed = true;
        return first;
    }

    boolean isSubscribed() {
        return subscribed;
    }

    /// Its socket is gone, although what it had sent before may still wait in its lane.
    void ended() {
        ended = true;
    }

    boolean hasEnded() {
        return ended;
    }

    /// When its last frame came, as far as its lane knows; [Instant#MIN] once it is being closed.
    Instant seenAt() {
        return state instanceof Connection.Open open ? open.clock().frameAt() : Instant.MIN;
    }

    /// What it was before it was closed, if it has been; in the lane only.
    Connection lastAlive() {
        return lastAlive;
    }

    Own<Ear> ownEar() {
        return ownEar;
    }

    Own<Talk> ownTalk() {
        return ownTalk;
    }

    /// How the badge listens, as it said last.
    void listens(ListenMode mode) {
        listening = mode;
    }

    /// Whether it listens while it is spoken to, so that voice means an interruption (T21).
    boolean hearsWhileSpokenTo() {
        return listening == ListenMode.REALTIME;
    }

    /// The mode if it has changed since the last call; in the lane only.
    Optional<Mode> takeNewMode() {
        Optional<Mode> taken = newMode;
        newMode = Optional.empty();
        return taken;
    }

    /// Meetings whose minutes are being written, and for which idle must not fire (CON-3).
    Set<MeetingId> finalizing() {
        return finalizing;
    }

    void became(Connection next) {
        if (state instanceof Connection.Open before
                && next instanceof Connection.Open after
                && before.mode() != after.mode()) {
            newMode = Optional.of(after.mode());
            // What is being answered belongs to the mode before.
            ownTalk.find().ifPresent(Talk::hush);
        }
        if (!(next instanceof Connection.Closed)) {
            lastAlive = next;
        }
        state = next;
    }
}
