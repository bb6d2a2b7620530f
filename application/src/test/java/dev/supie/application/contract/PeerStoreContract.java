package dev.supie.application.contract;

import static dev.supie.application.contract.SamplePeerMessages.LI;
import static dev.supie.application.contract.SamplePeerMessages.ME;
import static dev.supie.application.contract.SamplePeerMessages.START;
import static dev.supie.application.contract.SamplePeerMessages.ZOE;
import static dev.supie.application.contract.SamplePeerMessages.acknowledged;
import static dev.supie.application.contract.SamplePeerMessages.attempted;
import static dev.supie.application.contract.SamplePeerMessages.broadcast;
import static dev.supie.application.contract.SamplePeerMessages.ended;
import static dev.supie.application.contract.SamplePeerMessages.expired;
import static dev.supie.application.contract.SamplePeerMessages.id;
import static dev.supie.application.contract.SamplePeerMessages.placed;
import static dev.supie.application.contract.SamplePeerMessages.queued;
import static dev.supie.application.contract.SamplePeerMessages.sent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.peer.port.Outcome;
import dev.supie.application.peer.port.PeerStep;
import dev.supie.application.peer.port.PeerStore;
import dev.supie.application.peer.port.SentMessage;
import dev.supie.application.peer.port.WaitingMessages;
import dev.supie.domain.peer.Ending;
import dev.supie.domain.peer.Envelope;
import dev.supie.domain.peer.MessageId;
import dev.supie.domain.peer.Mid;
import dev.supie.domain.peer.PeerMessage;
import dev.supie.domain.peer.Shelf;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What every store of peer messages must do (PEER-5, PEER-7, PEER-8): all of a step or nothing,
/// places without gaps, and each end once.
public abstract class PeerStoreContract extends PeerInboxesContract {

    private static final Instant END = START.plusSeconds(3600);

    private static Outcome outcome(SentMessage sent, Ending ending) {
        return new Outcome(sent.message().id(), LI, ME, ending, true);
    }

    @Test
    void anEmptyStoreHasNothing() {
        assertEquals(Shelf.empty(ME), store().shelf(ME));
        assertEquals(List.of(), store().messages(List.of(id(1))));
        assertEquals(Optional.empty(), store().sent(LI, new Mid("m"), Instant.EPOCH));
        assertEquals(List.of(), store().overdue(Instant.EPOCH, END, 10));
        assertEquals(Optional.empty(), store().nextExpiry(Instant.EPOCH));
        assertEquals(List.of(), store().untold(LI));
        assertEquals(List.of(), store().queues(10));
        assertEquals(0, store().forget(END, 10));
    }

    @Test
    void whatWaitsIsCountedForEachBadgeTheFullestFirst() {
        save(placed(sent(1), 1));
        WaitingMessages one = store().queues(10).getFirst();
        assertEquals(ME, one.device());
        assertEquals(1, one.messages());
        assertEquals(sent(1).message().acceptedAt().truncatedTo(ChronoUnit.MILLIS), one.oldest());
        assertTrue(one.bytes() >= sent(1).message().submission().text().length());
        save(placed(sent(2), 2));
        WaitingMessages two = store().queues(10).getFirst();
        assertEquals(2, two.messages());
        assertEquals(one.oldest(), two.oldest());
        assertTrue(two.bytes() > one.bytes());
        assertEquals(List.of(), store().queues(0));
        save(ended(acknowledged(sent(1), 1), acknowledged(sent(2), 2)));
        assertEquals(List.of(), store().queues(10));
    }

    @Test
    void theInboxesHaveANameThatStays() {
        String epoch = store().epoch();
        save(placed(sent(1), 1));

        assertFalse(epoch.isBlank());
        assertEquals(epoch, store().epoch());
    }

    @Test
    void whatComesInWaitsAndComesBackWhole() {
        SentMessage one = sent(1, "mid-1", START);
        SentMessage two = broadcast(2);
        save(placed(one, 1));
        save(placed(two, 2));

        assertEquals(
                new Shelf(ME, 2, List.of(queued(one, 1, 0), queued(two, 2, 0))), store().shelf(ME));
        assertEquals(
                List.of(one.message(), two.message()), store().messages(List.of(id(1), id(2))));
        assertEquals(Optional.of(one), store().sent(LI, new Mid("mid-1"), Instant.EPOCH));
    }

    @Test
    void timesAreKeptToTheMillisecond() {
        save(placed(sent(1, "m", START.plusNanos(999_999)), 1));

        SentMessage kept = sent(1, "m", START);
        assertEquals(List.of(kept.message()), store().messages(List.of(id(1))));
        assertEquals(List.of(queued(kept, 1, 0)), store().shelf(ME).waiting());
    }

    @Test
    void aPlaceThatIsNotTheNextOneIsRefusedAndNothingIsStored() {
        save(placed(sent(1), 1));

        for (long wrong : new long[] {0, 1, 3}) {
            assertThrows(StoreException.class, () -> save(placed(sent(2), wrong)));
        }
        assertThrows(StoreException.class, () -> save(placed(sent(1), 2)));
        assertEquals(List.of(), store().messages(List.of(id(2))));
        assertEquals(List.of(1L), places());
        save(placed(sent(2), 2));
        assertEquals(List.of(1L, 2L), places());
    }

