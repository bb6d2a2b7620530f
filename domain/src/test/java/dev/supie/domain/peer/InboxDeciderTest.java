package dev.supie.domain.peer;

import static dev.supie.domain.peer.PeerExamples.ACKS;
import static dev.supie.domain.peer.PeerExamples.LATER;
import static dev.supie.domain.peer.PeerExamples.LI;
import static dev.supie.domain.peer.PeerExamples.LIFETIME;
import static dev.supie.domain.peer.PeerExamples.ME;
import static dev.supie.domain.peer.PeerExamples.SESSION;
import static dev.supie.domain.peer.PeerExamples.START;
import static dev.supie.domain.peer.PeerExamples.given;
import static dev.supie.domain.peer.PeerExamples.id;
import static dev.supie.domain.peer.PeerExamples.inFlight;
import static dev.supie.domain.peer.PeerExamples.lasting;
import static dev.supie.domain.peer.PeerExamples.letter;
import static dev.supie.domain.peer.PeerExamples.places;
import static dev.supie.domain.peer.PeerExamples.sent;
import static dev.supie.domain.peer.PeerExamples.serving;
import static dev.supie.domain.peer.PeerExamples.waiting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.domain.peer.InboxCommand.AcknowledgeOne;
import dev.supie.domain.peer.InboxCommand.AcknowledgeUpTo;
import dev.supie.domain.peer.InboxCommand.Arrive;
import dev.supie.domain.peer.InboxCommand.DeadlineReached;
import dev.supie.domain.peer.InboxCommand.Greet;
import dev.supie.domain.peer.InboxCommand.Leave;
import dev.supie.domain.peer.InboxCommand.Take;
import dev.supie.domain.peer.InboxCommand.Written;
import dev.supie.domain.peer.PeerEffect.NoteAttempt;
import dev.supie.domain.peer.PeerEffect.Place;
import dev.supie.domain.peer.PeerEffect.Settle;
import dev.supie.domain.peer.PeerEffect.Transmit;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// PEER-7: what comes in is sent in order, and stays until it is acknowledged.
class InboxDeciderTest {

    private static final Inbox EMPTY = new Inbox.Away(Shelf.empty(ME));

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Nested
    class WhileAway {

        @Test
        void messagesGetPlacesWithoutGaps() {
            var second = given(EMPTY).when(new Take(letter(1))).at(START).when(new Take(letter(2)));

            var story = second.at(START);

            story.then(new Place(new Envelope.Queued(letter(2), 2, 0)));
            assertEquals(upTo(2), places(story.state()));
            assertEquals(2, story.state().shelf().lastRseq());
        }

        @Test
        void placesAreNotGivenAgainWhenMessagesAreGone() {
            Inbox emptied = new Inbox.Away(new Shelf(ME, 7, List.of()));

            Inbox next = given(emptied).when(new Take(letter(1))).at(START).state();

            assertEquals(List.of(8L), places(next));
        }

        @Test
        void whatNobodyConnectedSaysIsRefused() {
            for (InboxCommand command :
                    List.of(
                            new Greet(SESSION, ACKS),
                            new Leave(SESSION),
                            new AcknowledgeUpTo(SESSION, 1),
                            new AcknowledgeOne(SESSION, id(1)),
                            new Written(SESSION, 1, LI))) {
                given(EMPTY).when(command).at(START).thenRejected(InboxRejection.NOT_CONNECTED);
            }
        }

        @Test
        void whatIsTooOldLeavesAtItsMoment() {
            Inbox one = given(EMPTY).when(new Take(letter(1))).at(START).state();
            Instant end = START.plus(LIFETIME);

            assertEquals(Optional.of(end), one.deadline());
            given(one).when(new DeadlineReached()).at(end.minusMillis(1)).then();
            given(one)
                    .when(new DeadlineReached())
                    .at(end)
                    .then(new Settle(new Envelope.Expired(letter(1), 1, end)));
        }

        @Test
        void whatCameTooLateIsNotTakenAtAll() {
            given(EMPTY)
                    .when(new Take(lasting(1, Duration.ofSeconds(1))))
                    .at(START.plusSeconds(1))
                    .thenRejected(InboxRejection.TOO_OLD);
        }
    }

    @Nested
    class WhileExpecting {

        private final Inbox expecting =
                given(new Inbox.Away(waiting(2))).when(new Arrive(SESSION)).at(START).state();

        @Test
        void nothingIsSentBeforeTheBadgeHasSaidWhatItCanDo() {
            given(expecting)
                    .when(new Take(letter(3)))
                    .at(START)
                    .then(new Place(new Envelope.Queued(letter(3), 3, 0)));
            given(expecting).when(new DeadlineReached()).at(START.plusMillis(1999)).then();
        }

