package dev.supie.domain.peer;

import static dev.supie.domain.peer.PeerExamples.LI;
import static dev.supie.domain.peer.PeerExamples.ME;
import static dev.supie.domain.peer.PeerExamples.START;
import static dev.supie.domain.peer.PeerExamples.ZOE;
import static dev.supie.domain.peer.PeerExamples.given;
import static dev.supie.domain.peer.PeerExamples.lasting;
import static dev.supie.domain.peer.PeerExamples.letter;
import static dev.supie.domain.peer.PeerExamples.places;
import static dev.supie.domain.peer.PeerExamples.serving;
import static dev.supie.domain.peer.PeerExamples.waiting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.peer.InboxCommand.Take;
import dev.supie.domain.peer.InboxSettings.WhenFull;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// PEER-8: how much may wait for one badge.
class InboxLimitsTest {

    private static final InboxSettings DROPPING = new InboxSettings(100, WhenFull.DROP_OLDEST);

    /// 50 messages of each of two senders, in turns.
    private static Shelf full() {
        return shelf(100, List.of(LI, ZOE));
    }

    private static Shelf shelf(int count, List<DeviceId> senders) {
        List<Envelope.Waiting> waiting = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            DeviceId sender = senders.get(number % senders.size());
            waiting.add(new Envelope.Queued(letter(number, sender), number, 0));
        }
        return new Shelf(ME, count, waiting);
    }

    private static Take from(String sender) {
        return new Take(letter(999, new DeviceId(sender)));
    }

    @Nested
    class RefusingTheNew {

        @Test
        void theHundredthIsTakenAndTheNextIsNot() {
            Shelf almost = shelf(99, List.of(LI, ZOE));

            var story = given(new Inbox.Away(almost)).when(from("dd:04")).at(START);

            assertEquals(100, places(story.state()).size());
            story.when(from("ee:05")).at(START).thenRejected(InboxRejection.QUEUE_FULL);
        }

        @Test
        void theFiftiethOfASenderIsTakenAndItsNextIsNot() {
            Inbox fortyNine = new Inbox.Away(waiting(49));

            var story = given(fortyNine).when(new Take(letter(50))).at(START);

            story.when(new Take(letter(51))).at(START).thenRejected(InboxRejection.QUEUE_FULL);
            assertEquals(
                    51, story.when(new Take(letter(51, ZOE))).at(START).state().shelf().lastRseq());
        }

        @Test
        void whatIsInFlightCountsToo() {
            Inbox serving = serving(full(), new Manners(true, 64));

            given(serving).when(from("dd:04")).at(START).thenRejected(InboxRejection.QUEUE_FULL);
        }

        @Test
        void whatIsTooOldTakesNobodysPlace() {
            List<Envelope.Waiting> waiting = new ArrayList<>(full().waiting());
            waiting.set(0, new Envelope.Queued(lasting(1, Duration.ofSeconds(1)), 1, 0));
            Inbox inbox = new Inbox.Away(new Shelf(ME, 100, waiting));

            given(inbox)
                    .when(from("dd:04"))
                    .at(START.plusMillis(999))
                    .thenRejected(InboxRejection.QUEUE_FULL);
            Inbox next = given(inbox).when(from("dd:04")).at(START.plusSeconds(1)).state();
            assertEquals(2, places(next).getFirst());
            assertEquals(101, places(next).getLast());
        }

        @Test
        void aSmallerInboxIsFullSooner() {
            var one = new InboxSettings(1, WhenFull.REFUSE_NEW);

            given(one, new Inbox.Away(waiting(1)))
                    .when(new Take(letter(2, ZOE)))
                    .at(START)
                    .thenRejected(InboxRejection.QUEUE_FULL);
        }
    }

    @Nested
    class DroppingTheOldest {

        @Test
        void theOldestGoesAndItsSenderIsTold() {
            var story = given(DROPPING, new Inbox.Away(full())).when(from("dd:04")).at(START);

            Envelope.Dropped gone =
                    new Envelope.Dropped(letter(1, ZOE), 1, START, Envelope.Reason.DISPLACED);
            assertEquals(gone, story.effect(PeerEffect.Settle.class).envelope());
            assertEquals(100, places(story.state()).size());
            assertEquals(101, places(story.state()).getLast());
        }

        @Test
        void whatIsInFlightStays() {
            Inbox serving = serving(full(), new Manners(true, 16));

            var story = given(DROPPING, serving).when(from("dd:04")).at(START);

            assertEquals(17, story.effect(PeerEffect.Settle.class).envelope().rseq());
        }

        @Test
        void aSenderWithTooManyPaysWithItsOwn() {
            Shelf shelf = shelf(60, List.of(ZOE, LI, LI, LI, LI, LI));
            assertEquals(50, shelf.waiting().stream().filter(one -> isFrom(LI, one)).count());

            var story = given(DROPPING, new Inbox.Away(shelf)).when(new Take(letter(99))).at(START);

            Envelope gone = story.effect(PeerEffect.Settle.class).envelope();
            assertEquals(LI, gone.letter().sender());
            assertEquals(60, places(story.state()).size());
        }

        @Test
        void whereEverythingIsInFlightTheNewOneIsRefused() {
            Inbox serving = serving(waiting(50), new Manners(true, 64));

            given(DROPPING, serving)
                    .when(new Take(letter(51)))
                    .at(START)
                    .thenRejected(InboxRejection.QUEUE_FULL);
        }

        private boolean isFrom(DeviceId sender, Envelope envelope) {
            return envelope.letter().sender().equals(sender);
        }
    }

    @Test
    void anInboxHasRoomForSomething() {
        assertThrows(
                IllegalArgumentException.class, () -> new InboxSettings(0, WhenFull.REFUSE_NEW));
    }
}