    @Test
    void aMessageMayHaveManyPlacesInOneStep() {
        SentMessage one = sent(1);
        SentMessage two = sent(2);
        save(
                new PeerStep(
                        List.of(one, two),
                        List.of(
                                queued(one, 1, 0),
                                new Envelope.Queued(one.message().letterTo(ZOE), 1, 0),
                                queued(two, 2, 0)),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));

        assertEquals(List.of(1L, 2L), places());
        assertEquals(1, store().shelf(ZOE).lastRseq());
    }

    @Test
    void whatIsSentAtOnceIsStoredWithItsAttempt() {
        SentMessage one = sent(1);
        var flying = new Envelope.InFlight(one.message().letterTo(ME), 1, 1);
        save(
                new PeerStep(
                        List.of(one), List.of(flying), List.of(), List.of(), List.of(), List.of()));

        assertEquals(List.of(queued(one, 1, 1)), store().shelf(ME).waiting());
    }

    @Test
    void attemptsAreNotedOfWhatWaits() {
        save(placed(sent(1), 1));
        save(attempted(sent(1), 1, 3));
        save(attempted(sent(9), 9, 1));

        assertEquals(List.of(queued(sent(1), 1, 3)), store().shelf(ME).waiting());
    }

    @Test
    void whatHasEndedDoesNotWaitAndItsPlaceIsNotGivenAgain() {
        save(placed(sent(1), 1));
        save(placed(sent(2), 2));
        save(ended(acknowledged(sent(2), 2)));

        assertEquals(2, store().shelf(ME).lastRseq());
        assertEquals(List.of(1L), places());
        assertThrows(StoreException.class, () -> save(placed(sent(3), 2)));
    }

    @Test
    void whatABadgeSaysOfItselfIsKept() {
        for (boolean acknowledges : new boolean[] {true, false, true}) {
            PeerStep.Habit habit = new PeerStep.Habit(ME, acknowledges);
            save(
                    new PeerStep(
                            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(habit)));
            assertEquals(new Shelf(ME, 0, List.of(), acknowledges), store().shelf(ME));
        }
        save(placed(sent(1), 1));
        assertEquals(new Shelf(ME, 1, List.of(queued(sent(1), 1, 0)), true), store().shelf(ME));
    }

    @Test
    void whatComesInMayBeOverInTheSameStep() {
        SentMessage one = sent(1);
        save(
                new PeerStep(
                        List.of(one),
                        List.of(queued(one, 1, 0)),
                        List.of(),
                        List.of(expired(one, 1)),
                        List.of(),
                        List.of()));

        assertEquals(new Shelf(ME, 1, List.of()), store().shelf(ME));
        assertEquals(List.of(outcome(one, Ending.EXPIRED)), store().untold(LI));
    }

    @Test
    void sendersAreToBeToldOfEachEndOnce() {
        save(placed(sent(1), 1));
        save(placed(sent(2), 2));
        save(ended(expired(sent(1), 1), acknowledged(sent(2), 2)));
        save(ended(acknowledged(sent(1), 1)));

        List<Outcome> both =
                List.of(outcome(sent(1), Ending.EXPIRED), outcome(sent(2), Ending.DELIVERED));
        assertEquals(both, store().untold(LI));
        assertEquals(List.of(), store().untold(ZOE));

        save(
                new PeerStep(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(both.getFirst()),
                        List.of()));
        assertEquals(List.of(both.getLast()), store().untold(LI));
    }

    @Test
    void everyEndIsKept() {
        List<Envelope.Settled> ends =
                List.of(
                        acknowledged(sent(1), 1),
                        expired(sent(2), 2),
                        new Envelope.Dropped(
                                sent(3).message().letterTo(ME),
                                3,
                                START,
                                Envelope.Reason.DISPLACED),
                        new Envelope.Dropped(
                                sent(4).message().letterTo(ME),
                                4,
                                START,
                                Envelope.Reason.UNDELIVERABLE));
        for (int number = 1; number <= 4; number++) {
            save(placed(sent(number), number));
        }
        save(ended(ends.toArray(Envelope.Settled[]::new)));

        assertEquals(
                List.of(Ending.values()),
                store().untold(LI).stream().map(Outcome::ending).toList());
    }

    @Test
    void whoDidNotAskHearsOnlyOfWhatWentWrong() {
        save(placed(broadcast(1), 1));
        save(placed(broadcast(2), 2));
        save(ended(acknowledged(broadcast(1), 1), expired(broadcast(2), 2)));

        assertEquals(
                List.of(new Outcome(id(2), ZOE, ME, Ending.EXPIRED, false)), store().untold(ZOE));
    }

