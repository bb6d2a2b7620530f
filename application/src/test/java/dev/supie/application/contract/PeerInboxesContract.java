package dev.supie.application.contract;

import static dev.supie.application.contract.SamplePeerMessages.LI;
import static dev.supie.application.contract.SamplePeerMessages.ME;
import static dev.supie.application.contract.SamplePeerMessages.ZOE;
import static dev.supie.application.contract.SamplePeerMessages.acknowledged;
import static dev.supie.application.contract.SamplePeerMessages.attempted;
import static dev.supie.application.contract.SamplePeerMessages.broadcast;
import static dev.supie.application.contract.SamplePeerMessages.ended;
import static dev.supie.application.contract.SamplePeerMessages.expired;
import static dev.supie.application.contract.SamplePeerMessages.placed;
import static dev.supie.application.contract.SamplePeerMessages.queued;
import static dev.supie.application.contract.SamplePeerMessages.sent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.peer.port.Outcome;
import dev.supie.application.peer.port.PeerStep;
import dev.supie.domain.peer.Envelope;
import dev.supie.domain.peer.Shelf;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// What every store of peer messages must do about its inboxes: their number (PEER-8), and several
/// at once; part of [PeerStoreContract].
public abstract class PeerInboxesContract extends PeerHandoverContract {

    final void save(PeerStep step) {
        store().save(step);
    }

    final List<Long> places() {
        return store().shelf(ME).waiting().stream().map(Envelope.Waiting::rseq).toList();
    }

    @Test
    void inboxesAreCountedOnce() {
        assertEquals(0, store().inboxes());
        save(placed(sent(1), 1));
        save(placed(sent(2), 2));
        save(ended(acknowledged(sent(1), 1), acknowledged(sent(2), 2)));
        assertEquals(1, store().inboxes());
        PeerStep.Habit habit = new PeerStep.Habit(ZOE, true);
        save(new PeerStep(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(habit)));
        assertEquals(2, store().inboxes());
    }

    /// Its places may be given again, because nobody has seen one.
    @Test
    void anInboxThatNobodyHasSeenIsForgottenOnceItIsEmpty() {
        save(placed(sent(1), 1));
        assertEquals(0, store().forgetInboxes(10));
        save(ended(expired(sent(1), 1)));
        assertEquals(0, store().forgetInboxes(0));

        assertEquals(1, store().forgetInboxes(10));

        assertEquals(0, store().inboxes());
        assertEquals(Shelf.empty(ME), store().shelf(ME));
        save(placed(sent(2), 1));
        assertEquals(List.of(1L), places());
    }

    @Test
    void anInboxOfWhichSomethingWasSentIsNotForgotten() {
        save(placed(sent(1), 1));
        save(attempted(sent(1), 1, 1));
        save(ended(expired(sent(1), 1)));

        assertEquals(0, store().forgetInboxes(10));
        assertEquals(1, store().shelf(ME).lastRseq());
    }

    @Test
    void neitherIsOneOfWhichSomethingWasSentAtOnce() {
        for (int number = 1; number <= 2; number++) {
            var flying = new Envelope.InFlight(sent(number).message().letterTo(ME), number, 1);
            save(
                    new PeerStep(
                            List.of(sent(number)),
                            List.of(flying),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of()));
            save(ended(acknowledged(sent(number), number)));
            assertEquals(0, store().forgetInboxes(10));
        }
        assertEquals(2, store().shelf(ME).lastRseq());
    }

    @Test
    void norOneOfABadgeThatAcknowledges() {
        PeerStep.Habit habit = new PeerStep.Habit(ME, true);
        save(new PeerStep(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(habit)));

        assertEquals(0, store().forgetInboxes(10));
        assertEquals(new Shelf(ME, 0, List.of(), true), store().shelf(ME));
    }

    @Test
    void severalBadgesAreAskedForTogether() {
        save(placed(sent(1), 1));
        save(placed(broadcast(2), 2));
        save(ended(expired(sent(1), 1)));

        assertEquals(
                List.of(Shelf.empty(ZOE), store().shelf(ME), Shelf.empty(LI)),
                store().shelves(List.of(ZOE, ME, LI)));
        assertEquals(List.of(queued(broadcast(2), 2, 0)), store().shelf(ME).waiting());
        assertEquals(List.of(), store().shelves(List.of()));
    }

    @Test
    void severalSendersAreToldTogether() {
        save(placed(sent(1), 1));
        save(placed(broadcast(2), 2));
        save(ended(expired(sent(1), 1), expired(broadcast(2), 2)));

        List<Outcome> both = new ArrayList<>(store().untold(ZOE));
        both.addAll(store().untold(LI));
        assertEquals(2, both.size());
        assertEquals(both, store().untold(List.of(ZOE, ME, LI)));
        assertEquals(List.of(), store().untold(List.of()));
    }
}
