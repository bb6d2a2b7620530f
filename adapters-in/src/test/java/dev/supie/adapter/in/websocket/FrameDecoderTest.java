package dev.supie.adapter.in.websocket;

import static dev.supie.adapter.in.websocket.ClientFrame.BINARY;
import static dev.supie.adapter.in.websocket.ClientFrame.CONTINUATION;
import static dev.supie.adapter.in.websocket.ClientFrame.PING;
import static dev.supie.adapter.in.websocket.ClientFrame.PONG;
import static dev.supie.adapter.in.websocket.ClientFrame.TEXT;
import static dev.supie.adapter.in.websocket.ClientFrame.close;
import static dev.supie.adapter.in.websocket.ClientFrame.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class FrameDecoderTest {

    private static final WebSocketLimits LIMITS =
            new WebSocketLimits(100, 50, OutboundLimits.standard(), 0);

    /// A conversation of everything that is allowed, delivered whole, byte by byte, and cut in two
    /// at every place.
    @Test
    void meansTheSameHoweverTheBytesAreCut() {
        byte[] bytes =
                ClientFrame.bytes(
                        frame(TEXT, "Grüße, 世界 🙂"),
                        frame(TEXT, "").notFinal(),
                        frame(PING, "a"),
                        frame(CONTINUATION, new byte[] {(byte) 0xE4, (byte) 0xB8}).notFinal(),
                        frame(PONG, ""),
                        frame(CONTINUATION, new byte[] {(byte) 0x96}),
                        frame(BINARY, new byte[50]),
                        frame(BINARY, "").notFinal(),
                        frame(CONTINUATION, "xyz"),
                        frame(PING, "b".repeat(125)),
                        frame(TEXT, ""),
                        close(1000, "bye"));
        List<String> expected =
                List.of(
                        "text Grüße, 世界 🙂",
                        "fragment",
                        "ping a",
                        "fragment",
                        "pong",
                        "text 世",
                        "binary " + "00".repeat(50),
                        "fragment",
                        "binary 78797a",
                        "ping " + "b".repeat(125),
                        "text ",
                        "close 1000 bye");
        assertEquals(expected, decode(bytes));
        assertEquals(expected, decodeByteByByte(bytes));
        for (int cut = 1; cut < bytes.length; cut++) {
            assertEquals(
                    expected,
                    decode(
                            Arrays.copyOfRange(bytes, 0, cut),
                            Arrays.copyOfRange(bytes, cut, bytes.length)));
        }
    }

    static Stream<Arguments> violations() {
        ClientFrame text = frame(TEXT, "a");
        return Stream.of(
                Arguments.of("reserved bit set", text.reserved(4)),
                Arguments.of("reserved bit set", text.reserved(2)),
                Arguments.of("reserved bit set", frame(PING, "").reserved(1)),
                Arguments.of("frame is not masked", text.unmasked()),
                Arguments.of("frame is not masked", frame(PONG, "").unmasked()),
                Arguments.of("reserved opcode", frame(0x3, "")),
                Arguments.of("reserved opcode", frame(0x7, "")),
                Arguments.of("reserved opcode", frame(0xB, "")),
                Arguments.of("reserved opcode", frame(0xF, "")),
                Arguments.of("control frame is fragmented", frame(PING, "").notFinal()),
                Arguments.of("control frame is too long", frame(PING, "a".repeat(126))),
                Arguments.of("control frame is too long", frame(PONG, "a".repeat(65536))),
                Arguments.of("length is badly encoded", text.lengthForm(126)),
                Arguments.of("length is badly encoded", text.lengthForm(127)),
                Arguments.of(
                        "length is badly encoded", frame(TEXT, "a".repeat(126)).lengthForm(127)),
                Arguments.of("continuation of nothing", frame(CONTINUATION, "a")),
                Arguments.of("continuation of nothing", frame(CONTINUATION, "").notFinal()));
    }

    @ParameterizedTest
    @MethodSource("violations")
    void refusesWhatTheProtocolForbids(String reason, ClientFrame frame) {
        byte[] bytes = ClientFrame.bytes(frame, frame(TEXT, "unread"), close(1000, ""));
        List<String> expected = List.of("violation 1002 " + reason, "close 1005 ");
        assertEquals(expected, decode(bytes));
        assertEquals(expected, decodeByteByByte(bytes));
    }

    @Test
    void refusesALengthWithTheHighestBit() {
        byte[] header = HexFormat.of().parseHex("82ff8000000000000000" + "00000000");
        assertEquals(
                List.of("violation 1002 length is badly encoded"),
                decode(header, ClientFrame.bytes(close(1000, ""))));
    }

    @Test
    void refusesAMessageInsideAFragmentedOne() {
        assertEquals(
                List.of("fragment", "violation 1002 message inside a fragmented message"),
                decode(ClientFrame.bytes(frame(TEXT, "a").notFinal(), frame(BINARY, "b"))));
    }

    @Test
    void aBrokenCloseFrameIsStillThePeersLast() {
        assertEquals(
                List.of("violation 1002 reserved bit set", "close 1005 "),
                decode(close(1000, "").reserved(1).bytes()));
        assertEquals(
                List.of("violation 1002 close code is not allowed, last"),
                decode(close(1005, "").bytes()));
    }

    @Test
    void saysNothingMoreAfterACloseFrame() {
        assertEquals(
                List.of("close 1000 "),
                decode(ClientFrame.bytes(close(1000, ""), frame(TEXT, "late"), frame(PING, ""))));
    }

    @Test
    void discardsInTheMiddleOfAFrameAndStillFindsTheClose() {
        FrameDecoder decoder = decoder();
        byte[] text = frame(TEXT, "abcdef").bytes();
        assertEquals(Optional.empty(), decoder.next(ByteBuffer.wrap(text, 0, 9)));
        decoder.discard();
        byte[] rest =
                ClientFrame.bytes(frame(PING, "a"), frame(TEXT, "x").unmasked(), close(1001, ""));
        assertEquals(Optional.empty(), decoder.next(ByteBuffer.wrap(text, 9, text.length - 9)));
        assertEquals(List.of("close 1005 "), drain(decoder, rest));
    }

    @Nested
    class Limits {

        @Test
        void countTheWholeMessage() {
            assertEquals(List.of("text " + "a".repeat(99)), decodeText(99));
            assertEquals(List.of("text " + "a".repeat(100)), decodeText(100));
            assertEquals(List.of("too large TEXT 100"), decodeText(101));
            assertEquals(
                    List.of("binary " + "00".repeat(50)),
                    decode(frame(BINARY, new byte[50]).bytes()));
            assertEquals(
                    List.of("too large BINARY 50"), decode(frame(BINARY, new byte[51]).bytes()));
        }

        @Test
        void countOverAllFragments() {
            ClientFrame first = frame(TEXT, "a".repeat(60)).notFinal();
            assertEquals(
                    List.of("fragment", "text " + "a".repeat(100)),
                    decode(ClientFrame.bytes(first, frame(CONTINUATION, "a".repeat(40)))));
            assertEquals(
                    List.of("fragment", "too large TEXT 100", "close 1005 "),
                    decode(
                            ClientFrame.bytes(
                                    first,
                                    frame(CONTINUATION, "a".repeat(41)),
                                    frame(TEXT, "unread"),
                                    close(1000, ""))));
        }

        @Test
        void holdAgainBytesNotCharacters() {
            assertEquals(
                    List.of("too large TEXT 100"), decode(frame(TEXT, "中".repeat(34)).bytes()));
        }

        @Test
        void startAfreshForTheNextMessage() {
            ClientFrame full = frame(TEXT, "a".repeat(100));
            assertEquals(3, decode(ClientFrame.bytes(full, full, full)).size());
        }

        @Test
        void areKnownFromTheHeaderAlone() {
            byte[] header = Arrays.copyOf(frame(BINARY, new byte[51]).bytes(), 6);
            assertEquals(List.of("too large BINARY 50"), decode(header));
        }

        @Test
        void letAnyNumberOfEmptyFragmentsPass() {
            FrameDecoder decoder = decoder();
            assertEquals(List.of("fragment"), drain(decoder, frame(TEXT, "a").notFinal().bytes()));
            byte[] empty = frame(CONTINUATION, "").notFinal().bytes();
            for (int count = 0; count < 10_000; count++) {
                assertEquals(List.of("fragment"), drain(decoder, empty));
            }
            assertEquals(List.of("text ab"), drain(decoder, frame(CONTINUATION, "b").bytes()));
        }

        private List<String> decodeText(int length) {
            return decode(frame(TEXT, "a".repeat(length)).bytes());
        }
    }

    @Nested
    class InvalidText {

        private static final String REFUSED = "violation 1007 text is not UTF-8";

        @Test
        void isRefusedAtTheByteThatShowsIt() {
            FrameDecoder decoder = decoder();
            byte[] bytes = frame(TEXT, HexFormat.of().parseHex("ceba80ff6162")).bytes();
            assertEquals(Optional.empty(), decoder.next(ByteBuffer.wrap(bytes, 0, 8)));
            assertEquals(
                    REFUSED, describe(decoder.next(ByteBuffer.wrap(bytes, 8, 1)).orElseThrow()));
        }

        @Test
        void isRefusedInTheFragmentThatShowsIt() {
            assertEquals(
                    List.of("fragment", REFUSED),
                    decode(
                            ClientFrame.bytes(
                                    frame(TEXT, "good").notFinal(),
                                    frame(CONTINUATION, new byte[] {(byte) 0xFF}).notFinal(),
                                    frame(CONTINUATION, "good"))));
        }

        @Test
        void isATextThatEndsInsideACharacter() {
            assertEquals(List.of(REFUSED), decode(frame(TEXT, new byte[] {(byte) 0xC3}).bytes()));
        }

        @Test
        void doesNotTaintTheNextMessage() {
            assertEquals(
                    List.of("binary ff", "text ok"),
                    decode(
                            ClientFrame.bytes(
                                    frame(BINARY, new byte[] {(byte) 0xFF}), frame(TEXT, "ok"))));
        }
    }

    private static FrameDecoder decoder() {
        return new FrameDecoder(LIMITS, new HeldShare(new HeldBytes(0)));
    }

    private static List<String> decode(byte[]... chunks) {
        return drain(decoder(), chunks);
    }

    private static List<String> decodeByteByByte(byte[] bytes) {
        byte[][] chunks = new byte[bytes.length][];
        for (int at = 0; at < bytes.length; at++) {
            chunks[at] = new byte[] {bytes[at]};
        }
        return decode(chunks);
    }

    private static List<String> drain(FrameDecoder decoder, byte[]... chunks) {
        List<String> seen = new ArrayList<>();
        for (byte[] chunk : chunks) {
            ByteBuffer input = ByteBuffer.wrap(chunk);
            Optional<Inbound> next = decoder.next(input);
            while (next.isPresent()) {
                seen.add(describe(next.get()));
                next = decoder.next(input);
            }
            assertEquals(0, input.remaining());
        }
        return seen;
    }

    private static String describe(Inbound inbound) {
        return switch (inbound) {
            case Inbound.Text(String text) -> "text " + text;
            case Inbound.Binary(byte[] bytes) -> "binary " + HexFormat.of().formatHex(bytes);
            case Inbound.Fragment _ -> "fragment";
            case Inbound.Ping(byte[] payload) -> "ping " + new String(payload, UTF_8);
            case Inbound.Pong _ -> "pong";
            case Inbound.Close(int code, String reason) -> "close " + code + " " + reason;
            case Inbound.Violation(int code, String reason, boolean insideClose) ->
                    "violation " + code + " " + reason + (insideClose ? ", last" : "");
            case Inbound.TooLarge(MessageKind kind, int bytesMax) ->
                    "too large " + kind + " " + bytesMax;
            case Inbound.NoRoom _ -> "no room";
        };
    }
}
