package dev.supie.domain.peer;

import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.Inbox.Away;
import dev.supie.domain.peer.Inbox.Expecting;
import dev.supie.domain.peer.Inbox.Head;
import dev.supie.domain.peer.Inbox.Serving;
import dev.supie.domain.peer.InboxCommand.AcknowledgeOne;
import dev.supie.domain.peer.InboxCommand.AcknowledgeUpTo;
import dev.supie.domain.peer.InboxCommand.Arrive;
import dev.supie.domain.peer.InboxCommand.DeadlineReached;
import dev.supie.domain.peer.InboxCommand.Greet;
import dev.supie.domain.peer.InboxCommand.Leave;
import dev.supie.domain.peer.InboxCommand.Purge;
import dev.supie.domain.peer.InboxCommand.Take;
import dev.supie.domain.peer.InboxCommand.Written;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The rules of an inbox (PEER-7 to PEER-9). Pure: time comes in.
public final class InboxDecider {

    /// So long a badge may take for its hello before it counts as what it was the last time. Leaves
    /// a second of the three that PEER-9 gives.
    public static final Duration GREETING_MAX = Duration.ofSeconds(2);

    /// So long the first message in flight may go unacknowledged (PEER-7).
    public static final Duration STALL_MAX = Duration.ofSeconds(60);

    private final InboxSettings settings;

    public InboxDecider(InboxSettings settings) {
        this.settings = settings;
    }

    /// What is true after a write of which nobody knows whether it took effect: what the store
    /// holds, on the connection that the badge had before that write.
    ///
    /// @param before as it was when the last effects were carried out
    public static Inbox restored(Shelf stored, Inbox before) {
        return switch (before) {
            case Away _ -> new Away(stored);
            case Expecting was -> new Expecting(stored, was.session(), was.until());
            case Serving was ->
                    new Serving(
                            stillFlying(stored, was.shelf()),
                            was.session(),
                            was.manners(),
                            was.head(),
                            was.backlog());
        };
    }

    private static Shelf stillFlying(Shelf stored, Shelf before) {
        Map<Long, Envelope.InFlight> flying =
                before.waiting().stream()
                        .filter(Envelope.InFlight.class::isInstance)
                        .map(Envelope.InFlight.class::cast)
                        .collect(Collectors.toMap(Envelope.InFlight::rseq, Function.identity()));
        List<Envelope.Waiting> waiting = new ArrayList<>();
        for (Envelope.Waiting envelope : stored.waiting()) {
            waiting.add(
                    flying.containsKey(envelope.rseq()) ? flying.get(envelope.rseq()) : envelope);
        }
        return new Shelf(stored.owner(), stored.lastRseq(), waiting, stored.acknowledges());
    }

    public Decision<Inbox, PeerEffect, InboxRejection> decide(
            Inbox inbox, InboxCommand command, Instant now) {
        return switch (inbox) {
            case Away away -> whileAway(away, command, now);
            case Expecting expecting -> whileExpecting(expecting, command, now);
            case Serving serving -> whileServing(serving, command, now);
        };
    }

    private Decision<Inbox, PeerEffect, InboxRejection> whileAway(
            Away away, InboxCommand command, Instant now) {
        ShelfDraft draft = new ShelfDraft(away.shelf(), now);
        return switch (command) {
            case Take(Letter letter) -> taken(draft, letter, now, () -> new Away(draft.shelf()));
            case Arrive(SessionId session) -> arrived(draft, session, now);
            case DeadlineReached _ -> {
                draft.expire();
                yield accepted(draft, new Away(draft.shelf()));
            }
            case Purge _ -> {
                draft.purge();
                yield accepted(draft, new Away(draft.shelf()));
            }
            case Greet _, Leave _, AcknowledgeUpTo _, AcknowledgeOne _, Written _ ->
                    Decision.reject(InboxRejection.NOT_CONNECTED);
        };
    }

