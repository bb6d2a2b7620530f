package dev.supie.adapter.in.websocket;

import static dev.supie.adapter.in.websocket.ClientFrame.BINARY;
import static dev.supie.adapter.in.websocket.ClientFrame.CLOSE;
import static dev.supie.adapter.in.websocket.ClientFrame.CONTINUATION;
import static dev.supie.adapter.in.websocket.ClientFrame.PING;
import static dev.supie.adapter.in.websocket.ClientFrame.PONG;
import static dev.supie.adapter.in.websocket.ClientFrame.TEXT;
import static dev.supie.adapter.in.websocket.ClientFrame.close;
import static dev.supie.adapter.in.websocket.ClientFrame.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The table of [ConformanceTest]: what a client sends to an echo server, and what comes back.
public final class ConformanceCases {

    private static final int TEXT_MAX = 64 * 1024;
    private static final int BINARY_MAX = 16 * 1024;

    private ConformanceCases() {}

    /// How a case leaves the connection.
    public enum Ending {
        STILL_OPEN,
        SERVER_CLOSED,
        BOTH_CLOSED,
        /// The server closed and the peer ends TCP: a Close frame of its own would be taken for
        /// payload.
        PEER_DROPPED
    }

    public static final class Case {

        private final String name;
        private final byte[] sent;
        private final List<String> answers;
        private final Ending ending;

        Case(String name, byte[] sent, List<String> answers, Ending ending) {
            this.name = name;
            this.sent = sent;
            this.answers = answers;
            this.ending = ending;
        }

        public byte[] sent() {
            return sent;
        }

        public List<String> answers() {
            return answers;
        }

