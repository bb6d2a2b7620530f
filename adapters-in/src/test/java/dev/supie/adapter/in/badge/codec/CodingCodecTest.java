package dev.supie.adapter.in.badge.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.in.badge.codec.InboundFrame.Malformed;
import dev.supie.adapter.in.badge.codec.InboundFrame.RequestFrame;
import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.BadgeMessage.BuildAdvice;
import dev.supie.application.connection.port.BadgeMessage.BuildReceipt;
import dev.supie.application.connection.port.BuildEvent;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.domain.coding.Advice;
import dev.supie.domain.coding.CodingCommand;
import dev.supie.domain.coding.Insight;
import dev.supie.domain.coding.LogLevel;
import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// COD-1 and COD-4 on the wire. In the texts `'` stands for `"`.
class CodingCodecTest {

    private static final Insight INSIGHT =
            new Insight(
                    "test",
                    new Advice(List.of("一个测试失败"), List.of("Others may too"), List.of(), List.of()),
                    Insight.RULES);

    private final BadgeCodec codec = new BadgeCodec();

    static Stream<Arguments> told() {
        return Stream.of(
                Arguments.of("'event':'start'", new CodingCommand.Start(false)),
                Arguments.of("'event':'start','demo':true", new CodingCommand.Start(true)),
                Arguments.of("'event':' STOP '", new CodingCommand.Stop()),
                Arguments.of("'event':'clear'", new CodingCommand.Clear()),
                Arguments.of("'event':'phase','name':'test'", new CodingCommand.Phase("test", "")),
                Arguments.of("'event':'step','text':'unit'", new CodingCommand.Step("", "unit")),
                Arguments.of(
                        "'event':'log','level':' Error','text':'no'",
                        new CodingCommand.Log(LogLevel.ERROR, "no")),
                Arguments.of(
                        "'event':'log','level':'chatty','text':'yes'",
                        new CodingCommand.Log(LogLevel.INFO, "yes")),
                Arguments.of(
                        "'event':'log','level':null,'text':''",
                        new CodingCommand.Log(LogLevel.INFO, "")));
    }

    @ParameterizedTest
    @MethodSource("told")
    void whatABadgeTellsOfItsBuildIsUnderstood(String fields, CodingCommand.Told told) {
        assertEquals(
                new RequestFrame(new BadgeRequest.AboutCoding(told, new Rid("c1"))),
                codec.decode(json("{'type':'Coding'," + fields + ",'rid':'c1'}")));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{'type':'coding'}, ``, missing: event",
                "{'type':'coding'#'event':'dance'}, ``,"
                        + " event must be start|stop|clear|phase|log|step",
                "{'type':'coding'#'event':'log'}, log, missing: text",
                "{'type':'coding'#'event':'step'#'name':null}, step, missing: name",
                "{'type':'coding'#'event':'log'#'text':7#'level':1}, log,"
                        + " text must be string; level must be string",
                "{'type':'coding'#'event':'start'#'demo':'yes'}, start, demo must be true or false"
            })
    void everythingWrongWithItIsSaid(String text, String event, String message) {
        assertEquals(
                new Malformed(
                        new BadgeMessage.FeatureError(
                                "coding", event, ErrorCode.SCHEMA_INVALID, message, Rid.NONE)),
                codec.decode(json(text.replace('#', ','))));
    }

    @ParameterizedTest
    @EnumSource(BuildEvent.class)
    void aReceiptNamesTheEventAndRepeatsNothingElse(BuildEvent event) {
        String word = Words.of(event);
        assertEquals(
                json("{'type':'coding','status':'ok','event':'" + word + "','rid':'r'}"),
                codec.encode(new BuildReceipt(event, new Rid("r"))));
    }

    @Test
    void everyListIsThereAlsoIfItIsEmpty() {
        assertEquals(
                json(
                        "{'type':'coding','event':'insight','phase':'test',"
                                + "'insights':['一个测试失败'],'risks':['Others may too'],'actions':[],"
                                + "'nextSteps':[],'provider':'rules'}"),
                codec.encode(new BuildAdvice(INSIGHT, false, Optional.empty())));
    }

    @Test
    void theBuildOfAnotherOneSaysWhose() {
        String summary =
                codec.encode(new BuildAdvice(INSIGHT, true, Optional.of(new DeviceId("aa:02"))));
        assertTrue(summary.startsWith(json("{'type':'coding','event':'summary',")), summary);
        assertTrue(summary.endsWith(json(",'provider':'rules','from':'aa:02'}")), summary);
    }

    @Test
    void anErrorNamesTheEvent() {
        assertEquals(
                json(
                        "{'type':'coding','status':'error','code':'BUSY','message':'wait',"
                                + "'event':'log'}"),
                codec.encode(
                        RefusedRequest.answer(
                                        new BadgeRequest.AboutCoding(
                                                new CodingCommand.Log(LogLevel.INFO, "x"),
                                                Rid.NONE),
                                        ErrorCode.BUSY,
                                        "wait")
                                .orElseThrow()));
    }

    @Test
    void aFingerprintTellsTwoInsightsApart() {
        InsightFingerprint fingerprint = new InsightFingerprint();
        Insight other = new Insight("build", INSIGHT.advice(), Insight.RULES);

        assertTrue(fingerprint.of(INSIGHT).matches("[0-9a-f]{8}"));
        assertEquals(fingerprint.of(INSIGHT), new InsightFingerprint().of(INSIGHT));
        assertNotEquals(fingerprint.of(INSIGHT), fingerprint.of(other));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
