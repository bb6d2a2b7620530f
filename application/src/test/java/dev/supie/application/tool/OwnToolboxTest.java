package dev.supie.application.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.runtime.Workers;
import dev.supie.domain.tool.OwnRequest;
import dev.supie.domain.tool.OwnTool;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// What is the same for all our own tools.
class OwnToolboxTest {

    private static final OwnRequest TIME = new OwnRequest.TellTime();

    private final ToolBench bench = new ToolBench();

    private static List<String> names(Toolbox toolbox) {
        return toolbox.offeredTo(ToolBench.by(ToolBench.LI)).stream().map(Tool::name).toList();
    }

    private ToolResult raw(String name, String arguments) {
        CompletableFuture<ToolResult> result =
                bench.forBadges()
                        .call(ToolBench.by(ToolBench.LI), new ToolCall("c", name, arguments))
                        .toCompletableFuture();
        bench.threads.runAll();
        return result.join();
    }

    @Test
    void allOfThemAreOfferedWithWordsAndSchemas() {
        assertEquals(
                Stream.of(OwnTool.values()).map(OwnTool::word).toList(), names(bench.forBadges()));
        for (Tool tool : bench.forBadges().offeredTo(ToolBench.by(ToolBench.LI))) {
            assertFalse(tool.description().isBlank());
            assertTrue(tool.parametersSchema().startsWith("{"));
        }
    }

    @Test
    void whoeverMayOnlyReadIsOfferedNothingThatChangesAndCannotCallIt() {
        Toolbox reading = OwnToolFeature.forReaders(bench.ports());

        assertFalse(names(reading).contains("add_task"));
        assertTrue(names(reading).contains("list_tasks"));
        ToolResult result =
                bench.call(
                        reading,
                        ToolBench.LI,
                        OwnTool.SEND_MESSAGE,
                        new OwnRequest.SendMessage(List.of("Mo"), "x"));
        assertEquals(ToolResult.error("you may only read: send_message changes things"), result);
        assertEquals(names(bench.forBadges()), names(OwnToolFeature.forWriters(bench.ports())));
    }

    @Test
    void theTimeIsThatOfTheTeam() {
        assertEquals(
                ToolResult.of("Saturday, 2026-11-21 17:00:00 UTC+08:00"), raw("tell_time", "{}"));
    }

    @Test
    void brokenArgumentsAreSaidToBe() {
        assertEquals(
                ToolResult.error("wrong arguments of list_tasks: not an object"),
                raw("list_tasks", "nonsense"));
    }

    @Test
    void whatIsNotOursIsTheBadges() {
        assertEquals(NoTools.NONE, raw("self_reboot", "{}"));
        assertTrue(
                OwnToolFeature.forReaders(bench.ports())
                        .call(ToolBench.by(ToolBench.LI), new ToolCall("c", "self_reboot", "{}"))
                        .toCompletableFuture()
                        .join()
                        .isError());
    }

    @Test
    void aStoreThatIsAwayIsSaidToBe() {
        bench.taskStore.goAway();

        assertEquals(
                OwnToolbox.NO_STORE,
                bench.call(
                        ToolBench.LI,
                        OwnTool.LIST_TASKS,
                        new OwnRequest.ListTasks(OwnRequest.Which.ALL, "")));
    }

    @Test
    void aBugIsToldToNobodyButTheLog() {
        // A limit that no reading of arguments lets through.
        assertEquals(
                OwnToolbox.BROKEN,
                bench.call(ToolBench.LI, OwnTool.FIND_MEETINGS, new OwnRequest.LatestMeetings(0)));
    }

    @Test
    void nobodyWaitsLongerThanPromised() {
        CompletableFuture<ToolResult> result =
                bench.begin(bench.forBadges(), ToolBench.LI, OwnTool.TELL_TIME, TIME);

        bench.time.advance(OwnToolbox.ANSWER_MAX.minusMillis(1));
        assertFalse(result.isDone());
        // The worker is slower than the alarm.
        bench.time.jump(Duration.ofMillis(1));
        bench.time.fireNext();
        bench.threads.runAll();

        assertTrue(result.isDone());
        assertEquals(0, bench.time.alarms());
    }

    @Test
    void aLateAnswerChangesNothing() {
        Toolbox slow = OwnToolFeature.forBadges(bench.ports(new SilentPeers()), new NoTools());
        CompletableFuture<ToolResult> result =
                bench.begin(
                        slow,
                        ToolBench.LI,
                        OwnTool.SEND_MESSAGE,
                        new OwnRequest.SendMessage(List.of("Mo"), "hello"));
        bench.threads.runAll();
        assertFalse(result.isDone());

        bench.time.advance(OwnToolbox.ANSWER_MAX);
        bench.threads.runAll();

        assertEquals(OwnToolbox.TOO_LATE, result.join());
    }

    @Test
    void moreCallsThanCanWaitAreRefused() {
        Toolbox toolbox = bench.forBadges();
        for (int i = 0; i < Workers.WAITING_MAX + ToolBench.WORKERS; i++) {
            assertFalse(bench.begin(toolbox, ToolBench.LI, OwnTool.TELL_TIME, TIME).isDone());
        }

        assertEquals(
                OwnToolbox.BUSY,
                bench.begin(toolbox, ToolBench.LI, OwnTool.TELL_TIME, TIME).join());
        bench.threads.runAll();
        assertEquals(0, bench.time.alarms(), "alarms of calls that are over");
    }

    @Test
    void callsAreCounted() {
        raw("tell_time", "{}");
        raw("tell_time", "[]");
        raw("self_reboot", "{}");
        raw("self_other", "{}");

        assertEquals(
                Map.of(
                        new ToolTally.Call("tell_time", false), 1L,
                        new ToolTally.Call("tell_time", true), 1L,
                        new ToolTally.Call(ToolTally.BADGE, true), 2L),
                bench.tally.calls());
    }
}