        public Ending ending() {
            return ending;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    public static Stream<Case> all() {
        return Stream.of(
                        messages(),
                        pings(),
                        reservedBits(),
                        reservedOpcodes(),
                        fragments(),
                        validText(),
                        invalidText(),
                        closing(),
                        closeCodes(),
                        headers(),
                        limits(),
                        HostileCases.all())
                .flatMap(cases -> cases);
    }

    private static Stream<Case> messages() {
        Stream<Case> texts =
                IntStream.of(0, 1, 125, 126, 127, 128, 65535, TEXT_MAX)
                        .mapToObj(length -> "*".repeat(length))
                        .map(
                                text ->
                                        echoed(
                                                "text of " + text.length(),
                                                "text " + text,
                                                frame(TEXT, text)));
        Stream<Case> binaries =
                IntStream.of(0, 1, 125, 126, 127, 128, BINARY_MAX)
                        .mapToObj(ConformanceCases::allOnes)
                        .map(
                                bytes ->
                                        echoed(
                                                "binary of " + bytes.length,
                                                "binary " + HexFormat.of().formatHex(bytes),
                                                frame(BINARY, bytes)));
        return Stream.concat(texts, binaries);
    }

    private static Stream<Case> pings() {
        String longest = "p".repeat(125);
        ClientFrame[] ten = new ClientFrame[10];
        Arrays.setAll(ten, count -> frame(PING, "payload " + count));
        List<String> tenPongs =
                IntStream.range(0, 10).mapToObj(count -> "pong payload " + count).toList();
        return Stream.of(
                echoed("ping without payload", "pong ", frame(PING, "")),
                echoed("ping with payload", "pong Hello", frame(PING, "Hello")),
                echoed("ping of 125", "pong " + longest, frame(PING, longest)),
                violated("ping of 126", 1002, frame(PING, longest + "p")),
                echoed("pong nobody asked for", List.of(), frame(PONG, "unsolicited")),
                echoed("pong, then ping", "pong a", frame(PONG, "x"), frame(PING, "a")),
                echoed("ten pings", tenPongs, ten));
    }

    private static Stream<Case> reservedBits() {
        Stream<Case> alone =
                IntStream.rangeClosed(1, 7)
                        .mapToObj(
                                bits ->
                                        violated(
                                                "reserved bits " + bits,
                                                1002,
                                                frame(TEXT, "x").reserved(bits)));
        Stream<Case> elsewhere =
                Stream.of(
                        violated("reserved bit in a ping", 1002, frame(PING, "").reserved(1)),
                        violated("reserved bit in binary", 1002, frame(BINARY, "b").reserved(4)),
                        bothClosed("reserved bit in a close", 1002, close(1000, "").reserved(2)),
                        violatedAfterEcho(
                                "reserved bit after a good text", frame(TEXT, "x").reserved(4)));
        return Stream.concat(alone, elsewhere);
    }

    private static Stream<Case> reservedOpcodes() {
        return IntStream.of(0x3, 0x4, 0x5, 0x6, 0x7, 0xB, 0xC, 0xD, 0xE, 0xF)
                .boxed()
                .flatMap(
                        opcode ->
                                Stream.of(
                                        violated("opcode " + opcode, 1002, frame(opcode, "")),
                                        violatedAfterEcho(
                                                "opcode with payload after a good text " + opcode,
                                                frame(opcode, "payload"))));
    }

    private static Stream<Case> fragments() {
        ClientFrame first = frame(TEXT, "one").notFinal();
        ClientFrame middle = frame(CONTINUATION, "two").notFinal();
        ClientFrame last = frame(CONTINUATION, "three");
        ClientFrame nothing = frame(CONTINUATION, "").notFinal();
        return Stream.of(
                violated("fragmented ping", 1002, frame(PING, "a").notFinal(), last),
                violated("fragmented pong", 1002, frame(PONG, "a").notFinal(), last),
                echoed("text in two", "text onethree", first, last),
                echoed("text in three", "text onetwothree", first, middle, last),
                echoed("empty fragments", "text ", frame(TEXT, "").notFinal(), nothing, end()),
                echoed(
                        "ping between fragments",
                        List.of("pong p", "text onethree"),
                        first,
                        frame(PING, "p"),
                        last),
                echoed(
                        "pings between all fragments",
                        List.of("pong p", "pong q", "text onetwothree"),
                        first,
                        frame(PING, "p"),
                        middle,
                        frame(PING, "q"),
                        last),
                echoed(
                        "two fragmented messages",
                        List.of("text onethree", "text onethree"),
                        first,
                        last,
                        first,
                        last),
                violated("final continuation of nothing", 1002, last),
                violated("continuation of nothing", 1002, middle),
                violatedAfterEcho("continuation after a whole text", last),
                violated("text inside a text", 1002, first, frame(TEXT, "x")),
                violated("unfinished text inside a text", 1002, first, first),
                violated("binary inside a text", 1002, first, frame(BINARY, "x")));
    }

    private static Stream<Case> validText() {
        String text = "Hello-µ@ßöäüàá-UTF-8!! 中文 κόσμε 🙂";
        byte[] bytes = text.getBytes(UTF_8);
        List<Case> cases = new ArrayList<>();
        cases.add(echoed("text of many languages", "text " + text, frame(TEXT, text)));
        cases.add(echoed("every byte a fragment", "text " + text, everyByteAFragment(bytes)));
        byte[] head = Arrays.copyOf(bytes, 7);
        byte[] tail = Arrays.copyOfRange(bytes, 7, bytes.length);
        cases.add(
                echoed(
                        "split inside a character",
                        "text " + text,
                        frame(TEXT, head).notFinal(),
                        frame(CONTINUATION, tail)));
        for (String edge :
                List.of("00", "7f", "c280", "dfbf", "e0a080", "ed9fbf", "ee8080", "efbfbf")) {
            cases.add(validCharacter(edge));
        }
        cases.add(validCharacter("f0908080"));
        cases.add(validCharacter("f48fbfbf"));
        return cases.stream();
    }

    private static Case validCharacter(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        String text = "text " + new String(bytes, UTF_8);
        return echoed("character " + hex, text, frame(TEXT, bytes));
    }

    private static Stream<Case> invalidText() {
        Stream<Case> whole =
                Stream.of(
                                "80",
                                "bf",
                                "c080",
                                "c1bf",
                                "c3",
                                "c328",
                                "e08080",
                                "e28aff",
                                "eda080",
                                "edbfbf",
                                "f0808080",
                                "f09f98",
                                "f4908080",
                                "f888808080",
                                "fe",
                                "ff",
                                "cebae1bdb9cf83cebcceb5eda080656469746564")
                        .map(
                                hex ->
                                        violated(
                                                "invalid text " + hex,
                                                1007,
                                                frame(TEXT, HexFormat.of().parseHex(hex))));
        byte[] wrong = {(byte) 0xFF};
        byte[] half = {(byte) 0xE4, (byte) 0xB8};
        Stream<Case> fragmented =
                Stream.of(
                        violated(
                                "invalid fragment, message not finished",
                                1007,
                                frame(TEXT, "good").notFinal(),
                                frame(CONTINUATION, wrong).notFinal()),
                        violated(
                                "character left half at the end of the fragments",
                                1007,
                                frame(TEXT, "good").notFinal(),
                                frame(CONTINUATION, half)),
                        violated(
                                "character continued wrongly in the next fragment",
                                1007,
                                frame(TEXT, half).notFinal(),
                                frame(CONTINUATION, "x").notFinal()));
        return Stream.concat(whole, fragmented);
    }

    private static Stream<Case> closing() {
        String longest = "r".repeat(123);
        ClientFrame normal = close(1000, "");
        return Stream.of(
                answered("close without a code", "close", frame(CLOSE, "")),
                answered("close with a reason", "close 1000", close(1000, "bye")),
                answered("close with the longest reason", "close 1000", close(1000, longest)),
                bothClosed("close with a longer reason", 1002, close(1000, longest + "r")),
                bothClosed("close of one byte", 1002, frame(CLOSE, "a")),
                bothClosed(
                        "close with a reason that is not text",
                        1007,
                        frame(CLOSE, HexFormat.of().parseHex("03e8ceba80"))),
                answered("two closes", "close 1000", normal, normal),
                answered("ping after close", "close 1000", normal, frame(PING, "")),
                answered("text after close", "close 1000", normal, frame(TEXT, "late")),
                new Case(
                        "text before close",
                        ClientFrame.bytes(frame(TEXT, "a"), normal),
                        List.of("text a", "close 1000"),
                        Ending.BOTH_CLOSED),
                answered(
                        "close inside a fragmented text",
                        "close 1000",
                        frame(TEXT, "half").notFinal(),
                        normal));
    }

    private static Stream<Case> closeCodes() {
        Stream<Case> good =
                IntStream.of(
                                1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013,
                                1014, 3000, 3999, 4000, 4999)
                        .mapToObj(
                                code ->
                                        answered(
                                                "close code " + code,
                                                "close " + code,
                                                close(code, "")));
        Stream<Case> bad =
                IntStream.of(0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535)
                        .mapToObj(
                                code ->
                                        bothClosed(
                                                "reserved close code " + code,
                                                1002,
                                                close(code, "")));
        return Stream.concat(good, bad);
    }

    private static Stream<Case> headers() {
        ClientFrame text = frame(TEXT, "a");
        return Stream.of(
                violated("text without a mask", 1002, text.unmasked()),
                violated("ping without a mask", 1002, frame(PING, "a").unmasked()),
                bothClosed("close without a mask", 1002, close(1000, "").unmasked()),
                violated("short length in 16 bits", 1002, text.lengthForm(126)),
                violated("short length in 64 bits", 1002, text.lengthForm(127)),
                violated(
                        "middle length in 64 bits",
                        1002,
                        frame(TEXT, "a".repeat(200)).lengthForm(127)));
    }

    private static Stream<Case> limits() {
        ClientFrame half = frame(TEXT, "a".repeat(TEXT_MAX / 2));
        ClientFrame otherHalf = frame(CONTINUATION, "b".repeat(TEXT_MAX / 2));
        String both = "a".repeat(TEXT_MAX / 2) + "b".repeat(TEXT_MAX / 2);
        return Stream.of(
                tooLarge("TEXT " + TEXT_MAX, frame(TEXT, "a".repeat(TEXT_MAX + 1))),
                tooLarge("BINARY " + BINARY_MAX, frame(BINARY, allOnes(BINARY_MAX + 1))),
                echoed("largest text in two", "text " + both, half.notFinal(), otherHalf),
                tooLarge(
                        "TEXT " + TEXT_MAX,
                        half.notFinal(),
                        otherHalf.notFinal(),
                        frame(CONTINUATION, "c").notFinal()));
    }

    private static ClientFrame end() {
        return frame(CONTINUATION, "");
    }

    private static ClientFrame[] everyByteAFragment(byte[] bytes) {
        ClientFrame[] frames = new ClientFrame[bytes.length + 1];
        for (int at = 0; at < bytes.length; at++) {
            byte[] one = {bytes[at]};
            frames[at] = frame(at == 0 ? TEXT : CONTINUATION, one).notFinal();
        }
        frames[bytes.length] = end();
        return frames;
    }

    private static byte[] allOnes(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 0xFE);
        return bytes;
    }

