package dev.supie.domain.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.domain.kernel.Decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// One badge's tools through the decider, from the first hello on.
final class ToolTalk {

    static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    private final DeviceToolsDecider decider = new DeviceToolsDecider(Set.of("list_tasks"));
    private final List<DeviceToolsEffect> effects = new ArrayList<>();
    private DeviceTools state = DeviceTools.nothingYet();
    private Instant now = START;

    static DeviceTool tool(String name) {
        return new DeviceTool(name, "does " + name, "{\"type\":\"object\"}", false);
    }

    static List<DeviceTool> tools(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> tool(prefix + i)).toList();
    }

    static DeviceReply.Page page(String nextCursor, String... names) {
        return new DeviceReply.Page(
                List.of(names).stream().map(ToolTalk::tool).toList(), nextCursor);
    }

    /// One whose tools are known.
    static ToolTalk ready(String... names) {
        ToolTalk talk = new ToolTalk().take(new DeviceToolsCommand.Announce());
        talk.answer(1, new DeviceReply.Done()).answer(2, page("", names)).effects();
        return talk;
    }

    DeviceTools state() {
        return state;
    }

    List<String> offered() {
        return state instanceof DeviceTools.Ready ready
                ? List.copyOf(ready.offered().keySet())
                : List.of();
    }

    ToolTalk pass(Duration time) {
        now = now.plus(time);
        return this;
    }

    ToolTalk take(DeviceToolsCommand command) {
        switch (decider.decide(state, command, now)) {
            case Decision.Accepted<DeviceTools, DeviceToolsEffect, DeviceToolsRejection>(
                            DeviceTools next,
                            List<DeviceToolsEffect> following) -> {
                state = next;
                effects.addAll(following);
            }
            case Decision.Rejected<DeviceTools, DeviceToolsEffect, DeviceToolsRejection>(
                            DeviceToolsRejection reason) ->
                    throw new AssertionError(command + " was rejected: " + reason);
        }
        return this;
    }

    ToolTalk answer(int request, DeviceReply reply) {
        return take(new DeviceToolsCommand.Answer(request, reply));
    }

    ToolTalk call(long ticket, String name) {
        return take(new DeviceToolsCommand.Call(ticket, name, "{}"));
    }

    ToolTalk wake() {
        return take(new DeviceToolsCommand.DeadlineReached());
    }

    void assertRejected(DeviceToolsRejection reason, DeviceToolsCommand command) {
        assertEquals(Decision.reject(reason), decider.decide(state, command, now));
    }

    /// What has followed since the last call.
    List<DeviceToolsEffect> effects() {
        List<DeviceToolsEffect> taken = List.copyOf(effects);
        effects.clear();
        return taken;
    }

    List<DeviceRequest> asked() {
        return effects().stream()
                .filter(DeviceToolsEffect.Send.class::isInstance)
                .map(effect -> ((DeviceToolsEffect.Send) effect).request())
                .toList();
    }
}
