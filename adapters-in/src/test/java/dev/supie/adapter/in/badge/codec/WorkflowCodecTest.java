package dev.supie.adapter.in.badge.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.in.badge.codec.InboundFrame.Malformed;
import dev.supie.adapter.in.badge.codec.InboundFrame.RequestFrame;
import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.BadgeRequest.ChangeTasks;
import dev.supie.application.connection.BadgeRequest.PullTasks;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.BadgeMessage.FeatureError;
import dev.supie.application.connection.port.BadgeMessage.TaskList;
import dev.supie.application.connection.port.BadgeMessage.TaskReceipt;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.connection.port.TaskEvent;
import dev.supie.application.task.TaskRequest;
import dev.supie.domain.task.BoardCommand;
import dev.supie.domain.task.Due;
import dev.supie.domain.task.Extras;
import dev.supie.domain.task.FieldChange;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.ListedTask;
import dev.supie.domain.task.Owner;
import dev.supie.domain.task.Priority;
import dev.supie.domain.task.Task;
import dev.supie.domain.task.TaskChange;
import dev.supie.domain.task.TaskId;
import dev.supie.domain.task.TaskNotes;
import dev.supie.domain.task.TaskStamp;
import dev.supie.domain.task.TaskStatus;
import dev.supie.domain.task.Title;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// WF-1 to WF-5 on the wire. In the inputs `'` stands for `"`.
class WorkflowCodecTest {

    private static final Rid R1 = new Rid("r1");

    private final BadgeCodec codec = new BadgeCodec();

    private BadgeRequest read(String text) {
        InboundFrame frame = codec.decode(text.replace('\'', '"'));
        return assertInstanceOf(RequestFrame.class, frame, frame::toString).request();
    }

    private TaskRequest change(String fields) {
        BadgeRequest request = read("{'type':'workflow'," + fields + "}");
        return assertInstanceOf(ChangeTasks.class, request).change();
    }

    private FeatureError refused(String fields) {
        InboundFrame frame = codec.decode(("{'type':'workflow'" + fields + "}").replace('\'', '"'));
        Malformed malformed = assertInstanceOf(Malformed.class, frame, frame::toString);
        FeatureError error = assertInstanceOf(FeatureError.class, malformed.answer());
        assertEquals("workflow", error.feature());
        assertEquals(ErrorCode.SCHEMA_INVALID, error.code());
        return error;
    }

    private static List<TaskId> ids(String... ids) {
        return List.of(ids).stream().map(TaskId::new).toList();
    }

    @Test
    void everyFieldOfATaskIsRead() {
        TaskRequest request =
                change(
                        "'event':' Update ','tasks':[{'id':' t1 ','title':'Paint','priority':0,"
                                + "'status':'DONE','owner':'Mo','groupKey':'Ops:',"
                                + "'due':'2026-11-30','notes':'two\\nlines','colour':'red',"
                                + "'size':{'w':[1,null]}}]");

        TaskChange expected =
                new TaskChange(
                        new TaskId("t1"),
                        new FieldChange.SetTitle(new Title("Paint")),
                        new FieldChange.SetPriority(new Priority(0)),
                        new FieldChange.SetStatus(TaskStatus.DONE),
                        new FieldChange.SetOwner(new Owner("Mo")),
                        new FieldChange.SetDue(Due.of("2026-11-30").orElseThrow()),
                        new FieldChange.SetNotes(new TaskNotes("two\nlines")),
                        new FieldChange.KeepExtra("colour", "\"red\""),
                        new FieldChange.KeepExtra("size", "{\"w\":[1,null]}"));
        assertEquals(
                new TaskRequest.Update(
                        List.of(new TaskRequest.Item(Optional.of(new GroupKey("ops")), expected))),
                request);
    }

    @Test
    void nullClearsWhatCanBeClearedAndIsOtherwiseNothing() {
        TaskRequest request =
                change(
                        "'event':'update','tasks':[{'id':'t1','title':null,'priority':null,"
                                + "'status':null,'owner':null,'groupKey':null,'due':null,"
                                + "'notes':null,'colour':null}]");

        TaskChange expected =
                new TaskChange(
                        new TaskId("t1"),
                        new FieldChange.SetDue(Due.never()),
                        new FieldChange.SetNotes(TaskNotes.NONE),
                        new FieldChange.DropExtra("colour"));
        assertEquals(
                new TaskRequest.Update(List.of(new TaskRequest.Item(Optional.empty(), expected))),
                request);
    }