    static Case echoed(String name, String answer, ClientFrame... frames) {
        return echoed(name, List.of(answer), frames);
    }

    static Case echoed(String name, List<String> answers, ClientFrame... frames) {
        return new Case(name, ClientFrame.bytes(frames), answers, Ending.STILL_OPEN);
    }

    /// The client closes and is answered.
    static Case answered(String name, String answer, ClientFrame... frames) {
        return new Case(name, ClientFrame.bytes(frames), List.of(answer), Ending.BOTH_CLOSED);
    }

    /// The client's Close frame is itself broken.
    static Case bothClosed(String name, int code, ClientFrame... frames) {
        return answered(name, "close " + code, frames);
    }

    static Case violated(String name, int code, ClientFrame... frames) {
        return new Case(
                name, ClientFrame.bytes(frames), List.of("close " + code), Ending.SERVER_CLOSED);
    }

    private static Case violatedAfterEcho(String name, ClientFrame broken) {
        return new Case(
                name,
                ClientFrame.bytes(frame(TEXT, "good"), broken, frame(PING, "never answered")),
                List.of("text good", "close 1002"),
                Ending.SERVER_CLOSED);
    }

    private static Case tooLarge(String what, ClientFrame... frames) {
        return new Case(
                frames.length + " frames over " + what,
                ClientFrame.bytes(frames),
                List.of("text too large: " + what, "close 1009"),
                Ending.SERVER_CLOSED);
    }
}
