package dev.supie.adapter.in.badge.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.adapter.in.badge.codec.InboundFrame.Malformed;
import dev.supie.adapter.in.badge.codec.InboundFrame.PingFrame;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.Rid;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// JSON that is legal and meant to hurt (MSG-3, T35). In the inputs `'` stands for `"`.
class BadgeCodecHostileTest {

    private final BadgeCodec codec = new BadgeCodec();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "1.0",
                "0.1e1",
                "-0.0",
                "1E0",
                "[[1]]",
                "'\\u0031'"
            })
    void msg3AVersionThatIsNoWholeNumberIsNamed(String version) {
        InboundFrame frame = decode("{'type':'hello','version':" + version + "}");
        String answer = codec.encode(assertInstanceOf(Malformed.class, frame).answer());
        assertEquals(
                json("'version must be integer'"), answer.replaceFirst(".*message\":(.*)}", "$1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999", "-9223372036854775809", "4", "0", "-1"})
    void con2AVersionThatDoesNotExistIsNotHeeded(String version) {
        InboundFrame frame = decode("{'type':'hello','version':" + version + "}");
        assertEquals(
                true, assertInstanceOf(InboundFrame.HelloFrame.class, frame).version().isEmpty());
    }

    /// As most readers of JSON do it; whoever repeats a key means its own harm only.
    @Test
    void msg1TheLastOfEqualKeysCounts() {
        assertEquals(
                new PingFrame(new Rid("b")),
                decode("{'type':'x','rid':'a','rid':'b','type':'ping'}"));
    }

    @Test
    void msg5HalfACharacterInAMarkIsNoReasonToFail() {
        PingFrame ping =
                assertInstanceOf(PingFrame.class, decode("{'type':'ping','rid':'\\ud800'}"));
        assertEquals(
                json("{'type':'pong','rid':'\ud800'}"),
                codec.encode(new BadgeMessage.Pong(ping.rid())));
    }

    @Test
    void msg5AMarkCannotBreakOutOfTheAnswer() {
        PingFrame ping =
                assertInstanceOf(
                        PingFrame.class,
                        decode("{'type':'ping','rid':'\\u0022,\\u000a\\u0000\\\\'}"));
        String answer = codec.encode(new BadgeMessage.Pong(ping.rid()));
        assertEquals("{\"type\":\"pong\",\"rid\":\"\\\",\\n\\u0000\\\\\"}", answer);
    }

    @Test
    void msg3WhatWouldForgeALineOfTheLogIsNotRepeated() {
        InboundFrame frame = decode("{'type':'a\\r\\n2026 ERROR x\\u2028\\u0085\\u001b[31m'}");
        String answer = codec.encode(assertInstanceOf(Malformed.class, frame).answer());
        assertFalse(
                answer.chars().anyMatch(c -> Character.isISOControl(c) || c == '\u2028'), answer);
    }

    private InboundFrame decode(String text) {
        return codec.decode(json(text));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