    @Test
    void onlyTheNewestThatAreUntoldAreKept() {
        int count = PeerStore.UNTOLD_MAX + 3;
        List<SentMessage> sent = new ArrayList<>();
        List<Envelope.Waiting> waiting = new ArrayList<>();
        List<Envelope.Settled> ends = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            sent.add(sent(number));
            waiting.add(queued(sent(number), number, 0));
            ends.add(expired(sent(number), number));
        }
        save(new PeerStep(sent, waiting, List.of(), ends, List.of(), List.of()));

        List<Outcome> untold = store().untold(LI);
        assertEquals(PeerStore.UNTOLD_MAX, untold.size());
        assertEquals(id(4), untold.getFirst().id());
        assertEquals(id(count), untold.getLast().id());
    }

    @Test
    void aMarkIsKnownForItsSenderAndAfterAMoment() {
        save(placed(sent(1, "m", START), 1));

        Mid mid = new Mid("m");
        assertEquals(Optional.of(sent(1, "m", START)), store().sent(LI, mid, START.minusMillis(1)));
        assertEquals(Optional.empty(), store().sent(LI, mid, START));
        assertEquals(Optional.empty(), store().sent(ZOE, mid, Instant.EPOCH));
        assertEquals(Optional.empty(), store().sent(LI, new Mid("M"), Instant.EPOCH));
    }

    @Test
    void aMarkThatIsUsedAgainMeansTheNewestMessage() {
        save(placed(sent(1, "m", START), 1));
        Instant later = START.plusSeconds(90_000);
        save(placed(sent(2, "m", later), 2));

        assertEquals(
                Optional.of(sent(2, "m", later)), store().sent(LI, new Mid("m"), Instant.EPOCH));
    }

    @Test
    void manyMarksAreLookedUpAtOnce() {
        save(placed(sent(1, "a", START), 1));
        save(placed(sent(2, "b", START), 2));

        assertEquals(
                Set.of(sent(1, "a", START), sent(2, "b", START)),
                Set.copyOf(
                        store().sent(
                                        List.of(
                                                new PeerStore.Mark(LI, new Mid("a")),
                                                new PeerStore.Mark(ZOE, new Mid("a")),
                                                new PeerStore.Mark(LI, new Mid("b")),
                                                new PeerStore.Mark(LI, new Mid("c"))),
                                        Instant.EPOCH)));
        assertEquals(List.of(), store().sent(List.of(), Instant.EPOCH));
    }

    /// More than a database is asked for at once.
    @Test
    void anyNumberOfMessagesIsFoundByTheirIds() {
        List<MessageId> ids = new ArrayList<>();
        for (int number = 1; number <= 75; number++) {
            save(placed(sent(number), number));
            ids.add(id(number));
        }
        ids.add(id(99));

        assertEquals(
                ids.subList(0, 75), store().messages(ids).stream().map(PeerMessage::id).toList());
        assertEquals(List.of(), store().messages(List.of()));
    }

    @Test
    void whatIsOverdueIsFoundBetweenTwoMoments() {
        save(placed(sent(1), 1));

        assertEquals(List.of(), store().overdue(Instant.EPOCH, END.minusMillis(1), 10));
        assertEquals(List.of(ME), store().overdue(END.minusMillis(1), END, 10));
        assertEquals(List.of(), store().overdue(END, END.plusSeconds(9), 10));
        save(placed(sent(2), 2));
        assertEquals(List.of(ME), store().overdue(Instant.EPOCH, END, 10));
        assertEquals(List.of(), store().overdue(Instant.EPOCH, END, 0));
        save(ended(expired(sent(1), 1), expired(sent(2), 2)));
        assertEquals(List.of(), store().overdue(Instant.EPOCH, END, 10));
    }

    @Test
    void whoseTimeEndsFirstIsFirst() {
        SentMessage late = sent(1);
        SentMessage soon = broadcast(2);
        save(placed(late, 1));
        save(
                new PeerStep(
                        List.of(soon),
                        List.of(new Envelope.Queued(soon.message().letterTo(LI), 1, 0)),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));

        assertEquals(List.of(LI, ME), store().overdue(Instant.EPOCH, END, 10));
        assertEquals(List.of(LI), store().overdue(Instant.EPOCH, END, 1));
        assertEquals(Optional.of(START.plusSeconds(1)), store().nextExpiry(START));
        assertEquals(Optional.of(END), store().nextExpiry(START.plusSeconds(1)));
        assertEquals(Optional.empty(), store().nextExpiry(END));
    }

    @Test
    void whatIsOldAndOverIsForgottenAndNothingElse() {
        save(placed(sent(1, "a", START), 1));
        save(placed(sent(2, "b", START), 2));
        save(placed(sent(3, "c", START.plusMillis(1)), 3));
        save(ended(acknowledged(sent(1), 1), acknowledged(sent(3), 3)));

        assertEquals(0, store().forget(START, 10));
        assertEquals(0, store().forget(START.plusMillis(1), 0));
        assertEquals(1, store().forget(START.plusMillis(1), 10));
        assertEquals(Optional.empty(), store().sent(LI, new Mid("a"), Instant.EPOCH));
        assertEquals(2, store().messages(List.of(id(1), id(2), id(3))).size());
        assertEquals(List.of(2L), places());
    }
}
