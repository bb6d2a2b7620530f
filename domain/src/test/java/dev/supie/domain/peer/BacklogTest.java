package dev.supie.domain.peer;

import static dev.supie.domain.peer.PeerExamples.ACKS;
import static dev.supie.domain.peer.PeerExamples.LATER;
import static dev.supie.domain.peer.PeerExamples.LI;
import static dev.supie.domain.peer.PeerExamples.ME;
import static dev.supie.domain.peer.PeerExamples.SESSION;
import static dev.supie.domain.peer.PeerExamples.START;
import static dev.supie.domain.peer.PeerExamples.ZOE;
import static dev.supie.domain.peer.PeerExamples.given;
import static dev.supie.domain.peer.PeerExamples.lasting;
import static dev.supie.domain.peer.PeerExamples.letter;
import static dev.supie.domain.peer.PeerExamples.serving;
import static dev.supie.domain.peer.PeerExamples.waiting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.Scenario;
import dev.supie.domain.peer.InboxCommand.AcknowledgeUpTo;
import dev.supie.domain.peer.InboxCommand.Arrive;
import dev.supie.domain.peer.InboxCommand.DeadlineReached;
import dev.supie.domain.peer.InboxCommand.Greet;
import dev.supie.domain.peer.InboxCommand.Leave;
import dev.supie.domain.peer.InboxCommand.Take;
import dev.supie.domain.peer.InboxCommand.Written;
import dev.supie.domain.peer.PeerEffect.EndBacklog;
import dev.supie.domain.peer.PeerEffect.TellRedelivered;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// PEER-9: what waited is told about when it was really written, and not before.
class BacklogTest {

    private static final Shelf MIXED =
            new Shelf(
                    ME,
                    3,
                    List.of(
                            new Envelope.Queued(letter(1, LI), 1, 0),
                            new Envelope.Queued(letter(2, ZOE), 2, 0),
                            new Envelope.Queued(letter(3, LI), 3, 0)));

    private static Scenario.Then<Inbox, InboxCommand, PeerEffect, InboxRejection> written(
            Inbox inbox, long rseq, DeviceId sender) {
        return given(inbox).when(new Written(SESSION, rseq, sender)).at(START);
    }

    @Test
    void eachSenderHearsHowManyAndThenTheBadgeThatThisWasAll() {
        Inbox two = written(written(serving(MIXED, ACKS), 1, LI).state(), 2, ZOE).state();

        var story = written(two, 3, LI);

        story.then(
                new TellRedelivered(LI, ME, 2),
                new TellRedelivered(ZOE, ME, 1),
                new EndBacklog(SESSION, 3));
    }

    @Test
    void anAcknowledgementBeforeTheWriteIsKnownChangesNoCount() {
        Inbox answered =
                given(serving(MIXED, ACKS)).when(new AcknowledgeUpTo(SESSION, 3)).at(START).state();

        Inbox two = written(written(answered, 1, LI).state(), 2, ZOE).state();

        assertEquals(3, written(two, 3, LI).effect(EndBacklog.class).count());
    }

    @Test
    void whatDoesNotFitIntoTheWindowBelongsToItToo() {
        Inbox narrow = serving(waiting(2), new Manners(true, 1));

        Inbox first = written(narrow, 1, LI).state();
        var second = given(first).when(new AcknowledgeUpTo(SESSION, 1)).at(START);
        second.then(
                second.effect(PeerEffect.Settle.class),
                second.effect(PeerEffect.NoteAttempt.class),
                second.effect(PeerEffect.Transmit.class));

        assertEquals(2, written(second.state(), 2, LI).effect(EndBacklog.class).count());
    }

    @Test
    void whatComesInMeanwhileDoesNotCount() {
        Inbox busy = given(serving(waiting(1), ACKS)).when(new Take(letter(2))).at(START).state();

        Inbox newer = written(busy, 2, LI).state();

        assertEquals(1, written(newer, 1, LI).effect(EndBacklog.class).count());
    }

    @Test
    void whatGrewTooOldIsNotCounted() {
        Shelf shelf =
                new Shelf(
                        ME,
                        2,
                        List.of(
                                new Envelope.Queued(letter(1), 1, 0),
                                new Envelope.Queued(lasting(2, Duration.ofSeconds(9)), 2, 0)));
        Inbox narrow = serving(shelf, new Manners(true, 1));
        Inbox first = written(narrow, 1, LI).state();

        var story = given(first).when(new DeadlineReached()).at(START.plusSeconds(9));

        assertEquals(1, story.effect(EndBacklog.class).count());
        assertEquals(1, story.effect(TellRedelivered.class).count());
    }

    @Test
    void anEmptyOneEndsAtOnceForWhoeverAcknowledges() {
        var story =
                given(new Inbox.Away(Shelf.empty(ME)))
                        .when(new Arrive(SESSION))
                        .at(START)
                        .when(new Greet(SESSION, ACKS))
                        .at(START);

        story.then(new PeerEffect.Remember(ME, true), new EndBacklog(SESSION, 0));
    }

    @Test
    void aBadgeThatKnowsNothingOfMessagesIsNotBotheredByAnEmptyOne() {
        var story =
                given(new Inbox.Away(Shelf.empty(ME)))
                        .when(new Arrive(SESSION))
                        .at(START)
                        .when(new DeadlineReached())
                        .at(START.plus(InboxDecider.GREETING_MAX));

        story.then();
    }

    @Test
    void whereItBreaksOffSendersHearOfWhatWasWritten() {
        Inbox first = written(serving(MIXED, ACKS), 1, LI).state();

        given(first).when(new Leave(SESSION)).at(START).then(new TellRedelivered(LI, ME, 1));
        given(first).when(new Arrive(LATER)).at(START).then(new TellRedelivered(LI, ME, 1));
    }

    @Test
    void itEndsOnce() {
        Inbox over = written(serving(waiting(1), ACKS), 1, LI).state();

        assertEquals(
                List.of(),
                given(over).when(new DeadlineReached()).at(START).effects(EndBacklog.class));
    }
}
