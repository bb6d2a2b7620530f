package dev.supie.adapter.in.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a fuzzer feeds to the frame decoder: however the same bytes are cut, they mean the same,
/// nothing is longer than its limit, and text is text.
public final class FrameFuzz {

    /// Small, so that a fuzzer reaches them.
    private static final WebSocketLimits LIMITS =
            new WebSocketLimits(200, 100, OutboundLimits.standard(), 0);

    private FrameFuzz() {}

    /// @param data one byte that says how to cut, then what a client sends
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        byte[] sent = Arrays.copyOfRange(data, 1, data.length);
        List<String> whole = decoded(sent, Integer.MAX_VALUE);
        List<String> cut = decoded(sent, 1 + Byte.toUnsignedInt(data[0]) % 16);
        if (!whole.equals(cut)) {
            throw new AssertionError(whole + " in one, but cut " + cut);
        }
    }

    private static List<String> decoded(byte[] sent, int sliceBytes) {
        FrameDecoder decoder = new FrameDecoder(LIMITS, new HeldShare(new HeldBytes(0)));
        List<String> seen = new ArrayList<>();
        for (int at = 0; at < sent.length; at += Math.min(sliceBytes, sent.length)) {
            int length = Math.min(sliceBytes, sent.length - at);
            ByteBuffer input = ByteBuffer.wrap(sent, at, length);
            Optional<Inbound> next = decoder.next(input);
            while (next.isPresent()) {
                seen.add(checked(next.get()));
                next = decoder.next(input);
            }
            if (input.hasRemaining()) {
                throw new AssertionError("bytes were left over");
            }
        }
        return seen;
    }

    private static String checked(Inbound inbound) {
        return switch (inbound) {
            case Inbound.Text(String text) -> {
                byte[] bytes = text.getBytes(UTF_8);
                require(bytes.length <= LIMITS.textBytesMax(), "long text");
                require(new String(bytes, UTF_8).equals(text), "text that is none");
                yield "text " + text;
            }
            case Inbound.Binary(byte[] bytes) -> {
                require(bytes.length <= LIMITS.binaryBytesMax(), "long binary");
                yield "binary " + Arrays.toString(bytes);
            }
            case Inbound.Ping(byte[] payload) -> {
                require(payload.length <= FrameRules.CONTROL_BYTES_MAX, "long ping");
                yield "ping " + Arrays.toString(payload);
            }
            case Inbound.Close(int code, String reason) -> {
                require(code == CloseCodes.NO_CODE || CloseCodes.mayBeSent(code), "close code");
                require(
                        ClosePayload.of(code, reason).length <= FrameRules.CONTROL_BYTES_MAX,
                        "echo");
                yield "close " + code + reason;
            }
            case Inbound.Violation violation -> violation.toString();
            case Inbound.TooLarge tooLarge -> tooLarge.toString();
            case Inbound.NoRoom _ -> throw new AssertionError("so little needs no room");
            case Inbound.Fragment _ -> "fragment";
            case Inbound.Pong _ -> "pong";
        };
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
