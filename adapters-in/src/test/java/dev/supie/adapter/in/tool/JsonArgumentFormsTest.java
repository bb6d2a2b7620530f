package dev.supie.adapter.in.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.tool.port.ArgumentForms.Reading;
import dev.supie.domain.archive.SearchTerms;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.task.Due;
import dev.supie.domain.task.FieldChange;
import dev.supie.domain.task.Priority;
import dev.supie.domain.task.TaskId;
import dev.supie.domain.task.TaskNotes;
import dev.supie.domain.task.Title;
import dev.supie.domain.tool.OwnRequest;
import dev.supie.domain.tool.OwnRequest.Which;
import dev.supie.domain.tool.OwnTool;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// What models write comes to, right and wrong; `'` stands for `"`.
class JsonArgumentFormsTest {

    private final JsonArgumentForms forms = new JsonArgumentForms();

    private Reading read(OwnTool tool, String arguments) {
        return forms.read(tool, arguments.replace('\'', '"'));
    }

    private void assertAsks(OwnRequest expected, OwnTool tool, String arguments) {
        assertEquals(new Reading.Understood(expected), read(tool, arguments));
    }

    @Test
    void tasksAreListedByStatusAndWords() {
        assertAsks(new OwnRequest.ListTasks(Which.OPEN, ""), OwnTool.LIST_TASKS, "{}");
        assertAsks(
                new OwnRequest.ListTasks(Which.ALL, "ink"),
                OwnTool.LIST_TASKS,
                "{'status':' All','words':'ink','else':[1,{}]}");
        assertAsks(
                new OwnRequest.ListTasks(Which.OPEN, ""),
                OwnTool.LIST_TASKS,
                "{'status':null,'words':''}");
    }

    @Test
    void tasksAreNamedByTheirIds() {
        TaskId id = new TaskId("7");
        assertAsks(new OwnRequest.ClaimTask(id), OwnTool.CLAIM_TASK, "{'id':'7'}");
        assertAsks(new OwnRequest.CompleteTask(id), OwnTool.COMPLETE_TASK, "{'id':7}");
    }

    @Test
    void aTaskIsAddedWithWhatIsSaidOfIt() {
        assertAsks(
                new OwnRequest.AddTask(
                        List.of(
                                new FieldChange.SetTitle(Title.of("Buy ink").orElseThrow()),
                                new FieldChange.SetPriority(new Priority(1)),
                                new FieldChange.SetDue(Due.of("2026-11-30").orElseThrow()),
                                new FieldChange.SetNotes(TaskNotes.of("black").orElseThrow())),
                        "Li"),
                OwnTool.ADD_TASK,
                "{'title':' Buy  ink','priority':'1','due':'2026-11-30','notes':'black','owner':'Li'}");
    }

    @Test
    void meetingsAreFoundByWordsOrTheLatest() {
        assertAsks(new OwnRequest.LatestMeetings(5), OwnTool.FIND_MEETINGS, "{}");
        assertAsks(
                new OwnRequest.FindMeetings(new SearchTerms(List.of("ink", "printer")), 20),
                OwnTool.FIND_MEETINGS,
                "{'words':'ink printer','limit':20.0}");
        assertAsks(new OwnRequest.ReadLatestMinutes(), OwnTool.READ_MINUTES, "{'meeting':null}");
        assertAsks(
                new OwnRequest.ReadMinutes(new MeetingId("m1")),
                OwnTool.READ_MINUTES,
                "{'meeting':' m1 '}");
        assertAsks(
                new OwnRequest.ReadTranscript(new MeetingId("m1"), 41),
                OwnTool.READ_TRANSCRIPT,
                "{'meeting':'m1','from':41}");
    }

