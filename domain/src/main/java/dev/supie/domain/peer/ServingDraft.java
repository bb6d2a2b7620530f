package dev.supie.domain.peer;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.peer.Inbox.Head;
import dev.supie.domain.peer.Inbox.Serving;

import java.time.Instant;

/// One decision about a badge that is being sent its messages. Lives no longer than that.
final class ServingDraft {

    private final ShelfDraft shelf;
    private final Serving before;
    private final Instant now;
    private Manners manners;
    private Backlog backlog;
    private Head head;

    ServingDraft(ShelfDraft shelf, Serving before, Instant now) {
        this.shelf = shelf;
        this.before = before;
        this.now = now;
        this.manners = before.manners();
        this.backlog = before.backlog();
        this.head = before.head();
    }

    /// Whatever has become possible: sends what there is room for, and says so when everything that
    /// waited has been written.
    Serving goOn() {
        shelf.expire();
        switch (backlog) {
            case Backlog.Over _ -> shelf.send(before.session(), manners.window(), 0);
            case Backlog.Open open -> {
                int sent = shelf.send(before.session(), manners.window(), open.upTo());
                endIfWritten(open.withSent(sent));
            }
        }
        long first = shelf.firstInFlight();
        if (first != head.rseq()) {
            head = new Head(first, now);
        }
        return new Serving(shelf.shelf(), before.session(), manners, head, backlog);
    }

    private void endIfWritten(Backlog.Open open) {
        if (shelf.hasQueued(open.upTo()) || open.count() < open.sent()) {
            backlog = open;
            return;
        }
        report(open);
        // A badge that knows nothing of peer messages and has none shall not be bothered.
        if (manners.acknowledges() || open.count() > 0) {
            shelf.add(new PeerEffect.EndBacklog(before.session(), open.count()));
        }
        backlog = new Backlog.Over();
    }

    private void report(Backlog.Open open) {
        DeviceId target = shelf.owner();
        open.written()
                .forEach(
                        (sender, count) ->
                                shelf.add(new PeerEffect.TellRedelivered(sender, target, count)));
    }

    /// The connection is gone: senders hear of what was written nevertheless.
    void breakOff() {
        switch (backlog) {
            case Backlog.Over _ -> {}
            case Backlog.Open open -> report(open);
        }
    }

    Serving greeted(Manners later) {
        manners = manners.then(later);
        return goOn();
    }

    Serving written(InboxCommand.Written written) {
        if (backlog instanceof Backlog.Open open && written.rseq() <= open.upTo()) {
            backlog = open.withWritten(written.sender());
        }
        if (!manners.acknowledges()) {
            shelf.each(
                    one -> one.rseq() == written.rseq() && one instanceof Envelope.InFlight,
                    new EnvelopeCommand.Acknowledge());
        }
        return goOn();
    }

    /// PEER-7: after the close the badge is asked no more than once in each
    /// [InboxDecider#STALL_MAX].
    Serving checked() {
        boolean stalled = Inbox.stall(before).filter(due -> !now.isBefore(due)).isPresent();
        if (stalled) {
            head = new Head(head.rseq(), now);
            shelf.add(new PeerEffect.CloseStalled(before.session()));
        }
        return goOn();
    }
}
