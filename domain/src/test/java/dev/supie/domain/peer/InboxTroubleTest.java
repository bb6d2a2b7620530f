package dev.supie.domain.peer;

import static dev.supie.domain.peer.PeerExamples.ACKS;
import static dev.supie.domain.peer.PeerExamples.ME;
import static dev.supie.domain.peer.PeerExamples.SESSION;
import static dev.supie.domain.peer.PeerExamples.START;
import static dev.supie.domain.peer.PeerExamples.given;
import static dev.supie.domain.peer.PeerExamples.inFlight;
import static dev.supie.domain.peer.PeerExamples.letter;
import static dev.supie.domain.peer.PeerExamples.sent;
import static dev.supie.domain.peer.PeerExamples.serving;
import static dev.supie.domain.peer.PeerExamples.waiting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.supie.domain.peer.InboxCommand.AcknowledgeUpTo;
import dev.supie.domain.peer.InboxCommand.DeadlineReached;
import dev.supie.domain.peer.PeerEffect.CloseStalled;
import dev.supie.domain.peer.PeerEffect.Transmit;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// PEER-7: a badge that stops answering, and memory that is no longer to be trusted.
class InboxTroubleTest {

    /// The head unacknowledged for 60 s closes the connection (PEER-7).
    @Nested
    class Stalled {

        private final Inbox waiting = serving(waiting(2), ACKS);

        @Test
        void aHeadWithoutAnswerClosesAfterSixtySeconds() {
            assertEquals(Optional.of(START.plusSeconds(60)), waiting.deadline());
            given(waiting).when(new DeadlineReached()).at(START.plusMillis(59_999)).then();
            given(waiting)
                    .when(new DeadlineReached())
                    .at(START.plusSeconds(60))
                    .then(new CloseStalled(SESSION));
        }

        @Test
        void theNextHeadHasItsOwnSixtySeconds() {
            Instant soon = START.plusSeconds(59);
            Inbox moved = given(waiting).when(new AcknowledgeUpTo(SESSION, 1)).at(soon).state();

            assertEquals(Optional.of(soon.plusSeconds(60)), moved.deadline());
        }

        @Test
        void itIsClosedOnce() {
            var story =
                    given(waiting)
                            .when(new DeadlineReached())
                            .at(START.plusSeconds(60))
                            .when(new DeadlineReached())
                            .at(START.plusSeconds(61));

            story.then();
        }

        @Test
        void aBadgeThatNeverAcknowledgesCannotStall() {
            Inbox plain = serving(waiting(1), Manners.PLAIN);

            assertEquals(Optional.empty(), plain.deadline());
            given(plain).when(new DeadlineReached()).at(START.plusSeconds(600)).then();
        }
    }

    /// What is true again after a write of which nobody knows whether it took effect.
    @Nested
    class Restored {

        @Test
        void whatWasSentOnThisConnectionIsNotSentAgain() {
            Inbox before = serving(waiting(2), ACKS);
            Shelf stored =
                    new Shelf(
                            ME,
                            3,
                            List.of(
                                    new Envelope.Queued(letter(2), 2, 1),
                                    new Envelope.Queued(letter(3), 3, 1)));

            Inbox restored = InboxDecider.restored(stored, before);

            assertEquals(List.of(2L), inFlight(restored));
            var next = given(restored).when(new DeadlineReached()).at(START);
            assertEquals(List.of(3L), sent(next.effects(Transmit.class)));
        }

        @Test
        void whoIsAwayStaysAwayAndWhoIsExpectedStaysSo() {
            Inbox expecting = new Inbox.Expecting(waiting(1), SESSION, START.plusSeconds(2));

            assertEquals(
                    new Inbox.Away(waiting(3)),
                    InboxDecider.restored(waiting(3), new Inbox.Away(waiting(1))));
            assertEquals(
                    new Inbox.Expecting(waiting(3), SESSION, START.plusSeconds(2)),
                    InboxDecider.restored(waiting(3), expecting));
        }
    }

    @Test
    void aShelfIsInOrder() {
        var first = new Envelope.Queued(letter(1), 1, 0);
        var second = new Envelope.Queued(letter(2), 2, 0);
        List<List<Envelope.Waiting>> wrong = List.of(List.of(second, first), List.of(first, first));

        for (List<Envelope.Waiting> waiting : wrong) {
            assertThrows(IllegalArgumentException.class, () -> new Shelf(ME, 2, waiting));
        }
        assertThrows(IllegalArgumentException.class, () -> new Shelf(ME, 1, List.of(second)));
    }
}
