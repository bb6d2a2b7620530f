package dev.supie.domain.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.kernel.Decision;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Whatever comes in whatever order: no id is used twice, never is too much open, and everybody who
/// called is told once.
class DeviceToolsWalkTest {

    private static final int STEPS = 400;

    @Test
    void everyCallEndsOnce() {
        for (int seed = 0; seed < 300; seed++) {
            new Walk(seed).run();
        }
    }

    private static final class Walk {
        private final Random random;
        private final int seed;
        private final DeviceToolsDecider decider = new DeviceToolsDecider(OwnTool.NAMES);
        private final Set<Integer> ids = new HashSet<>();
        private final Set<Long> called = new HashSet<>();
        private final List<Long> settled = new ArrayList<>();
        private DeviceTools state = DeviceTools.nothingYet();
        private Instant now = ToolTalk.START;
        private long tickets;
        private int lastId;

        Walk(int seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        void run() {
            for (int i = 0; i < STEPS; i++) {
                take(command());
            }
            take(new DeviceToolsCommand.End());
            assertEquals(called, new HashSet<>(settled), "seed " + seed);
            assertEquals(called.size(), settled.size(), "seed " + seed);
        }

        private DeviceToolsCommand command() {
            now = now.plusMillis(random.nextInt(4_000));
            return switch (random.nextInt(10)) {
                case 0 -> new DeviceToolsCommand.Announce();
                case 1, 2, 3, 4 ->
                        new DeviceToolsCommand.Answer(lastId - random.nextInt(4), reply());
                case 5, 6, 7 ->
                        new DeviceToolsCommand.Call(++tickets, "t" + random.nextInt(3), "{}");
                default -> new DeviceToolsCommand.DeadlineReached();
            };
        }

        private DeviceReply reply() {
            return switch (random.nextInt(6)) {
                case 0 -> new DeviceReply.Refused("no");
                case 1 -> new DeviceReply.Done();
                case 2 -> new DeviceReply.Content("yes", random.nextBoolean());
                case 3 -> ToolTalk.page("c" + random.nextInt(3), "t0");
                default -> ToolTalk.page("", "t0", "t1");
            };
        }

        private void take(DeviceToolsCommand command) {
            if (decider.decide(state, command, now)
                    instanceof
                    Decision.Accepted<DeviceTools, DeviceToolsEffect, DeviceToolsRejection>(
                            DeviceTools next,
                            List<DeviceToolsEffect> effects)) {
                state = next;
                if (command instanceof DeviceToolsCommand.Call(long ticket, _, _)) {
                    called.add(ticket);
                }
                effects.forEach(this::follow);
            }
            boolean bounded =
                    !(state instanceof DeviceTools.Ready ready)
                            || ready.open().size() <= DeviceToolsDecider.CALLS_MAX;
            assertTrue(bounded, "seed " + seed);
        }

        private void follow(DeviceToolsEffect effect) {
            switch (effect) {
                case DeviceToolsEffect.Send(DeviceRequest request) -> {
                    assertTrue(ids.add(request.id()), "seed " + seed + " id " + request.id());
                    lastId = request.id();
                }
                case DeviceToolsEffect.Settle(long ticket, _) -> settled.add(ticket);
            }
        }
    }
}
