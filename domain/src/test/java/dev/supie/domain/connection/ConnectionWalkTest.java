package dev.supie.domain.connection;

import static dev.supie.domain.connection.ConnectionExamples.DECIDER;
import static dev.supie.domain.connection.ConnectionExamples.START;
import static dev.supie.domain.connection.ConnectionExamples.opened;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.Seeded;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Connections at random, from seeds: what must hold however things happen.
final class ConnectionWalkTest {

    private static final int SEEDS = 300;
    private static final int STEPS = 200;

    @Test
    void anAlarmAlwaysMovesTheMachineOn() {
        for (long seed = 0; seed < SEEDS; seed++) {
            String named = "seed " + seed;
            Seeded random = new Seeded(seed);
            Connection connection = opened();
            Instant now = START;
            for (int step = 0; step < STEPS; step++) {
                Optional<Instant> due = DECIDER.deadline(connection);
                if (due.isEmpty()) {
                    break;
                }
                ConnectionCommand command;
                if (random.oneIn(2)) {
                    now = due.get().isAfter(now) ? due.get() : now;
                    command = new ConnectionCommand.DeadlineReached(START);
                } else {
                    now = now.plusMillis(random.below(30_000));
                    command = anything(random);
                }
                connection = decided(connection, command, now, named);
                if (command instanceof ConnectionCommand.DeadlineReached) {
                    Instant then = now;
                    assertTrue(
                            DECIDER.deadline(connection).stream()
                                    .allMatch(next -> next.isAfter(then)),
                            named + ": spins at " + now);
                }
            }
        }
    }

    @Test
    void aConnectionThatFallsSilentAlwaysEnds() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Seeded random = new Seeded(seed);
            Connection connection = opened();
            Instant now = START;
            for (int step = 0; step < 20; step++) {
                now = now.plusMillis(random.below(10_000));
                connection = decided(connection, anything(random), now, "seed " + seed);
            }
            int alarms = 0;
            for (Optional<Instant> due = DECIDER.deadline(connection);
                    due.isPresent();
                    due = DECIDER.deadline(connection)) {
                assertTrue(++alarms <= 10, "seed " + seed + ": no end");
                now = due.get().isAfter(now) ? due.get() : now;
                ConnectionCommand alarm = new ConnectionCommand.DeadlineReached(now);
                connection = decided(connection, alarm, now, "seed " + seed);
            }
            assertEquals(new Connection.Closed(ConnectionExamples.IDENTITY), connection);
        }
    }

    /// With alarms on time nobody is closed as idle unwarned, and however late they are, nobody
    /// while the server speaks or finalizes (CON-3).
    @Test
    void nobodyIsClosedAsIdleUnwarnedOrHeld() {
        int closed = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Seeded random = new Seeded(seed);
            Connection connection = opened();
            Instant now = START;
            while (connection instanceof Connection.Open open) {
                Instant due = DECIDER.deadline(open).orElseThrow();
                Instant next = now.plusMillis(random.below(30_000));
                ConnectionCommand command = seldom(random);
                if (!next.isBefore(due)) {
                    next = due;
                    command = new ConnectionCommand.DeadlineReached(due);
                }
                now = next;
                connection = decided(open, command, now, "seed " + seed);
                if (connection instanceof Connection.Closed && !isDead(open, now)) {
                    closed++;
                    assertFalse(open.clock().isHeld(), "seed " + seed);
                    assertNotEquals(IdleClock.Warning.NONE, open.clock().warning());
                }
            }
        }
        assertTrue(closed > SEEDS / 10, "only " + closed + " were idle");
    }

    private static boolean isDead(Connection.Open open, Instant now) {
        return !now.isBefore(open.clock().frameAt().plus(ConnectionSettings.DEAD_AFTER));
    }

    /// Mostly pongs, so that idle has a chance.
    private static ConnectionCommand seldom(Seeded random) {
        return switch (random.below(60)) {
            case 0 -> new ConnectionCommand.Hold(random.oneOf(List.of(IdleHold.values())));
            case 1, 2 -> new ConnectionCommand.Release(random.oneOf(List.of(IdleHold.values())));
            case 3 -> ConnectionExamples.MESSAGE;
            case 4, 5 -> ConnectionExamples.AUDIO;
            case 6 -> ConnectionExamples.VOICE;
            default -> ConnectionExamples.PONG;
        };
    }

    private static Connection decided(
            Connection connection, ConnectionCommand command, Instant now, String named) {
        var decision = DECIDER.decide(connection, command, now);
        assertEquals(decision, DECIDER.decide(connection, command, now), named);
        return switch (decision) {
            case Decision.Rejected<Connection, ConnectionEffect, ConnectionRejection> _ ->
                    connection;
            case Decision.Accepted<Connection, ConnectionEffect, ConnectionRejection> accepted ->
                    accepted.next();
        };
    }

    private static ConnectionCommand anything(Seeded random) {
        IdleHold hold = random.oneOf(List.of(IdleHold.values()));
        return switch (random.below(40)) {
            case 0 -> ConnectionExamples.DISPLACE;
            case 1, 2, 3 -> new ConnectionCommand.Greet(ClientFeatures.NONE);
            case 4, 5, 6 -> new ConnectionCommand.Hold(hold);
            case 7, 8, 9, 10 -> new ConnectionCommand.Release(hold);
            case 11, 12 -> ConnectionExamples.start(random.oneOf(List.of(Mode.values())));
            case 13, 14 -> ConnectionExamples.end(random.oneOf(List.of(Mode.values())));
            case 15 -> new ConnectionCommand.LeaveMeeting();
            case 16, 17 -> ConnectionExamples.MESSAGE;
            case 18 -> ConnectionExamples.AUDIO;
            case 19 -> ConnectionExamples.VOICE;
            default -> ConnectionExamples.PONG;
        };
    }
}
