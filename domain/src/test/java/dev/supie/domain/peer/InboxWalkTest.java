package dev.supie.domain.peer;

import static dev.supie.domain.peer.PeerExamples.LI;
import static dev.supie.domain.peer.PeerExamples.ME;
import static dev.supie.domain.peer.PeerExamples.START;
import static dev.supie.domain.peer.PeerExamples.ZOE;
import static dev.supie.domain.peer.PeerExamples.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.Seeded;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.InboxSettings.WhenFull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Long random walks through all commands; after each step the promises of PEER-7 and PEER-8 hold.
class InboxWalkTest {

    private static final int WALKS = 300;
    private static final int STEPS = 300;
    private static final int CAPACITY = 60;

    private final Map<Long, Envelope.Settled> ends = new HashMap<>();
    private final Map<SessionId, Long> lastSent = new HashMap<>();
    private long placed;

    @ParameterizedTest
    @EnumSource(WhenFull.class)
    void everyPromiseHoldsAfterEveryStep(WhenFull whenFull) {
        for (long seed = 1; seed <= WALKS; seed++) {
            walk(new InboxDecider(new InboxSettings(CAPACITY, whenFull)), seed);
        }
    }

    private void walk(InboxDecider decider, long seed) {
        ends.clear();
        lastSent.clear();
        placed = 0;
        Seeded random = new Seeded(seed);
        Inbox inbox = new Inbox.Away(Shelf.empty(ME));
        Instant now = START;
        for (int step = 0; step < STEPS; step++) {
            now = now.plusMillis(random.below(random.oneIn(20) ? 120_000 : 500));
            InboxCommand command = any(random, step, now);
            Decision<Inbox, PeerEffect, InboxRejection> decision =
                    decider.decide(inbox, command, now);
            if (command instanceof InboxCommand.Arrive) {
                lastSent.clear();
            }
            String where = "seed " + seed + " step " + step + " " + command;
            if (decision
                    instanceof
                    Decision.Accepted<Inbox, PeerEffect, InboxRejection>(
                            Inbox next,
                            List<PeerEffect> effects)) {
                effects.forEach(effect -> look(effect, where));
                inbox = next;
            }
            check(inbox, now, where);
        }
    }

    private InboxCommand any(Seeded random, int step, Instant now) {
        SessionId session = new SessionId("s" + (step / 40 + random.below(2)));
        DeviceId sender = random.oneOf(List.of(LI, ZOE));
        return switch (random.below(12)) {
            case 0 -> new InboxCommand.Arrive(session);
            case 1 -> new InboxCommand.Leave(session);
            case 2 ->
                    new InboxCommand.Greet(session, new Manners(random.oneIn(2), random.below(70)));
            case 3 -> new InboxCommand.AcknowledgeUpTo(session, random.below((int) placed + 2));
            case 4 -> new InboxCommand.AcknowledgeOne(session, id(random.below(step + 1)));
            case 5, 6 -> new InboxCommand.DeadlineReached();
            case 7 -> new InboxCommand.Written(session, random.below((int) placed + 2), sender);
            default -> {
                Duration lifetime = Duration.ofSeconds(1 + random.below(600));
                yield new InboxCommand.Take(
                        new Letter(id(step), sender, ME, now.plus(lifetime), false));
            }
        };
    }

    private void look(PeerEffect effect, String where) {
        switch (effect) {
            case PeerEffect.Place place -> {
                placed++;
                assertEquals(placed, place.envelope().rseq(), where);
            }
            case PeerEffect.NoteAttempt note ->
                    assertTrue(note.envelope().attempts() <= Envelope.ATTEMPTS_MAX, where);
            case PeerEffect.Settle settle -> {
                Envelope.Settled end = settle.envelope();
                assertEquals(null, ends.put(end.rseq(), end), where);
            }
            case PeerEffect.Transmit sent -> {
                long rseq = sent.envelope().rseq();
                assertTrue(lastSent.getOrDefault(sent.session(), 0L) < rseq, where);
                assertTrue(sent.lifetimeLeft().isPositive(), where);
                assertTrue(!ends.containsKey(rseq), where);
                lastSent.put(sent.session(), rseq);
            }
            case PeerEffect.TellRedelivered told -> assertTrue(told.count() > 0, where);
            case PeerEffect.Remember _, PeerEffect.EndBacklog _, PeerEffect.CloseStalled _ -> {}
        }
    }

    private void check(Inbox inbox, Instant now, String where) {
        List<Envelope.Waiting> waiting = inbox.shelf().waiting();
        assertEquals(placed, inbox.shelf().lastRseq(), where);
        assertEquals(placed, waiting.size() + ends.size(), where);
        assertTrue(waiting.size() <= CAPACITY, where);
        assertTrue(waiting.stream().noneMatch(one -> ends.containsKey(one.rseq())), where);
        for (DeviceId sender : List.of(LI, ZOE)) {
            long own = waiting.stream().filter(one -> one.letter().sender().equals(sender)).count();
            assertTrue(own <= InboxSettings.SENDER_MAX, where);
        }
        long flying = waiting.stream().filter(Envelope.InFlight.class::isInstance).count();
        switch (inbox) {
            case Inbox.Away _, Inbox.Expecting _ -> assertEquals(0, flying, where);
            case Inbox.Serving serving -> {
                boolean more = waiting.size() > flying;
                assertTrue(!more || flying >= serving.manners().window(), where);
            }
        }
        assertTrue(
                inbox.deadline().isPresent()
                        || waiting.stream().allMatch(Envelope.InFlight.class::isInstance),
                where + now);
    }
}
