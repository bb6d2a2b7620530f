package dev.supie.application.peer.port;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.peer.MessageId;
import dev.supie.domain.peer.Mid;
import dev.supie.domain.peer.PeerMessage;
import dev.supie.domain.peer.Shelf;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Where peer messages live. Whatever a call has returned for survives a kill of the process
/// (CON-6, PEER-7).
///
/// Everything comes back as it was given, except that times are kept to the millisecond, rounded
/// down. There is one writer: whoever decides about inboxes is alone with this store, and so the
/// places that it gives need no lock here; a place that is not the next one is a bug and is
/// refused.
///
/// Safe for use by many threads. Every method may throw
/// [dev.supie.application.meeting.port.StoreException]; after that the outcome of a write is
/// unknown.
public interface PeerStore {

    /// For each sender so many outcomes are kept for telling; then the oldest is forgotten.
    int UNTOLD_MAX = 200;

    /// The mark that a sender has given a message of its own.
    record Mark(DeviceId sender, Mid mid) {}

    /// Stores a step: all of it or nothing, synced before it returns.
    ///
    /// A place that is given must be the next one of its inbox, which is created with place 1. Of
    /// what is not waiting no attempt and no end is noted, and of what was told before nothing.
    void save(PeerStep step);

    /// What waits for each of these badges, all of it queued, in order; an empty shelf of one that
    /// nobody ever wrote to. Answers in the order of the question.
    List<Shelf> shelves(List<DeviceId> owners);

    /// What waits for one badge.
    default Shelf shelf(DeviceId owner) {
        return shelves(List.of(owner)).getFirst();
    }

    /// Messages by their ids; those that are not there are left out.
    List<PeerMessage> messages(Collection<MessageId> ids);

    /// What senders have sent under these marks (PEER-7), if that was accepted after this moment;
    /// of a mark that was used again the newest, of one that is not known nothing.
    List<SentMessage> sent(Collection<Mark> marks, Instant after);

    /// What one sender has sent under a mark.
    default Optional<SentMessage> sent(DeviceId sender, Mid mid, Instant after) {
        return sent(List.of(new Mark(sender, mid)), after).stream().findFirst();
    }

    /// Badges for which something waits whose time ends later than `after` and not later than
    /// `until`, at most `limit`, whose time ends first first.
    List<DeviceId> overdue(Instant after, Instant until, int limit);

    /// When the time of what waits ends next, later than this moment; empty if it never does.
    Optional<Instant> nextExpiry(Instant after);

    /// What each of these senders is still to be told, of each the oldest first and at most
    /// [#UNTOLD_MAX].
    List<Outcome> untold(Collection<DeviceId> senders);

    /// What one sender is still to be told.
    default List<Outcome> untold(DeviceId sender) {
        return untold(List.of(sender));
    }

    /// Messages whose tasks are still to go onto boards (PEER-10), in the order in which they were
    /// accepted, at most `limit`.
    List<SentMessage> handovers(int limit);

    /// The tasks of this message are on their boards. Repeating it is harmless.
    void handedOver(MessageId id);

    /// What waits for each badge for which something does, the most messages first, then by id, at
    /// most `limit`.
    List<WaitingMessages> queues(int limit);

    /// How many messages wait, counted once for each target.
    long waiting();

    /// Forgets messages that were accepted before this moment, do not wait for anybody any more and
    /// have no task to be handed over, at most `limit` of them.
    ///
    /// @return how many it were
    int forget(Instant acceptedBefore, int limit);

    /// How many badges have an inbox: they were written to, or have said that they acknowledge.
    int inboxes();

    /// Forgets inboxes, at most `limit`, in which nothing waits and of which nothing was ever sent,
    /// so that no badge remembers a place in them, unless their badge acknowledges.
    ///
    /// @return how many it were
    int forgetInboxes(int limit);

    /// The name of these inboxes (PEER-5). It is made with the first of them and never changes, so
    /// that a badge can tell when its inbox was wiped.
    String epoch();
}