    @Test
    void whatOnlySupieSaysIsPassedOver() {
        TaskRequest request =
                change(
                        "'event':'update','tasks':[{'id':'t1','overdue':true,'version':7,"
                                + "'createdAt':1,'updatedAt':'x'}]");

        assertEquals(
                new TaskRequest.Update(
                        List.of(
                                new TaskRequest.Item(
                                        Optional.empty(), new TaskChange(new TaskId("t1"))))),
                request);
    }

    /// WF-2: the task's own group, else that of the message.
    @Test
    void theGroupOfTheMessageIsThatOfTasksWithoutOne() {
        TaskRequest request =
                change(
                        "'event':'update','groupKey':'a','tasks':[{'id':'t1'},"
                                + "{'id':'t2','groupKey':'b'}]");

        List<Optional<GroupKey>> groups =
                ((TaskRequest.Update) request)
                        .items().stream().map(TaskRequest.Item::group).toList();
        assertEquals(
                List.of(Optional.of(new GroupKey("a")), Optional.of(new GroupKey("b"))), groups);
    }

    @Test
    void commandsAreRead() {
        Optional<GroupKey> ops = Optional.of(new GroupKey("ops"));

        assertEquals(
                new TaskRequest.Complete(ops, ids("t1", "t2")),
                change("'event':'complete','groupKey':'ops','ids':['t1','t2','t1']"));
        assertEquals(
                new TaskRequest.Delete(Optional.empty(), ids("t1")),
                change("'event':'delete','ids':['t1']"));
        assertEquals(
                new TaskRequest.Assign(
                        Optional.empty(), new TaskId("t1"), Optional.of(new Owner("Mo"))),
                change("'event':'assign','id':'t1','owner':'Mo'"));
        assertEquals(
                new TaskRequest.Assign(ops, new TaskId("t1"), Optional.empty()),
                change("'event':'assign','id':'t1','owner':null,'groupKey':'OPS'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'event':'list'",
                "'event':'update','tasks':[]",
                "'tasks':[]",
                "'event':'LIST','tasks':7"
            })
    void theListIsAskedForInSeveralWays(String fields) {
        assertEquals(new PullTasks(R1), read("{'type':'workflow','rid':'r1'," + fields + "}"));
    }

    @Test
    void tasksWithoutAnEventAreAnUpdate() {
        assertInstanceOf(TaskRequest.Update.class, change("'tasks':[{'id':'t1'}]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "``~missing: event~``",
                ",'event':'burn'~event must be update|list|complete|delete|assign~``",
                ",'event':'update'~missing: tasks~update",
                ",'event':'update','tasks':7~tasks must be array of {id,title,…}~update",
                ",'event':'update','tasks':[7]~tasks[0] must be object~update",
                ",'event':'complete'~missing: ids~complete",
                ",'event':'complete','ids':'t'~ids must be array of string of 1..64 characters"
                        + "~complete",
                ",'event':'delete','ids':[7]~ids must be array of string of 1..64 characters"
                        + "~delete",
                ",'event':'delete','ids':[]~ids must be 1..100, not 0~delete",
                ",'event':'assign'~missing: id~assign",
                ",'event':'assign','id':7~id must be string of 1..64 characters~assign",
                ",'event':'list','rid':7~rid must be string of at most 64 characters~list",
                ",'event':'complete','groupKey':':','ids':['t1']~groupKey must be string of"
                        + " 1..128 characters~complete"
            })
    void whatIsWrongIsNamed(String fields, String message, String event) {
        FeatureError error = refused(fields);

        assertEquals(message, error.message());
        assertEquals(event, error.phase());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "priority~4~priority must be integer 0..3",
                "priority~-1~priority must be integer 0..3",
                "priority~1.5~priority must be integer 0..3",
                "priority~1e99~priority must be integer 0..3",
                "priority~99999999999~priority must be integer 0..3",
                "priority~'1'~priority must be integer 0..3",
                "status~'later'~status must be open|done",
                "title~' '~title must be string of 1..200 characters",
                "title~7~title must be string of 1..200 characters",
                "owner~''~owner must be string of 1..256 characters",
                "notes~[]~notes must be string of at most 1000 characters",
                "due~20261130~due must be an ISO date like 2026-11-30 or 2026-11-30T17:00, with Z"
                        + " or +08:00 if wanted"
            })
    void aFieldOfAnotherFormIsRefused(String name, String value, String problem) {
        FeatureError error =
                refused(",'event':'update','tasks':[{'id':'t1','" + name + "':" + value + "}]");

        assertEquals("tasks[0]: " + problem, error.message());
    }

    @Test
    void tooManyTasksAreRefused() {
        String most = String.join(",", Collections.nCopies(BoardCommand.TASKS_MAX, "{'id':'t'}"));

        change("'event':'update','tasks':[" + most + "]");
        FeatureError error = refused(",'event':'update','tasks':[" + most + ",{'id':'t'}]");
        assertEquals("tasks must be at most 100, not 101", error.message());
    }

    @Test
    void onlySoManyProblemsAreNamed() {
        String all = String.join(",", Collections.nCopies(12, "{}"));

        String message = refused(",'event':'update','tasks':[" + all + "]").message();

        assertTrue(message.startsWith("tasks[0]: missing: id; tasks[1]"), message);
        assertTrue(message.endsWith("tasks[9]: missing: id; and 2 more tasks"), message);
    }

    private String written(BadgeMessage message) {
        return codec.encode(message).replace('"', '\'');
    }

    @Test
    void aReceiptIsWritten() {
        assertEquals(
                "{'type':'workflow','status':'ok','event':'assign','ids':['t1'],"
                        + "'idempotent':true,'rid':'r1'}",
                written(new TaskReceipt(TaskEvent.ASSIGN, ids("t1"), true, R1)));
        assertEquals(
                "{'type':'workflow','status':'ok','event':'update','ids':['t1','t2']}",
                written(new TaskReceipt(TaskEvent.UPDATE, ids("t1", "t2"), false, Rid.NONE)));
    }

    @Test
    void aListIsWritten() {
        Instant now = Instant.parse("2026-11-21T09:00:00Z");
        Task bare =
                new Task(
                        new TaskId("t1"),
                        new GroupKey("ops"),
                        new Title("修理 \"it\""),
                        Priority.USUAL,
                        TaskStatus.OPEN,
                        new Owner("Li|aa:01"),
                        Due.never(),
                        TaskNotes.NONE,
                        Extras.NONE,
                        new TaskStamp(1, 1, now, now));
        Task full =
                new Task(
                        new TaskId("t2"),
                        new GroupKey("ops"),
                        new Title("x"),
                        new Priority(0),
                        TaskStatus.DONE,
                        new Owner("Mo"),
                        Due.of("2026-11-30").orElseThrow(),
                        new TaskNotes("two\nlines"),
                        new Extras(Map.of("size", "[1,null]", "colour", "\"red\"")),
                        new TaskStamp(2, 1, now, now));
        List<ListedTask> tasks = List.of(new ListedTask(bare, false), new ListedTask(full, true));

        assertEquals(
                "{'type':'workflow','event':'update','tasks':[{'id':'t1','title':'修理 \\'it\\'',"
                        + "'priority':2,'status':'open','owner':'Li|aa:01','groupKey':'ops'},"
                        + "{'id':'t2','title':'x','priority':0,'status':'done','owner':'Mo',"
                        + "'groupKey':'ops','due':'2026-11-30','overdue':true,"
                        + "'notes':'two\\nlines','colour':'red','size':[1,null]}]}",
                written(new TaskList(tasks, Rid.NONE)));
        assertEquals(
                "{'type':'workflow','event':'update','tasks':[],'rid':'r1'}",
                written(new TaskList(List.of(), R1)));
    }

    /// MSG-4: the error of a feature names the event.
    @Test
    void aRefusedRequestIsAnsweredInItsForm() {
        BadgeRequest request = read("{'type':'workflow','event':'delete','ids':['t1'],'rid':'r1'}");

        assertEquals(
                Optional.of(new FeatureError("workflow", "delete", ErrorCode.BUSY, "later", R1)),
                RefusedRequest.answer(request, ErrorCode.BUSY, "later"));
        assertEquals(
                Optional.of(new FeatureError("workflow", "list", ErrorCode.BUSY, "later", R1)),
                RefusedRequest.answer(new PullTasks(R1), ErrorCode.BUSY, "later"));
        assertTrue(
                written(new FeatureError("workflow", "list", ErrorCode.BUSY, "later", R1))
                        .contains("'event':'list'"));
    }
}
