package dev.supie.domain.listening;

import static dev.supie.domain.listening.PickupExamples.DECIDER;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.Seeded;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Badges at random, from seeds: packets lost, boundaries missing, doubled and late, recognizers
/// slow, failing and silent. What must hold however things happen.
final class PickupWalkTest {

    private static final int SEEDS = 400;
    private static final int STEPS = 400;

    @Test
    void everyPieceEndsOnceAndInOrderAndNothingIsLeft() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Walk walk = new Walk(seed);
            for (int step = 0; step < STEPS; step++) {
                walk.step();
            }
            walk.comeToRest();
        }
    }

    /// One badge and its recognizers.
    private static final class Walk {

        private final String named;
        private final Seeded random;
        private final Set<Long> begun = new HashSet<>();
        private final Set<Long> over = new HashSet<>();
        private final Map<Long, Integer> asked = new HashMap<>();
        private final Set<Long> finished = new HashSet<>();
        private final int lossOdds;
        private final int silenceOdds;
        private long lastTold;
        private Pickup pickup = PickupExamples.idle();
        private Instant now = PickupExamples.START;

        Walk(long seed) {
            named = "seed " + seed;
            random = new Seeded(seed);
            lossOdds = 2 + random.below(30);
            silenceOdds = 1 + random.below(12);
        }

        void step() {
            now = now.plusMillis(random.oneIn(20) ? random.below(8_000) : 60);
            Optional<Instant> due = DECIDER.deadline(pickup);
            if (due.isPresent() && !due.get().isAfter(now) && random.oneIn(2)) {
                decide(PickupExamples.DEADLINE);
                assertTrue(
                        DECIDER.deadline(pickup).stream().allMatch(next -> next.isAfter(now)),
                        () -> named + ": spins at " + now);
            }
            anything().forEach(this::decide);
        }

        /// Commands that come together; boundaries may be missing, doubled or late by chance.
        private List<PickupCommand> anything() {
            ListenMode mode = random.oneOf(List.of(ListenMode.values()));
            return switch (random.below(60)) {
                case 0, 1 -> List.of(PickupExamples.start(mode));
                case 2 -> List.of(PickupExamples.start(mode), PickupExamples.start(mode));
                case 3, 4 -> List.of(PickupExamples.STOP);
                case 5 -> List.of(PickupExamples.STOP, PickupExamples.STOP);
                case 6 -> List.of(PickupExamples.STOP, PickupExamples.start(mode));
                case 7 -> List.of(PickupExamples.DETECT);
                case 8 -> random.oneIn(8) ? List.of(PickupExamples.FORGET) : List.of();
                case 9, 10, 11, 12 -> answer();
                default ->
                        random.oneIn(lossOdds) ? List.of() : List.of(PickupExamples.PACKET_ARRIVED);
            };
        }

        private List<PickupCommand> answer() {
            List<Long> waiting = new ArrayList<>(asked.keySet());
            if (waiting.isEmpty()) {
                return List.of();
            }
            long segment = random.oneOf(waiting);
            // Sometimes one answers that is not asked any more.
            int recognizer = random.oneIn(4) ? random.below(2) : asked.getOrDefault(segment, 0);
            return switch (random.below(4)) {
                case 0 -> List.of(PickupExamples.failed(segment, recognizer));
                case 1 ->
                        List.of(
                                new PickupCommand.Guessed(
                                        segment, recognizer, PickupExamples.speech("so far")));
                default ->
                        finished.contains(segment)
                                ? List.of(
                                        PickupExamples.understood(
                                                segment, recognizer, random.text(3)))
                                : List.of();
            };
        }

        private void decide(PickupCommand command) {
            var decision = DECIDER.decide(pickup, command, now);
            assertEquals(decision, DECIDER.decide(pickup, command, now), named);
            switch (decision) {
                case Decision.Rejected<Pickup, PickupEffect, PickupRejection> _ -> {}
                case Decision.Accepted<Pickup, PickupEffect, PickupRejection> accepted -> {
                    pickup = accepted.next();
                    accepted.effects().forEach(this::check);
                    assertLimits();
                }
            }
        }

        private void check(PickupEffect effect) {
            switch (effect) {
                case PickupEffect.HearPacket _ -> {
                    boolean voice = !random.oneIn(silenceOdds);
                    decide(new PickupCommand.SoundHeard(PickupExamples.PACKET, voice));
                }
                case PickupEffect.Begin begin ->
                        assertTrue(begun.add(begin.segment()), () -> named + " begins twice");
                case PickupEffect.Take take -> assertBegun(take.segment());
                case PickupEffect.Ask ask -> {
                    assertOpen(ask.segment());
                    int expected = asked.containsKey(ask.segment()) ? 1 : 0;
                    assertEquals(expected, ask.recognizer(), named);
                    asked.put(ask.segment(), ask.recognizer());
                }
                case PickupEffect.Finish finish -> {
                    assertOpen(finish.segment());
                    assertTrue(asked.containsKey(finish.segment()), named);
                    assertTrue(finished.add(finish.segment()), () -> named + " finishes twice");
                }
                case PickupEffect.TellGuess guess -> assertOpen(guess.segment());
                case PickupEffect.Tell tell -> {
                    end(tell.segment());
                    assertTrue(tell.segment() > lastTold, () -> named + ": out of order");
                    lastTold = tell.segment();
                }
                case PickupEffect.TellUnheard unheard -> end(unheard.segment());
                case PickupEffect.Drop drop -> {
                    if (!over.contains(drop.segment())) {
                        end(drop.segment());
                    }
                }
                case PickupEffect.KeepPacket _,
                        PickupEffect.DropPackets _,
                        PickupEffect.Prepare _,
                        PickupEffect.KeepSound _ -> {}
            }
        }

        private void end(long segment) {
            assertOpen(segment);
            over.add(segment);
            asked.remove(segment);
        }

        private void assertOpen(long segment) {
            assertBegun(segment);
            assertTrue(!over.contains(segment), () -> named + ": over already: " + segment);
        }

        private void assertBegun(long segment) {
            assertTrue(begun.contains(segment), () -> named + ": never begun: " + segment);
        }

        private void assertLimits() {
            switch (pickup) {
                case Pickup.Idle _ -> assertTrue(asked.isEmpty(), () -> named + ": left " + asked);
                case Pickup.Finalizing finalizing -> assertAwaited(finalizing.awaited());
                case Pickup.Listening listening -> {
                    assertAwaited(listening.awaited());
                    if (listening.segment() instanceof Segment.Spoken spoken) {
                        Duration heard = spoken.heard();
                        assertTrue(
                                heard.compareTo(PickupSettings.SEGMENT_MAX) < 0,
                                () -> named + ": too long");
                    }
                }
            }
        }

        private void assertAwaited(Awaited awaited) {
            assertTrue(awaited.pieces().size() <= PickupSettings.AWAITED_MAX, named);
        }

        /// The badge says nothing any more, and no recognizer ever answers again.
        void comeToRest() {
            now = now.plusSeconds(1);
            decide(PickupExamples.STOP);
            int alarms = 0;
            for (Optional<Instant> due = DECIDER.deadline(pickup);
                    due.isPresent();
                    due = DECIDER.deadline(pickup)) {
                assertTrue(++alarms <= 40, () -> named + ": never rests");
                now = due.get().isAfter(now) ? due.get() : now;
                decide(PickupExamples.DEADLINE);
            }
            assertInstanceOf(Pickup.Idle.class, pickup, named);
            assertEquals(begun, over, named);
        }
    }
}