    @Test
    void oneTargetIsAListOfOne() {
        assertAsks(
                new OwnRequest.SendMessage(List.of("Mo"), "hello"),
                OwnTool.SEND_MESSAGE,
                "{'to':'Mo','text':'hello'}");
        assertAsks(
                new OwnRequest.SendMessage(List.of("Mo", "Li"), "hello"),
                OwnTool.SEND_MESSAGE,
                "{'to':['Mo','Li'],'text':'hello'}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "LIST_TASKS | {'status':'late'} | status must be open, done or all",
                "LIST_TASKS | {'status':[],'words':{}} | status must be open, done or all;"
                        + " words must be string of 1..200 characters",
                "CLAIM_TASK | {} | missing: id",
                "CLAIM_TASK | {'id':''} | missing: id",
                "CLAIM_TASK | {'id':{}} | id must be string of 1..64 characters",
                "ADD_TASK | {'priority':4,'due':'soon'} | missing: title; priority must be integer"
                        + " 0..3; due must be an ISO date like 2026-11-30 or 2026-11-30T17:00, with Z"
                        + " or +08:00 if wanted",
                "ADD_TASK | {'title':'x','priority':1e99} | priority must be integer 0..3",
                "ADD_TASK | {'title':'x','priority':1.5} | priority must be integer 0..3",
                "FIND_MEETINGS | {'limit':0} | limit must be integer 1..20",
                "FIND_MEETINGS | {'limit':21} | limit must be integer 1..20",
                "FIND_MEETINGS | {'words':'a b c d e f g h i'} | words must be 1..8 words, 200"
                        + " characters in all",
                "READ_MINUTES | {'meeting':'no such id'} | meeting must be an id of find_meetings",
                "READ_TRANSCRIPT | {'from':-1} | missing: meeting; from must be integer"
                        + " 1..2147483647",
                "SEND_MESSAGE | {} | missing: to,text",
                "SEND_MESSAGE | {'to':[],'text':'x'} | to must be array of 1..10 strings",
                "SEND_MESSAGE | {'to':['a',{}],'text':'x'} | to must be array of 1..10 strings",
                "SEND_MESSAGE | {'to':[1,2,3,4,5,6,7,8,9,10,11],'text':'x'} | to must be array of"
                        + " 1..10 strings"
            })
    void everythingThatIsWrongIsNamed(OwnTool tool, String arguments, String why) {
        assertEquals(new Reading.Broken(why), read(tool, arguments));
    }

    @Test
    void aMessageHasAsManyCharactersAsPeopleCount() {
        String longest = "😀".repeat(2_000);

        assertAsks(
                new OwnRequest.SendMessage(List.of("a"), longest),
                OwnTool.SEND_MESSAGE,
                "{'to':'a','text':'" + longest + "'}");
        assertInstanceOf(
                Reading.Broken.class,
                read(OwnTool.SEND_MESSAGE, "{'to':'a','text':'" + longest + "x'}"));
    }

    /// What a schema says must be there is missed, and what it names is read.
    @ParameterizedTest
    @EnumSource(OwnTool.class)
    void schemasSayWhatIsRead(OwnTool tool) {
        JsonObject schema = Json.createReader(new StringReader(forms.schema(tool))).readObject();
        assertEquals("object", schema.getString("type"));
        List<String> required =
                schema.containsKey("required")
                        ? schema.getJsonArray("required").stream()
                                .map(each -> each.toString().replace("\"", ""))
                                .toList()
                        : List.of();
        if (!required.isEmpty()) {
            assertEquals(
                    new Reading.Broken("missing: " + String.join(",", required)), read(tool, "{}"));
        } else {
            assertInstanceOf(Reading.Understood.class, read(tool, "{}"));
        }
        for (String property : schema.getJsonObject("properties").keySet()) {
            Reading.Broken broken =
                    assertInstanceOf(Reading.Broken.class, read(tool, "{'" + property + "':{}}"));
            assertTrue(broken.why().contains(property + " must be"), broken.why());
        }
    }

    @Test
    void numbersAndNestingWithoutEndAreBrokenAndNothingElse() {
        assertEquals(Optional.empty(), forms.object("{\"a\":" + "[".repeat(5_000) + "}"));
        assertEquals(Optional.empty(), forms.object("{\"a\":" + "[".repeat(15_000)));
        assertEquals(
                new Reading.Broken("priority must be integer 0..3"),
                read(OwnTool.ADD_TASK, "{'title':'x','priority':" + "9".repeat(900) + "}"));
    }

    @Test
    void whateverAModelWritesNothingIsThrown() {
        Random random = new Random(20261121);
        String letters = "{}[]\":,\\'0eE+-.truefalsnid\u0000\u2028\uD83D ";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder("{");
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            for (OwnTool tool : OwnTool.values()) {
                assertNotNull(forms.read(tool, text.toString()));
            }
            assertTrue(forms.object(text.toString()).orElse("{}").startsWith("{"));
        }
    }
}
