package dev.supie.adapter.in.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.tool.Caller;
import dev.supie.application.tool.Tool;
import dev.supie.application.tool.ToolCall;
import dev.supie.application.tool.ToolResult;
import dev.supie.application.tool.Toolbox;
import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// The protocol without HTTP; `'` stands for `"`.
class McpServerTest {

    private static final Caller CALLER = new Caller(new DeviceId("assistant"), Optional.empty());

    private final List<ToolCall> calls = new ArrayList<>();
    private final McpServer server = new McpServer();
    private CompletionStage<ToolResult> next =
            CompletableFuture.completedFuture(ToolResult.of("\"17:00\" 中"));

    private final class OneTool implements Toolbox {

        @Override
        public List<Tool> offeredTo(Caller caller) {
            return List.of(
                    new Tool("tell_time", "Tells the time", "{\"type\":\"object\"}"),
                    new Tool("add_task", "Adds", "{\"type\":\"object\"}"));
        }

        @Override
        public CompletionStage<ToolResult> call(Caller caller, ToolCall call) {
            calls.add(call);
            return next;
        }
    }

    private McpAnswer answer(String version, String body) {
        return server.answer(
                new McpVisitor(new OneTool(), CALLER),
                Optional.of(version).filter(word -> !word.isEmpty()),
                body.replace('\'', '"'));
    }

    private String replied(String body) {
        McpAnswer.Replied replied =
                assertInstanceOf(McpAnswer.Replied.class, answer("2025-06-18", body));
        return replied.json().replace('"', '\'');
    }