        @Test
        void theHelloBeginsIt() {
            var story = given(expecting).when(new Greet(SESSION, ACKS)).at(START);

            assertEquals(upTo(2), sent(story.effects(Transmit.class)));
            assertEquals(upTo(2), inFlight(story.state()));
        }

        @Test
        void withoutHelloItBeginsAfterTwoSecondsWithoutAcknowledgements() {
            assertEquals(Optional.of(START.plusSeconds(2)), expecting.deadline());

            var story = given(expecting).when(new DeadlineReached()).at(START.plusSeconds(2));

            assertEquals(upTo(2), sent(story.effects(Transmit.class)));
            var written = story.when(new Written(SESSION, 1, LI)).at(START.plusSeconds(2));
            assertEquals(List.of(2L), places(written.state()));
        }

        @Test
        void whoAcknowledgedTheLastTimeDoesSoUntilItSaysOtherwise() {
            Shelf known = new Shelf(ME, 1, waiting(1).waiting(), true);
            var story =
                    given(new Inbox.Expecting(known, SESSION, START.plusSeconds(2)))
                            .when(new DeadlineReached())
                            .at(START.plusSeconds(2))
                            .when(new Written(SESSION, 1, LI))
                            .at(START.plusSeconds(2));

            assertEquals(upTo(1), places(story.state()));
        }

        @Test
        void whatABadgeSaysOfItselfIsRememberedOnce() {
            var story = given(expecting).when(new Greet(SESSION, ACKS)).at(START);
            assertEquals(
                    new PeerEffect.Remember(ME, true), story.effect(PeerEffect.Remember.class));

            var again = story.when(new Greet(SESSION, ACKS)).at(START);
            assertEquals(List.of(), again.effects(PeerEffect.Remember.class));
        }

        @Test
        void whatItAlreadyHasIsNotSentAgain() {
            Shelf shelf =
                    new Shelf(
                            ME,
                            2,
                            List.of(
                                    new Envelope.Queued(letter(1), 1, 1),
                                    new Envelope.Queued(letter(2), 2, 0)));
            Inbox inbox = new Inbox.Expecting(shelf, SESSION, START.plusSeconds(2));

            var story = given(inbox).when(new AcknowledgeUpTo(SESSION, 2)).at(START);

            story.then(new Settle(new Envelope.Acknowledged(letter(1), 1, START)));
            assertEquals(List.of(2L), places(story.state()));
        }

        @Test
        void whatAnotherConnectionSaysIsRefused() {
            for (InboxCommand command :
                    List.of(
                            new Greet(LATER, ACKS),
                            new Leave(LATER),
                            new AcknowledgeUpTo(LATER, 1),
                            new AcknowledgeOne(LATER, id(1)),
                            new Written(SESSION, 1, LI))) {
                given(expecting).when(command).at(START).thenRejected(InboxRejection.NOT_CONNECTED);
            }
        }
    }

    @Nested
    class WhileServing {

        @Test
        void aMessageIsPlacedAndSentInOneStep() {
            var story = given(serving(Shelf.empty(ME), ACKS)).when(new Take(letter(1))).at(START);

            var flying = new Envelope.InFlight(letter(1), 1, 1);
            story.then(
                    new Place(new Envelope.Queued(letter(1), 1, 0)),
                    new NoteAttempt(flying),
                    new Transmit(SESSION, flying, LIFETIME));
        }

        @Test
        void atMostSixteenAreInFlight() {
            assertEquals(upTo(16), inFlight(serving(waiting(17), ACKS)));
        }

        @Test
        void theBadgeMayHaveAnotherWindow() {
            assertEquals(upTo(1), inFlight(serving(waiting(17), new Manners(true, 0))));
            assertEquals(upTo(64), inFlight(serving(waiting(99), new Manners(true, 65))));
        }

        @Test
        void anAcknowledgementMakesRoomForAsMany() {
            var story =
                    given(serving(waiting(20), ACKS))
                            .when(new AcknowledgeUpTo(SESSION, 3))
                            .at(START);

            assertEquals(3, story.effects(Settle.class).size());
            assertEquals(List.of(17L, 18L, 19L), sent(story.effects(Transmit.class)));
        }

        @Test
        void oneMayBeAcknowledgedByItself() {
            var story =
                    given(serving(waiting(3), ACKS))
                            .when(new AcknowledgeOne(SESSION, id(2)))
                            .at(START);

            assertEquals(List.of(1L, 3L), places(story.state()));
        }

