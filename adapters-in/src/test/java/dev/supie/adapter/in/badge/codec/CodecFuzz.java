package dev.supie.adapter.in.badge.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supie.application.connection.port.BadgeMessage;

/// What a fuzzer feeds to the decoding of text messages: any text gets a frame or an answer that
/// can be sent, is short and cannot forge a line of the log (MSG-3).
public final class CodecFuzz {

    private static final int ANSWER_CHARS_MAX = 800;
    private static final BadgeCodec CODEC = new BadgeCodec();

    private CodecFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        switch (CODEC.decode(new String(data, UTF_8))) {
            case InboundFrame.Malformed malformed -> check(malformed.answer());
            case InboundFrame.TooDeep tooDeep -> check(tooDeep.answer());
            case InboundFrame.PingFrame ping -> check(new BadgeMessage.Pong(ping.rid()));
            case InboundFrame.HelloFrame _,
                    InboundFrame.RequestFrame _,
                    InboundFrame.UnheededFrame _ -> {}
        }
    }

    private static void check(BadgeMessage answer) {
        String text = CODEC.encode(answer);
        if (text.length() > ANSWER_CHARS_MAX) {
            throw new AssertionError("a long answer: " + text.length());
        }
        // Those that JSON leaves as they are may come back in the badge's own mark (MSG-5).
        if (text.chars().anyMatch(character -> character < ' ')) {
            throw new AssertionError("a control character in the answer " + text);
        }
        if (!CODEC.encode(answer).equals(text)) {
            throw new AssertionError("two answers to one text");
        }
    }
}
