package dev.supie.adapter.in.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/// A frame as a client writes it, or as a broken client does. Independent of the code under test.
public final class ClientFrame {

    public static final int CONTINUATION = 0x0;
    public static final int TEXT = 0x1;
    public static final int BINARY = 0x2;
    public static final int CLOSE = 0x8;
    public static final int PING = 0x9;
    public static final int PONG = 0xA;

    private static final byte[] MASKING_KEY = {0x37, (byte) 0xFA, 0x21, 0x3D};
    private static final int FINAL = 0x80;
    private static final int SHORTEST = 0;

    private final int firstByte;
    private final byte[] payload;
    private final int lengthForm;
    private final boolean masked;

    private ClientFrame(int firstByte, byte[] payload, int lengthForm, boolean masked) {
        this.firstByte = firstByte;
        this.payload = payload;
        this.lengthForm = lengthForm;
        this.masked = masked;
    }

    public static ClientFrame frame(int opcode, byte[] payload) {
        return new ClientFrame(FINAL | opcode, payload, SHORTEST, true);
    }

    public static ClientFrame frame(int opcode, String payload) {
        return frame(opcode, payload.getBytes(UTF_8));
    }

    public static ClientFrame close(int code, String reason) {
        byte[] text = reason.getBytes(UTF_8);
        return frame(
                CLOSE,
                ByteBuffer.allocate(2 + text.length).putShort((short) code).put(text).array());
    }

    public ClientFrame notFinal() {
        return new ClientFrame(firstByte & ~FINAL, payload, lengthForm, masked);
    }

    public ClientFrame reserved(int bits) {
        return new ClientFrame(firstByte | (bits << 4), payload, lengthForm, masked);
    }

    public ClientFrame unmasked() {
        return new ClientFrame(firstByte, payload, lengthForm, false);
    }

    /// Writes the length in 16 (126) or 64 (127) bits whether needed or not.
    public ClientFrame lengthForm(int form) {
        return new ClientFrame(firstByte, payload, form, masked);
    }

    public boolean isContinuation() {
        return (firstByte & ~FINAL) == CONTINUATION;
    }

    @Override
    public String toString() {
        return Integer.toHexString(firstByte) + " of " + payload.length;
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(firstByte);
            writeLength(out);
            if (masked) {
                out.write(MASKING_KEY);
            }
            for (int at = 0; at < payload.length; at++) {
                out.writeByte(masked ? payload[at] ^ MASKING_KEY[at % 4] : payload[at]);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// The frames one after the other.
    public static byte[] bytes(ClientFrame... frames) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (ClientFrame frame : frames) {
            all.writeBytes(frame.bytes());
        }
        return all.toByteArray();
    }

    private void writeLength(DataOutputStream out) throws IOException {
        int mask = masked ? 0x80 : 0;
        switch (lengthForm == SHORTEST ? shortestForm() : lengthForm) {
            case 126 -> {
                out.writeByte(mask | 126);
                out.writeShort(payload.length);
            }
            case 127 -> {
                out.writeByte(mask | 127);
                out.writeLong(payload.length);
            }
            default -> out.writeByte(mask | payload.length);
        }
    }

    private int shortestForm() {
        if (payload.length < 126) {
            return payload.length;
        }
        return payload.length < 65536 ? 126 : 127;
    }
}
