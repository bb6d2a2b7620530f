package dev.supie.application.contract;

import static dev.supie.application.contract.SamplePeerMessages.START;
import static dev.supie.application.contract.SamplePeerMessages.acknowledged;
import static dev.supie.application.contract.SamplePeerMessages.ended;
import static dev.supie.application.contract.SamplePeerMessages.id;
import static dev.supie.application.contract.SamplePeerMessages.placed;
import static dev.supie.application.contract.SamplePeerMessages.sent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.peer.port.PeerStep;
import dev.supie.application.peer.port.PeerStore;
import dev.supie.application.peer.port.SentMessage;
import dev.supie.domain.peer.MessageId;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What a store of peer messages must do for those that are tasks (PEER-10): a message whose task
/// is on no board yet is known to be one, whatever becomes of the message meanwhile.
public abstract class PeerHandoverContract {

    /// Empty when a test begins.
    protected abstract PeerStore store();

    private void saveTask(int number, long rseq) {
        PeerStep step = placed(sent(number), rseq);
        store().save(
                        new PeerStep(
                                step.sent(),
                                step.placed(),
                                step.attempts(),
                                step.ended(),
                                step.told(),
                                step.habits(),
                                List.of(id(number))));
    }

    @Test
    void aTaskIsToBeHandedOverUntilItIs() {
        saveTask(1, 1);
        store().save(placed(sent(2), 2));

        assertEquals(List.of(sent(1)), store().handovers(10));
        store().handedOver(id(1));
        store().handedOver(id(1));
        assertEquals(List.of(), store().handovers(10));
    }

    @Test
    void whatWasAcceptedFirstComesFirst() {
        saveTask(2, 1);
        saveTask(1, 2);
        saveTask(3, 3);

        assertEquals(List.of(id(1), id(2)), ids(store().handovers(2)));
        assertEquals(List.of(), store().handovers(0));
    }

    @Test
    void aTaskThatIsNotHandedOverIsNotForgotten() {
        saveTask(1, 1);
        store().save(ended(acknowledged(sent(1), 1)));

        assertEquals(0, store().forget(START.plusSeconds(1), 10));
        assertEquals(List.of(id(1)), ids(store().handovers(10)));
        store().handedOver(id(1));
        assertEquals(1, store().forget(START.plusSeconds(1), 10));
        assertEquals(List.of(), store().messages(List.of(id(1))));
    }

    @Test
    void whatWaitsIsCounted() {
        assertEquals(0, store().waiting());
        saveTask(1, 1);
        store().save(placed(sent(2), 2));
        assertEquals(2, store().waiting());
        store().save(ended(acknowledged(sent(1), 1)));
        assertEquals(1, store().waiting());
    }

    private static List<MessageId> ids(List<SentMessage> messages) {
        return messages.stream().map(one -> one.message().id()).toList();
    }
}