    private Decision<Inbox, PeerEffect, InboxRejection> whileExpecting(
            Expecting inbox, InboxCommand command, Instant now) {
        SessionId own = inbox.session();
        ShelfDraft draft = new ShelfDraft(inbox.shelf(), now);
        return switch (command) {
            case Take(Letter letter) ->
                    taken(
                            draft,
                            letter,
                            now,
                            () -> new Expecting(draft.shelf(), own, inbox.until()));
            case Arrive(SessionId session) -> arrived(draft, session, now);
            case Greet(SessionId session, Manners manners) when session.equals(own) -> {
                draft.remember(manners.acknowledges());
                yield begin(draft, own, manners, now);
            }
            case Leave(SessionId session) when session.equals(own) -> left(draft);
            case AcknowledgeUpTo(SessionId session, long rseq) when session.equals(own) -> {
                draft.each(one -> one.rseq() <= rseq, new EnvelopeCommand.Acknowledge());
                yield accepted(draft, new Expecting(draft.shelf(), own, inbox.until()));
            }
            case AcknowledgeOne(SessionId session, MessageId id) when session.equals(own) -> {
                draft.each(one -> one.letter().id().equals(id), new EnvelopeCommand.Acknowledge());
                yield accepted(draft, new Expecting(draft.shelf(), own, inbox.until()));
            }
            case DeadlineReached _ when !now.isBefore(inbox.until()) ->
                    begin(draft, own, Manners.expectedOf(inbox.shelf()), now);
            case DeadlineReached _ -> {
                draft.expire();
                yield accepted(draft, new Expecting(draft.shelf(), own, inbox.until()));
            }
            case Purge _ -> {
                draft.purge();
                yield accepted(draft, new Expecting(draft.shelf(), own, inbox.until()));
            }
            case Greet _, Leave _, AcknowledgeUpTo _, AcknowledgeOne _, Written _ ->
                    Decision.reject(InboxRejection.NOT_CONNECTED);
        };
    }

    private Decision<Inbox, PeerEffect, InboxRejection> whileServing(
            Serving inbox, InboxCommand command, Instant now) {
        SessionId own = inbox.session();
        ShelfDraft draft = new ShelfDraft(inbox.shelf(), now);
        ServingDraft serving = new ServingDraft(draft, inbox, now);
        return switch (command) {
            case Take(Letter letter) -> taken(draft, letter, now, serving::goOn);
            case Arrive(SessionId session) -> {
                serving.breakOff();
                yield arrived(draft, session, now);
            }
            case Greet(SessionId session, Manners manners) when session.equals(own) -> {
                draft.remember(manners.acknowledges());
                yield accepted(draft, serving.greeted(manners));
            }
            case Leave(SessionId session) when session.equals(own) -> {
                serving.breakOff();
                yield left(draft);
            }
            case AcknowledgeUpTo(SessionId session, long rseq) when session.equals(own) -> {
                draft.each(one -> one.rseq() <= rseq, new EnvelopeCommand.Acknowledge());
                yield accepted(draft, serving.goOn());
            }
            case AcknowledgeOne(SessionId session, MessageId id) when session.equals(own) -> {
                draft.each(one -> one.letter().id().equals(id), new EnvelopeCommand.Acknowledge());
                yield accepted(draft, serving.goOn());
            }
            case Written written when written.session().equals(own) ->
                    accepted(draft, serving.written(written));
            case DeadlineReached _ -> accepted(draft, serving.checked());
            case Purge _ -> {
                draft.purge();
                yield accepted(draft, serving.goOn());
            }
            case Greet _, Leave _, AcknowledgeUpTo _, AcknowledgeOne _, Written _ ->
                    Decision.reject(InboxRejection.NOT_CONNECTED);
        };
    }

    /// PEER-8: what is too old leaves first, so that it takes nobody's place.
    private Decision<Inbox, PeerEffect, InboxRejection> taken(
            ShelfDraft draft, Letter letter, Instant now, Supplier<Inbox> next) {
        if (letter.isExpired(now)) {
            return Decision.reject(InboxRejection.TOO_OLD);
        }
        draft.expire();
        if (!draft.hasRoomFor(letter.sender(), settings)) {
            switch (settings.whenFull()) {
                case REFUSE_NEW -> {}
                case DROP_OLDEST -> draft.displaceFor(letter.sender());
            }
            if (!draft.hasRoomFor(letter.sender(), settings)) {
                return Decision.reject(InboxRejection.QUEUE_FULL);
            }
        }
        draft.enqueue(letter);
        return accepted(draft, next.get());
    }

    private static Decision<Inbox, PeerEffect, InboxRejection> arrived(
            ShelfDraft draft, SessionId session, Instant now) {
        draft.interrupt();
        return accepted(draft, new Expecting(draft.shelf(), session, now.plus(GREETING_MAX)));
    }

    private static Decision<Inbox, PeerEffect, InboxRejection> left(ShelfDraft draft) {
        draft.interrupt();
        return accepted(draft, new Away(draft.shelf()));
    }

    private static Decision<Inbox, PeerEffect, InboxRejection> begin(
            ShelfDraft draft, SessionId session, Manners manners, Instant now) {
        draft.expire();
        Serving fresh =
                new Serving(
                        draft.shelf(),
                        session,
                        manners,
                        new Head(0, now),
                        Backlog.of(draft.shelf()));
        return accepted(draft, new ServingDraft(draft, fresh, now).goOn());
    }

    private static Decision<Inbox, PeerEffect, InboxRejection> accepted(
            ShelfDraft draft, Inbox next) {
        return Decision.accept(next, draft.effects());
    }
}