    private static String request(String method, String params) {
        return "{'jsonrpc':'2.0','id':1,'method':'" + method + "','params':" + params + "}";
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-18, 2025-06-18",
        "2025-03-26, 2025-03-26",
        "2024-11-05, 2025-06-18",
        "2099-01-01, 2025-06-18",
        "nonsense, 2025-06-18"
    })
    void theVersionIsAgreedOn(String asked, String agreed) {
        assertEquals(
                "{'jsonrpc':'2.0','id':1,'result':{'protocolVersion':'"
                        + agreed
                        + "','capabilities':{'tools':{'listChanged':false}},"
                        + "'serverInfo':{'name':'supie','version':'1'},'instructions':'Minutes and"
                        + " transcripts of meetings that voice badges have recorded, and the tasks"
                        + " of the team that wears them.'}}",
                replied(
                        request(
                                "initialize",
                                "{'protocolVersion':'"
                                        + asked
                                        + "','capabilities':{},'clientInfo':{'name':'x',"
                                        + "'version':'1'}}")));
    }

    @Test
    void aPingIsAnsweredWithNothing() {
        assertEquals(
                "{'jsonrpc':'2.0','id':'p','result':{}}",
                replied("{'jsonrpc':'2.0','id':'p','method':'ping'}"));
    }

    @Test
    void toolsAreListedOnOnePageWithWhatTheyDo() {
        assertEquals(
                "{'jsonrpc':'2.0','id':1,'result':{'tools':[{'name':'tell_time','description':"
                        + "'Tells the time','inputSchema':{'type':'object'},'annotations':"
                        + "{'readOnlyHint':true,'destructiveHint':false,'openWorldHint':false}},"
                        + "{'name':'add_task','description':'Adds','inputSchema':{'type':'object'},"
                        + "'annotations':{'readOnlyHint':false,'destructiveHint':false,"
                        + "'openWorldHint':false}}]}}",
                replied(request("tools/list", "{}")));
        assertTrue(replied(request("tools/list", "{'cursor':'2'}")).contains("-32602"));
    }

    @Test
    void aToolIsCalledWithItsArguments() {
        assertEquals(
                "{'jsonrpc':'2.0','id':1,'result':{'content':[{'type':'text','text':"
                        + "'\\'17:00\\' 中'}],'isError':false}}",
                replied(request("tools/call", "{'name':'tell_time','arguments':{'a':[1]}}")));
        assertEquals(List.of(new ToolCall("1", "tell_time", "{\"a\":[1]}")), calls);
    }

    @Test
    void whatAToolCannotDoIsAResult() {
        next = CompletableFuture.completedFuture(ToolResult.error("no"));

        assertTrue(
                replied(request("tools/call", "{'name':'tell_time'}")).contains("'isError':true"));
        assertEquals("{}", calls.getFirst().arguments());
    }

    @Test
    void aToolThatBreaksIsAnErrorOfTheServer() {
        next = CompletableFuture.failedFuture(new IllegalStateException("planned"));

        String reply = replied(request("tools/call", "{'name':'tell_time'}"));
        assertTrue(reply.contains("-32603") && !reply.contains("planned"), reply);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "resources/list | {} | -32601",
                "initialize | {} | -32602",
                "initialize | {'protocolVersion':7} | -32602",
                "tools/call | {} | -32602",
                "tools/call | {'name':7} | -32602",
                "tools/call | {'name':'tell_time','arguments':[]} | -32602",
                "tools/call | {'name':'self_reboot'} | -32602"
            })
    void wrongRequestsAreErrorsOfTheirOwn(String method, String params, String code) {
        String reply = replied(request(method, params));
        assertTrue(reply.startsWith("{'jsonrpc':'2.0','id':1,'error':{'code':" + code), reply);
        assertEquals(List.of(), calls);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'jsonrpc':'2.0','method':'notifications/initialized'}",
                "{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':1}}",
                "{'jsonrpc':'2.0','id':7,'result':{}}",
                "{'jsonrpc':'2.0','id':7,'error':{'code':1,'message':'x'}}",
                "{'jsonrpc':'2.0','method':'tools/call','params':{'name':'tell_time'}}"
            })
    void whatWantsNoAnswerIsAcceptedAndNotDone(String message) {
        assertEquals(new McpAnswer.Accepted(), answer("2025-06-18", message));
        assertEquals(List.of(), calls);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "nonsense | -32700",
                "~~ | -32700",
                "{'jsonrpc':'2.0' | -32700",
                "7 | -32600",
                "{} | -32600",
                "{'jsonrpc':'1.0','id':1,'method':'ping'} | -32600",
                "{'jsonrpc':'2.0','id':1} | -32600",
                "{'jsonrpc':'2.0','id':1,'method':7} | -32600",
                "{'jsonrpc':'2.0','id':null,'method':'ping'} | -32600",
                "{'jsonrpc':'2.0','id':[],'method':'ping'} | -32600",
                "{'jsonrpc':'2.0','id':1,'method':'ping','params':[]} | -32600",
                "[{'jsonrpc':'2.0','id':1,'method':'ping'}] | -32600"
            })
    void whatIsNoMessageIsRefused(String body, String code) {
        McpAnswer.Refused refused =
                assertInstanceOf(McpAnswer.Refused.class, answer("2025-06-18", body));
        assertTrue(
                refused.json()
                        .startsWith("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":" + code),
                refused.json());
    }

    @Test
    void anIdIsNotRepeatedWithoutEnd() {
        String id = "i".repeat(McpMessage.ID_CHARS_MAX - 2);

        assertTrue(replied("{'jsonrpc':'2.0','id':'" + id + "','method':'ping'}").contains(id));
        assertInstanceOf(
                McpAnswer.Refused.class,
                answer("2025-06-18", "{'jsonrpc':'2.0','id':'" + id + "i','method':'ping'}"));
    }

    @Test
    void anUnknownVersionIsRefused() {
        assertInstanceOf(McpAnswer.Refused.class, answer("2024-11-05", "{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2025-03-26"})
    void theOlderVersionHasBatches(String version) {
        String batch =
                "[{'jsonrpc':'2.0','id':1,'method':'ping'},"
                        + "{'jsonrpc':'2.0','method':'notifications/initialized'},7,"
                        + "{'jsonrpc':'2.0','id':2,'method':'initialize',"
                        + "'params':{'protocolVersion':'2025-03-26'}},"
                        + "{'jsonrpc':'2.0','id':3,'method':'tools/call',"
                        + "'params':{'name':'tell_time'}}]";

        McpAnswer.Replied replied =
                assertInstanceOf(McpAnswer.Replied.class, answer(version, batch));

        String json = replied.json().replace('"', '\'');
        assertTrue(
                json.startsWith(
                        "[{'jsonrpc':'2.0','id':1,'result':{}},"
                                + "{'jsonrpc':'2.0','id':null,'error':{'code':-32600,"),
                json);
        assertTrue(json.contains("{'jsonrpc':'2.0','id':2,'error':{'code':-32600,"), json);
        assertTrue(json.contains("{'jsonrpc':'2.0','id':3,'result':{"), json);
    }

    @Test
    void aBatchWithoutQuestionsIsAccepted() {
        assertEquals(
                new McpAnswer.Accepted(),
                answer("", "[{'jsonrpc':'2.0','method':'notifications/initialized'}]"));
    }

    @Test
    void aBatchHasALimit() {
        String ping = "{'jsonrpc':'2.0','id':1,'method':'ping'}";
        String most = (ping + ",").repeat(McpServer.BATCH_MAX - 1) + ping;

        assertInstanceOf(McpAnswer.Replied.class, answer("", "[" + most + "]"));
        assertInstanceOf(McpAnswer.Refused.class, answer("", "[" + most + "," + ping + "]"));
        assertInstanceOf(McpAnswer.Refused.class, answer("", "[]"));
    }

    @Test
    void nestingWithoutEndIsNotJson() {
        assertInstanceOf(McpAnswer.Refused.class, answer("", "[".repeat(60_000)));
    }
}
