package dev.supie.adapter.in.badge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.adapter.in.websocket.SentBinary;
import dev.supie.application.connection.BadgeRequest.Activity;
import dev.supie.application.speech.port.UplinkFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/// T17: a packet of three bytes in each framing; a badge may speak only its own.
class BadgeAudioTest {

    private static final String STAMPED = "00020000000000000000000000000003f8fffe";
    private static final String SHORT = "00000003f8fffe";

    @ParameterizedTest
    @CsvSource({"STAMPED, 00020000000000000000000000000009f8fffe", "SHORT, 00000009f8fffe"})
    void t17AWrongSizeIsDroppedAndTheConnectionKept(BinaryFraming framing, String frame) {
        ConnectionRig rig = ConnectionRig.opened(framing);
        rig.badge.onBinary(HexFormat.of().parseHex(frame));
        assertEquals(new BadgeConnection.Heard(0, 1, 0), rig.badge.heard());
        assertEquals(List.of(), rig.socket.texts());
        assertEquals(List.of(), rig.socket.controls());
        assertEquals(List.of(new Activity(Activity.Kind.AUDIO)), rig.asked());
    }

    @ParameterizedTest
    @CsvSource({"BARE, f8fffe", "STAMPED, " + STAMPED, "SHORT, " + SHORT})
    void t17EachFramingOfTheHandshakeIsUnderstood(BinaryFraming framing, String frame) {
        ConnectionRig rig = ConnectionRig.opened(framing);
        rig.badge.onBinary(HexFormat.of().parseHex(frame));
        assertEquals(new BadgeConnection.Heard(1, 0, 0), rig.badge.heard());
        assertEquals(List.of("f8fffe"), rig.core.packets());
    }

    @Test
    void msg1TheHelloWinsOverTheHandshake() {
        ConnectionRig rig = ConnectionRig.opened(BinaryFraming.BARE);
        rig.say("{'type':'hello','version':3}");
        rig.badge.onBinary(HexFormat.of().parseHex(SHORT));
        rig.badge.onBinary(HexFormat.of().parseHex("f8fffe"));
        assertEquals(new BadgeConnection.Heard(1, 1, 0), rig.badge.heard());
        assertEquals(List.of("f8fffe"), rig.core.packets());
    }

    @Test
    void t18WhatTheBadgeIsToldIsWrappedTheSameWay() {
        ConnectionRig rig = ConnectionRig.opened(BinaryFraming.SHORT);
        byte[] packet = HexFormat.of().parseHex("f8fffe");
        rig.links.sendAudio(rig.session, packet, Duration.ZERO, () -> {});
        rig.say("{'type':'hello','version':1}");
        rig.links.sendAudio(rig.session, packet, Duration.ZERO, () -> {});
        List<String> sent =
                rig.socket.messages().stream()
                        .filter(SentBinary::isBinary)
                        .map(SentBinary::hex)
                        .toList();
        assertEquals(List.of(SHORT, "f8fffe"), sent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                                  | 60",
                ",'audio_params':{'frame_duration':20}             | 20",
                ",'audioParams':{'sampleRate':16000,'frameDuration':40} | 40",
                ",'audio_params':{'format':'OPUS','frame_duration':60} | 60",
                ",'audio_params':{'frame_duration':0}              | 60",
                ",'audio_params':{'frame_duration':100000}         | 60",
                ",'audio_params':{'frame_duration':'20'}           | 60",
            })
    void t15TheHelloSaysHowLongPacketsAre(String fields, int millis) {
        ConnectionRig rig = ConnectionRig.opened(BinaryFraming.BARE);
        rig.say("{'type':'hello'" + (fields == null ? "" : fields) + "}");
        assertEquals(List.of(new UplinkFormat(Duration.ofMillis(millis))), rig.core.uplinks());
    }

    @Test
    void t15AnotherFormatThanOpusIsRefusedAndTheHelloAnswered() {
        ConnectionRig rig = ConnectionRig.opened(BinaryFraming.BARE);
        rig.say("{'type':'hello','audio_params':{'format':'pcm'},'rid':'r1'}");
        List<String> said = rig.said();
        assertEquals(2, said.size());
        assertEquals(
                "{'type':'error','code':'INVALID_REQUEST','message':'audio_params.format must be"
                        + " opus; other packets are not understood','rid':'r1'}",
                said.getLast());
        assertEquals(List.of(), rig.core.uplinks());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'version':7", ",'version':null"})
    void msg1AHelloWithoutAFramingThatExistsChangesNothing(String version) {
        ConnectionRig rig = ConnectionRig.opened(BinaryFraming.STAMPED);
        rig.say("{'type':'hello'" + version + "}");
        rig.badge.onBinary(HexFormat.of().parseHex(STAMPED));
        assertEquals(new BadgeConnection.Heard(1, 0, 0), rig.badge.heard());
    }

    @Test
    void t16PacketsBeforeTheHelloDoNoHarm() {
        ConnectionRig rig = ConnectionRig.opened(BinaryFraming.BARE);
        rig.badge.onBinary(new byte[0]);
        rig.badge.onBinary(new byte[2_600]);
        rig.say("{'type':'listen','state':'start'}");
        rig.say("{'type':'hello'}");
        assertEquals(new BadgeConnection.Heard(2, 0, 0), rig.badge.heard());
        assertEquals(1, rig.socket.texts().size());
    }
}