        @Test
        void whatWasNeverSentCannotBeAcknowledged() {
            Inbox next =
                    given(serving(waiting(17), ACKS))
                            .when(new AcknowledgeUpTo(SESSION, Long.MAX_VALUE))
                            .at(START)
                            .state();

            assertEquals(List.of(17L), places(next));
        }

        @Test
        void anAcknowledgementTwiceChangesNothing() {
            Inbox once =
                    given(serving(waiting(2), ACKS))
                            .when(new AcknowledgeUpTo(SESSION, 1))
                            .at(START)
                            .state();

            var again = given(once).when(new AcknowledgeUpTo(SESSION, 1)).at(START);

            again.then();
            assertEquals(once, again.state());
        }

        @Test
        void nothingIsSentAgainOnAHealthyConnection() {
            var story =
                    given(serving(waiting(3), ACKS))
                            .when(new Greet(SESSION, ACKS))
                            .at(START.plusSeconds(1))
                            .when(new DeadlineReached())
                            .at(START.plusSeconds(50));

            assertEquals(List.of(), story.effects(Transmit.class));
        }

        @Test
        void aSecondHelloDoesNotUnlearnToAcknowledge() {
            Inbox plain =
                    given(serving(waiting(1), ACKS))
                            .when(new Greet(SESSION, Manners.PLAIN))
                            .at(START)
                            .state();

            Inbox next = given(plain).when(new Written(SESSION, 1, LI)).at(START).state();

            assertEquals(upTo(1), places(next));
        }

        @Test
        void whatWasInFlightIsSentAgainWithTheSamePlaceAndTheNextAttempt() {
            var story =
                    given(serving(waiting(2), ACKS))
                            .when(new Leave(SESSION))
                            .at(START)
                            .when(new Arrive(LATER))
                            .at(START)
                            .when(new Greet(LATER, ACKS))
                            .at(START);

            List<Transmit> again = story.effects(Transmit.class);
            assertEquals(upTo(2), sent(again));
            assertEquals(new Envelope.InFlight(letter(1), 1, 2), again.getFirst().envelope());
            assertEquals(LATER, again.getFirst().session());
        }

        @Test
        void aTakeoverQueuesWhatWasInFlightAndTheOldConnectionCountsNoMore() {
            Inbox taken =
                    given(serving(waiting(2), ACKS)).when(new Arrive(LATER)).at(START).state();

            assertEquals(List.of(), inFlight(taken));
            given(taken)
                    .when(new AcknowledgeUpTo(SESSION, 2))
                    .at(START)
                    .thenRejected(InboxRejection.NOT_CONNECTED);
            given(taken)
                    .when(new Leave(SESSION))
                    .at(START)
                    .thenRejected(InboxRejection.NOT_CONNECTED);
        }

        @Test
        void afterFiveConnectionsAMessageIsGivenUpAndTheInboxMovesOn() {
            Inbox inbox = new Inbox.Away(waiting(1));
            for (int time = 1; time <= Envelope.ATTEMPTS_MAX; time++) {
                assertEquals(upTo(1), places(inbox), "before time " + time);
                inbox =
                        given(serving(inbox.shelf(), ACKS))
                                .when(new Leave(SESSION))
                                .at(START)
                                .state();
            }
            assertEquals(List.of(), places(inbox));

            var next = given(serving(inbox.shelf(), ACKS)).when(new Take(letter(2))).at(START);
            assertEquals(List.of(2L), sent(next.effects(Transmit.class)));
        }

        @Test
        void whatGrowsTooOldInFlightIsNotSentAgain() {
            Instant end = START.plus(LIFETIME);
            Inbox flying = serving(waiting(1), ACKS);

            given(flying).when(new DeadlineReached()).at(START.plusSeconds(59)).then();
            given(flying)
                    .when(new Leave(SESSION))
                    .at(end)
                    .then(new Settle(new Envelope.Expired(letter(1), 1, end)));
        }

        @Test
        void whatIsTooOldIsPassedOverBeforeItIsWritten() {
            Shelf shelf =
                    new Shelf(
                            ME,
                            2,
                            List.of(
                                    new Envelope.Queued(lasting(1, Duration.ofSeconds(1)), 1, 0),
                                    new Envelope.Queued(letter(2), 2, 0)));
            Inbox expecting = new Inbox.Expecting(shelf, SESSION, START.plusSeconds(2));

            var story = given(expecting).when(new Greet(SESSION, ACKS)).at(START.plusSeconds(1));

            assertEquals(1, story.effects(Settle.class).size());
            assertEquals(List.of(2L), sent(story.effects(Transmit.class)));
        }
    }
}
