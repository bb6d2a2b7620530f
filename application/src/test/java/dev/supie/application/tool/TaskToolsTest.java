package dev.supie.application.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.task.Due;
import dev.supie.domain.task.FieldChange;
import dev.supie.domain.task.Priority;
import dev.supie.domain.task.TaskId;
import dev.supie.domain.task.TaskNotes;
import dev.supie.domain.task.Title;
import dev.supie.domain.tool.OwnRequest;
import dev.supie.domain.tool.OwnTool;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

/// WF-1 to WF-6 by tools.
class TaskToolsTest {

    private final ToolBench bench = new ToolBench();

    private static OwnRequest.AddTask titled(String title, FieldChange... more) {
        return new OwnRequest.AddTask(
                Stream.concat(
                                Stream.of(new FieldChange.SetTitle(Title.of(title).orElseThrow())),
                                Stream.of(more))
                        .toList(),
                "");
    }

    private ToolResult add(DeviceId by, OwnRequest.AddTask task) {
        return bench.call(by, OwnTool.ADD_TASK, task);
    }

    private ToolResult list(DeviceId by, OwnRequest.Which which, String words) {
        return bench.call(by, OwnTool.LIST_TASKS, new OwnRequest.ListTasks(which, words));
    }

    @Test
    void aTaskIsAddedListedClaimedAndCompleted() {
        TaskId id = new TaskId("fresh-1");
        assertEquals(
                ToolResult.of("added as task fresh-1"),
                add(
                        ToolBench.LI,
                        titled(
                                "Fix the printer",
                                new FieldChange.SetPriority(new Priority(0)),
                                new FieldChange.SetDue(Due.of("2026-11-20").orElseThrow()),
                                new FieldChange.SetNotes(
                                        TaskNotes.of("third floor\nby the window")
                                                .orElseThrow()))));
        assertEquals(
                ToolResult.of(
                        """
                        1 task in group 94:a9:90:
                        - id fresh-1, "Fix the printer", open, priority 0, owner \
                        Li|94:a9:90:00:00:01, due 2026-11-20 (overdue), notes: third floor by the \
                        window"""),
                list(ToolBench.MO, OwnRequest.Which.OPEN, ""));
        assertEquals(
                ToolResult.of("task fresh-1 belongs to Mo|94:a9:90:00:00:02"),
                bench.call(ToolBench.MO, OwnTool.CLAIM_TASK, new OwnRequest.ClaimTask(id)));
        assertEquals(
                ToolResult.of("task fresh-1 is done"),
                bench.call(ToolBench.MO, OwnTool.COMPLETE_TASK, new OwnRequest.CompleteTask(id)));
        assertEquals(
                ToolResult.of("task fresh-1 is done, as before"),
                bench.call(ToolBench.MO, OwnTool.COMPLETE_TASK, new OwnRequest.CompleteTask(id)));
        assertEquals(
                ToolResult.of("0 tasks in group 94:a9:90"),
                list(ToolBench.LI, OwnRequest.Which.OPEN, ""));
        assertTrue(list(ToolBench.LI, OwnRequest.Which.DONE, "PRINTER").text().contains("done"));
        assertTrue(list(ToolBench.LI, OwnRequest.Which.ALL, "window").text().startsWith("1 "));
        assertTrue(list(ToolBench.LI, OwnRequest.Which.ALL, "nowhere").text().startsWith("0 "));
    }

    @Test
    void otherGroupsSeeAndChangeNothing() {
        add(ToolBench.LI, titled("Secret"));

        assertFalse(list(ToolBench.STRANGER, OwnRequest.Which.ALL, "").text().contains("Secret"));
        assertTrue(
                bench.call(
                                ToolBench.STRANGER,
                                OwnTool.CLAIM_TASK,
                                new OwnRequest.ClaimTask(new TaskId("fresh-1")))
                        .isError());
    }

    @Test
    void anOwnerIsCalledByName() {
        add(ToolBench.LI, new OwnRequest.AddTask(titled("Call Sue").fields(), "mo"));
        add(ToolBench.LI, new OwnRequest.AddTask(titled("Call Ann").fields(), "somebody else"));

        String tasks = list(ToolBench.LI, OwnRequest.Which.OPEN, "").text();
        assertTrue(tasks.contains("owner Mo|94:a9:90:00:00:02"), tasks);
        assertTrue(tasks.contains("owner somebody else"), tasks);
    }

    @Test
    void aChangeIsShownToTheBadgesOfTheGroup() {
        SessionId screen = new SessionId("screen");
        bench.link.connect(screen);
        bench.tasks.arrived(ToolBench.MO, screen);
        bench.tasks.returned(ToolBench.MO, screen);
        bench.threads.runAll();
        bench.link.take(screen);

        add(ToolBench.LI, titled("New"));
        bench.threads.runAll();

        assertEquals(1, bench.link.sentTo(screen, BadgeMessage.TaskList.class).size());
    }

    @Test
    void whatTheRulesRefuseIsSaid() {
        ToolResult unknown =
                bench.call(
                        ToolBench.LI,
                        OwnTool.COMPLETE_TASK,
                        new OwnRequest.CompleteTask(new TaskId("t9")));
        assertTrue(unknown.isError());
        assertTrue(unknown.text().contains("t9"), unknown.text());
    }

    @Test
    void aStoreThatFailsIsSaidToBeAway() {
        bench.taskStore.failNextSaveBefore();

        assertEquals(OwnToolbox.NO_STORE, add(ToolBench.LI, titled("x")));
    }

    @Test
    void aLongListSaysThatThereIsMore() {
        for (int i = 0; i < 90; i++) {
            add(ToolBench.LI, titled("task " + "x".repeat(180) + i));
        }

        ToolResult result = list(ToolBench.LI, OwnRequest.Which.OPEN, "");

        List<String> lines = result.text().lines().toList();
        assertTrue(result.text().length() <= ToolResult.TEXT_MAX);
        assertEquals(
                (90 - (lines.size() - 2)) + " more: ask for some words of them", lines.getLast());
    }
}
