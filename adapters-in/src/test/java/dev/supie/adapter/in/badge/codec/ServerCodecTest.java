package dev.supie.adapter.in.badge.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.adapter.in.badge.codec.InboundFrame.Malformed;
import dev.supie.adapter.in.badge.codec.InboundFrame.RequestFrame;
import dev.supie.application.access.port.Credential;
import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.server.MachineUse;
import dev.supie.domain.server.ServerCommand;
import dev.supie.domain.server.ServerStats;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// SRV-1 and SRV-2 on the wire.
class ServerCodecTest {

    static final ServerStats STATS =
            new ServerStats(
                    Instant.ofEpochMilli(1_795_251_600_000L),
                    2,
                    List.of(new DeviceId("aa:01"), new DeviceId("b2")),
                    new MachineUse(7, 25, 512, 2048));

    static final String STATS_TEXT =
            "{'type':'server','event':'stats','ts':1795251600000,'deviceCount':2,"
                    + "'online':['aa:01','b2'],'cpuPercent':7,'memPercent':25,"
                    + "'memUsedMB':512,'memTotalMB':2048,'rid':'r1'}";

    private final BadgeCodec codec = new BadgeCodec();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'server','action':'subscribe_stats'}",
                "{'type':' Server','action':' Subscribe_Stats ','session_id':''}"
            })
    void aBadgeMayAskForStatistics(String text) {
        assertEquals(
                new RequestFrame(new BadgeRequest.SubscribeStats(Rid.NONE)),
                codec.decode(text.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{'type':'server'}, missing: action",
                "{'type':'server'#'action':null}, missing: action",
                "{'type':'server'#'action':7}, "
                        + "action must be subscribe_stats|update_config|restart",
                "{'type':'server'#'action':'dance'}, "
                        + "action must be subscribe_stats|update_config|restart"
            })
    void anythingElseIsToldWhatIsAllowed(String text, String message) {
        assertEquals(
                refused("", ErrorCode.SCHEMA_INVALID, message, Rid.NONE),
                codec.decode(text.replace('\'', '"').replace('#', ',')));
    }

    @ParameterizedTest
    @EnumSource
    void anAdministratorMayCommand(ServerCommand command) {
        String text = command(command, "{\"secret\":\"s3cret\"}");
        RequestFrame frame = assertInstanceOf(RequestFrame.class, codec.decode(text));
        var request = assertInstanceOf(BadgeRequest.CommandServer.class, frame.request());

        assertEquals(command, request.command());
        assertEquals("s3cret", request.secret().reveal());
        assertEquals(new Rid("r1"), request.rid());
        assertFalse(frame.toString().contains("s3cret"), frame::toString);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "null, missing: content",
                "7, content.secret must be string that is not empty",
                "{}, content.secret must be string that is not empty",
                "{\"secret\":null}, content.secret must be string that is not empty",
                "{\"secret\":42}, content.secret must be string that is not empty",
                "{\"secret\":\"\"}, content.secret must be string that is not empty"
            })
    void aCommandNeedsASecret(String content, String message) {
        assertEquals(
                refused("restart", ErrorCode.SCHEMA_INVALID, message, new Rid("r1")),
                codec.decode(command(ServerCommand.RESTART, content)));
    }

    private static String command(ServerCommand command, String content) {
        String action = command.name().toLowerCase(Locale.ROOT);
        return "{\"type\":\"server\",\"action\":\""
                + action
                + "\",\"content\":"
                + content
                + ",\"rid\":\"r1\"}";
    }

    @ParameterizedTest
    @EnumSource
    void theErrorOfACommandNamesItWhereItsReceiptDoes(ServerCommand command) {
        var request = new BadgeRequest.CommandServer(command, new Credential("s"), new Rid("r1"));
        String action = command.name().toLowerCase(Locale.ROOT);

        assertEquals(
                "{'type':'server','status':'error','code':'BUSY','message':'later',"
                                .replace('\'', '"')
                        + "\"content\":{\"action\":\""
                        + action
                        + "\"},\"rid\":\"r1\"}",
                RefusedRequest.answer(request, ErrorCode.BUSY, "later")
                        .map(codec::encode)
                        .orElse(""));
    }

    @Test
    void anErrorNamesTheAction() {
        assertEquals(
                "{'type':'server','status':'error','code':'BUSY','message':'later',"
                                .replace('\'', '"')
                        + "\"action\":\"subscribe_stats\",\"rid\":\"r1\"}",
                RefusedRequest.answer(
                                new BadgeRequest.SubscribeStats(new Rid("r1")),
                                ErrorCode.BUSY,
                                "later")
                        .map(codec::encode)
                        .orElse(""));
    }

    @Test
    void everyRefusalHasAnAnswer() {
        assertEquals(
                Optional.of(
                        new BadgeMessage.FeatureError(
                                "server", "subscribe_stats", ErrorCode.BUSY, "later", Rid.NONE)),
                RefusedRequest.answer(
                        new BadgeRequest.SubscribeStats(Rid.NONE), ErrorCode.BUSY, "later"));
    }

    private static Malformed refused(String action, ErrorCode code, String message, Rid rid) {
        return new Malformed(new BadgeMessage.FeatureError("server", action, code, message, rid));
    }
}
