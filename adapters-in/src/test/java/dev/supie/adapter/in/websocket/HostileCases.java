package dev.supie.adapter.in.websocket;

import static dev.supie.adapter.in.websocket.ClientFrame.BINARY;
import static dev.supie.adapter.in.websocket.ClientFrame.CLOSE;
import static dev.supie.adapter.in.websocket.ClientFrame.CONTINUATION;
import static dev.supie.adapter.in.websocket.ClientFrame.PING;
import static dev.supie.adapter.in.websocket.ClientFrame.PONG;
import static dev.supie.adapter.in.websocket.ClientFrame.TEXT;
import static dev.supie.adapter.in.websocket.ClientFrame.close;
import static dev.supie.adapter.in.websocket.ClientFrame.frame;
import static dev.supie.adapter.in.websocket.ConformanceCases.answered;
import static dev.supie.adapter.in.websocket.ConformanceCases.bothClosed;
import static dev.supie.adapter.in.websocket.ConformanceCases.echoed;
import static dev.supie.adapter.in.websocket.ConformanceCases.violated;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.supie.adapter.in.websocket.ConformanceCases.Case;
import dev.supie.adapter.in.websocket.ConformanceCases.Ending;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// The part of the table of [ConformanceTest] that no honest client would send.
final class HostileCases {

    private static final int BINARY_MAX = 16 * 1024;

    private HostileCases() {}

    static Stream<Case> all() {
        return Stream.of(lengths(), maskingKeys(), otherProtocols(), splitText(), fragments())
                .flatMap(cases -> cases);
    }

    /// Only the header of a frame that never comes.
    private static Stream<Case> lengths() {
        return Stream.of(
                raw("length with the highest bit", "81ff8000000000000001" + "00000000"),
                raw("ping that announces a terabyte", "89ff0000010000000000" + "00000000"),
                raw(
                        "text that announces all there is",
                        "81ff7fffffffffffffff" + "00000000",
                        "text too large: TEXT 65536",
                        "close 1009"),
                raw(
                        "binary that announces four gigabytes",
                        "82ff0000000100000000" + "00000000",
                        "text too large: BINARY 16384",
                        "close 1009"),
                raw(
                        "fragment that takes the message over its limit",
                        "01810000000061" + "00ff0000000000010000" + "00000000",
                        "text too large: TEXT 65536",
                        "close 1009"),
                violated("empty text in 64 bits", 1002, frame(TEXT, "").lengthForm(127)),
                violated("ping in 16 bits", 1002, frame(PING, "a").lengthForm(126)),
                bothClosed("close in 16 bits", 1002, close(1000, "").lengthForm(126)));
    }

    private static Stream<Case> maskingKeys() {
        return Stream.of(
                new Case(
                        "masking key of zeros",
                        hex("81850000000048656c6c6f"),
                        List.of("text Hello"),
                        Ending.STILL_OPEN),
                new Case(
                        "masking key of ones",
                        hex("8185ffffffffb79a939390"),
                        List.of("text Hello"),
                        Ending.STILL_OPEN),
                violated(
                        "continuation without a mask",
                        1002,
                        frame(TEXT, "a").notFinal(),
                        frame(CONTINUATION, "b").unmasked()),
                violated("binary without a mask", 1002, frame(BINARY, "a").unmasked()),
                violated("pong without a mask", 1002, frame(PONG, "a").unmasked()),
                violated("empty text without a mask", 1002, frame(TEXT, "").unmasked()));
    }

    private static Stream<Case> otherProtocols() {
        String http = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
        return Stream.of(
                raw("HTTP on the open WebSocket", HexFormat.of().formatHex(bytes(http))),
                raw("TLS on the open WebSocket", "16030100f5010000f10303"),
                raw("zeros", "00".repeat(64)),
                raw("ones", "ff".repeat(64)),
                new Case(
                        "HTTP after the close",
                        join(close(1000, "").bytes(), bytes(http)),
                        List.of("close 1000"),
                        Ending.BOTH_CLOSED));
    }

    /// Characters whose bytes are split so that only the second part is wrong.
    private static Stream<Case> splitText() {
        return Stream.concat(
                Stream.of("e0 80", "ed a0", "f0 80", "f4 90", "e4b8 61", "f09f98 c3", "c3 28")
                        .map(HostileCases::wronglyContinued),
                Stream.of(
                        echoed(
                                "ping inside a character",
                                List.of("pong p", "text 中"),
                                frame(TEXT, hex("e4b8")).notFinal(),
                                frame(PING, "p"),
                                frame(CONTINUATION, hex("ad"))),
                        echoed("byte order mark", "text \uFEFFa", frame(TEXT, "\uFEFFa")),
                        echoed("not characters", "text \uFFFE\uFFFF", frame(TEXT, "\uFFFE\uFFFF")),
                        echoed("nothing but controls", "text \0\r\n", frame(TEXT, "\0\r\n")),
                        bothClosed(
                                "surrogate in a close reason",
                                1007,
                                frame(CLOSE, hex("03e8eda080"))),
                        bothClosed(
                                "half a character in a close reason",
                                1007,
                                frame(CLOSE, hex("03e8e4b8"))),
                        answered("characters in a close reason", "close 1000", close(1000, "再见"))));
    }

    private static Stream<Case> fragments() {
        ClientFrame open = frame(TEXT, "a").notFinal();
        ClientFrame[] many = new ClientFrame[1_000];
        Arrays.fill(many, frame(CONTINUATION, "").notFinal());
        many[0] = open;
        many[many.length - 1] = frame(CONTINUATION, "z");
        return Stream.of(
                echoed("a thousand empty fragments", "text az", many),
                echoed("message that is never finished", List.of(), open),
                violated("reserved bit in a continuation", 1002, open, last().reserved(2)),
                violated("reserved opcode inside a message", 1002, open, frame(0x3, "")),
                violated("reserved control inside a message", 1002, open, frame(0xB, "")),
                violated("long ping inside a message", 1002, open, frame(PING, "p".repeat(126))),
                violated("binary continued by text", 1002, frame(BINARY, "a").notFinal(), open),
                bothClosed("bad close inside a message", 1002, open, close(1005, "")),
                echoed(
                        "controls round every fragment",
                        List.of("pong 1", "pong 2", "text abc"),
                        open,
                        frame(PING, "1"),
                        frame(PONG, "x".repeat(125)),
                        frame(CONTINUATION, "b").notFinal(),
                        frame(PING, "2"),
                        frame(CONTINUATION, "c")),
                new Case(
                        "binary over its limit in its last byte",
                        ClientFrame.bytes(
                                frame(BINARY, new byte[BINARY_MAX]).notFinal(),
                                frame(CONTINUATION, "b")),
                        List.of("text too large: BINARY 16384", "close 1009"),
                        Ending.SERVER_CLOSED));
    }

    private static Case wronglyContinued(String parts) {
        int split = parts.indexOf(' ');
        return violated(
                "character continued wrongly " + parts,
                1007,
                frame(TEXT, hex(parts.substring(0, split))).notFinal(),
                frame(CONTINUATION, hex(parts.substring(split + 1))).notFinal());
    }

    private static Case raw(String name, String bytes, String... answers) {
        List<String> expected = answers.length == 0 ? List.of("close 1002") : List.of(answers);
        return new Case(name, hex(bytes), expected, Ending.PEER_DROPPED);
    }

    private static ClientFrame last() {
        return frame(CONTINUATION, "z");
    }

    private static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
