package dev.supie.adapter.in.badge.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.adapter.in.badge.codec.InboundFrame.Malformed;
import dev.supie.adapter.in.badge.codec.InboundFrame.RequestFrame;
import dev.supie.adapter.in.badge.codec.InboundFrame.UnheededFrame;
import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.tool.DeviceReply;
import dev.supie.domain.tool.DeviceRequest;
import dev.supie.domain.tool.DeviceTool;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// CHAT-3 and T28 on the wire; `'` stands for `"`.
class ToolCodecTest {

    private static final SessionId SESSION = new SessionId("s1");

    private final BadgeCodec codec = new BadgeCodec();

    private InboundFrame decoded(String payload) {
        String text = "{'session_id':'','type':'mcp','payload':" + payload + "}";
        return codec.decode(text.replace('\'', '"'));
    }

    private DeviceReply reply(String payload) {
        RequestFrame frame = (RequestFrame) decoded(payload);
        return ((BadgeRequest.ToolAnswer) frame.request()).reply();
    }

    private String encoded(DeviceRequest request) {
        return codec.encode(new BadgeMessage.ToolRequest(SESSION, request)).replace('"', '\'');
    }

    @Test
    void questionsAreJsonRpcInAnEnvelope() {
        assertEquals(
                "{'type':'mcp','session_id':'s1','payload':{'jsonrpc':'2.0','id':1,"
                        + "'method':'initialize','params':{'protocolVersion':'2024-11-05',"
                        + "'capabilities':{},'clientInfo':{'name':'supie','version':'1'}}}}",
                encoded(new DeviceRequest.Initialize(1)));
        assertEquals(
                "{'type':'mcp','session_id':'s1','payload':{'jsonrpc':'2.0','id':2,"
                        + "'method':'tools/list','params':{'cursor':''}}}",
                encoded(new DeviceRequest.ListTools(2, "")));
        assertEquals(
                "{'type':'mcp','session_id':'s1','payload':{'jsonrpc':'2.0','id':2147483647,"
                        + "'method':'tools/call','params':{'name':'self.a','arguments':"
                        + "{'volume':50,'text':'中'}}}}",
                encoded(
                        new DeviceRequest.CallTool(
                                Integer.MAX_VALUE, "self.a", "{\"volume\":50,\"text\":\"中\"}")));
    }

    @Test
    void anAnswerKnowsWhatItAnswers() {
        assertEquals(
                new RequestFrame(new BadgeRequest.ToolAnswer(-7, new DeviceReply.Done())),
                decoded("{'jsonrpc':'2.0','id':-7,'result':{'protocolVersion':'2024-11-05'}}"));
    }

    @Test
    void aPageHasToolsAndPerhapsACursor() {
        assertEquals(
                new DeviceReply.Page(
                        List.of(
                                new DeviceTool(
                                        "self.audio_speaker.set_volume",
                                        "Set the volume",
                                        "{\"type\":\"object\",\"properties\":{\"volume\":{\"type\":"
                                                + "\"integer\"}},\"required\":[\"volume\"]}",
                                        false),
                                new DeviceTool(
                                        "a", "", "{\"type\":\"object\",\"properties\":{}}", false)),
                        "self.b"),
                reply(
                        "{'id':2,'result':{'tools':[{'name':'self.audio_speaker.set_volume',"
                                + "'description':'Set the volume','inputSchema':{'type':'object',"
                                + "'properties':{'volume':{'type':'integer'}},'required':['volume']"
                                + "}},{'name':'a'}],'nextCursor':'self.b'}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'audience':['user']} | true",
                "{'audience':['user','assistant']} | false",
                "{'audience':['assistant']} | false",
                "{'audience':[]} | false",
                "{'audience':'user'} | false",
                "{} | false",
                "[] | false",
                "null | false"
            })
    void whoAToolIsForIsInItsAnnotations(String annotations, boolean forPeople) {
        DeviceReply reply =
                reply(
                        "{'id':2,'result':{'tools':[{'name':'a','annotations':"
                                + annotations
                                + "}]}}");

        assertEquals(forPeople, ((DeviceReply.Page) reply).tools().getFirst().forPeople());
    }

    @Test
    void toolsThatAreNotUnderstoodAreLeftOut() {
        assertEquals(
                new DeviceReply.Page(List.of(), ""),
                reply(
                        "{'id':2,'result':{'tools':[7,null,{},{'name':7},{'name':'a','inputSchema':"
                                + "'text'},{'name':'b','inputSchema':[]}],'nextCursor':7}}"));
    }

    @Test
    void contentIsItsTexts() {
        assertEquals(
                new DeviceReply.Content("one\ntwo", false),
                reply(
                        "{'id':3,'result':{'content':[{'type':'text','text':'one'},{'type':'image',"
                                + "'data':'x'},7,{'type':'text','text':'two'}],'isError':false}}"));
        assertEquals(
                new DeviceReply.Content("", true),
                reply("{'id':3,'result':{'content':[],'isError':true}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'message':'Unknown tool'} | Unknown tool",
                "{'code':-32601,'message':'Unknown tool'} | Unknown tool",
                "'Unknown tool' | Unknown tool",
                "{} | the badge refused and did not say why",
                "{'message':7} | the badge refused and did not say why",
                "{'message':' '} | the badge refused and did not say why",
                "7 | the badge refused and did not say why"
            })
    void anErrorNeedsNoCode(String error, String words) {
        assertEquals(new DeviceReply.Refused(words), reply("{'id':3,'error':" + error + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'id':1}",
                "{'id':'1','result':{}}",
                "{'id':1.5,'result':{}}",
                "{'id':2147483648,'result':{}}",
                "{'id':99999999999999999999999,'result':{}}",
                "{'id':null,'result':{}}",
                "{'id':[],'error':{}}",
                "{'id':1,'result':null}",
                "{'id':1,'error':null}",
                "{'id':1,'method':'ping'}",
                "{'method':'notifications/tools/list_changed'}"
            })
    void whatIsNoAnswerOnlyShowsLife(String payload) {
        assertEquals(new UnheededFrame(), decoded(payload));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "7 | payload must be object",
                "[] | payload must be object",
                "null | missing: payload"
            })
    void aPayloadIsAnObject(String payload, String problem) {
        assertEquals(
                new Malformed(
                        new BadgeMessage.GeneralError(ErrorCode.SCHEMA_INVALID, problem, Rid.NONE)),
                decoded(payload));
    }
}
