package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.domain.task.Due;
import dev.supie.domain.task.Extras;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.ListedTask;
import dev.supie.domain.task.Owner;
import dev.supie.domain.task.Priority;
import dev.supie.domain.task.Task;
import dev.supie.domain.task.TaskId;
import dev.supie.domain.task.TaskNotes;
import dev.supie.domain.task.TaskStamp;
import dev.supie.domain.task.TaskStatus;
import dev.supie.domain.task.Title;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;

/// What a spreadsheet makes of tasks (RFC 4180), which must not be formulas.
class TaskCsvTest {

    private static final String HEADER =
            "id,title,status,priority,owner,groupKey,due,overdue,notes,createdAt,updatedAt\r\n";
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static ListedTask task(String title, String notes) {
        return new ListedTask(
                new Task(
                        new TaskId("t1"),
                        new GroupKey("94:a9:90"),
                        new Title(title),
                        new Priority(1),
                        TaskStatus.OPEN,
                        new Owner("Li|aa:01"),
                        Due.of("2026-11-20").orElseThrow(),
                        new TaskNotes(notes),
                        Extras.NONE,
                        new TaskStamp(1, 1, NOON, NOON)),
                true);
    }

    private static String titleCell(String title) {
        String row = TaskCsv.of(List.of(task(title, ""))).substring(HEADER.length());
        return row.substring("t1,".length(), row.indexOf(",open,"));
    }

    @Test
    void aTaskIsARowAndEveryRowEnds() {
        assertEquals(HEADER, TaskCsv.of(List.of()));
        assertEquals(
                HEADER
                        + "t1,写周报,open,1,Li|aa:01,94:a9:90,2026-11-20,true,,"
                        + "2026-11-21T12:00:00Z,2026-11-21T12:00:00Z\r\n",
                TaskCsv.of(List.of(task("写周报", ""))));
    }

    @Test
    void whatWouldEndACellIsQuoted() {
        assertEquals("\"a, b\"", titleCell("a, b"));
        assertEquals("\"say \"\"hi\"\"\"", titleCell("say \"hi\""));
        assertEquals("a b", titleCell("a b"));
        assertEquals("\"one\ntwo\"", TaskCsv.of(List.of(task("x", "one\ntwo"))).split(",", -1)[18]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠x", "=cmd|'/c calc'!A0"})
    void aFormulaIsText(String title) {
        assertEquals("'" + title, titleCell(title));
    }

    /// Quotes do not keep a spreadsheet from taking it for a formula.
    @Test
    void aQuotedFormulaIsTextToo() {
        assertEquals(
                "\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\"",
                titleCell("=HYPERLINK(\"http://evil\",\"x\")"));
    }
}
