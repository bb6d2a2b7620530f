package dev.supie.adapter.in.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/// The body of a Close frame: nothing, or a code and a reason (RFC 6455 §5.5.1).
final class ClosePayload {

    static final int REASON_BYTES_MAX = FrameRules.CONTROL_BYTES_MAX - Short.BYTES;

    private ClosePayload() {}

    static Inbound parse(byte[] payload) {
        if (payload.length == 0) {
            return new Inbound.Close(CloseCodes.NO_CODE, "");
        }
        if (payload.length < Short.BYTES) {
            return violation(CloseCodes.PROTOCOL_ERROR, "close code is cut short");
        }
        int code = Short.toUnsignedInt(ByteBuffer.wrap(payload).getShort());
        if (!CloseCodes.mayBeSent(code)) {
            return violation(CloseCodes.PROTOCOL_ERROR, "close code is not allowed");
        }
        Utf8Validator validator = new Utf8Validator();
        if (!validator.accepts(payload, Short.BYTES, payload.length) || !validator.isComplete()) {
            return violation(CloseCodes.INVALID_TEXT, "close reason is not UTF-8");
        }
        int reasonBytes = payload.length - Short.BYTES;
        return new Inbound.Close(code, new String(payload, Short.BYTES, reasonBytes, UTF_8));
    }

    /// The body for `code` and as many whole characters of `reason` as fit; empty for
    /// [CloseCodes#NO_CODE].
    static byte[] of(int code, String reason) {
        if (code == CloseCodes.NO_CODE) {
            return new byte[0];
        }
        byte[] text = reason.getBytes(UTF_8);
        int length = wholeCharacters(text, REASON_BYTES_MAX);
        return ByteBuffer.allocate(Short.BYTES + length)
                .putShort((short) code)
                .put(text, 0, length)
                .array();
    }

    private static int wholeCharacters(byte[] text, int bytesMax) {
        if (text.length <= bytesMax) {
            return text.length;
        }
        int end = bytesMax;
        while (isContinuation(text[end])) {
            end--;
        }
        return end;
    }

    private static boolean isContinuation(byte value) {
        return (value & 0xC0) == 0x80;
    }

    private static Inbound.Violation violation(int code, String reason) {
        return new Inbound.Violation(code, reason, true);
    }
}
