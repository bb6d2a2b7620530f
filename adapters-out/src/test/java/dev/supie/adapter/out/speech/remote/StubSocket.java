package dev.supie.adapter.out.speech.remote;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The server's side of one WebSocket: whole messages in, whole messages out.
final class StubSocket implements AutoCloseable {

    private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int LENGTH_OF_16_BITS = 126;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final Map<String, String> headers = new LinkedHashMap<>();

    StubSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        readHeaders();
    }

    /// One message of the client.
    static final class Message {

        static final int TEXT = 1;
        static final int BINARY = 2;
        static final int CLOSE = 8;
        static final int PING = 9;
        static final int PONG = 10;

        private final int opcode;
        private final byte[] payload;

        Message(int opcode, byte[] payload) {
            this.opcode = opcode;
            this.payload = payload;
        }

        int opcode() {
            return opcode;
        }

        byte[] payload() {
            return payload;
        }

        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }
    }

    private void readHeaders() throws IOException {
        String line = line();
        while (!line.isEmpty()) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 2));
            }
            line = line();
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int letter = in.read(); letter != '\n'; letter = in.read()) {
            if (letter < 0) {
                throw new IOException("no whole request");
            }
            if (letter != '\r') {
                line.append((char) letter);
            }
        }
        return line.toString();
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    void accept() throws IOException {
        write(
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Protocol: binary\r\nSec-WebSocket-Accept: "
                        + acceptKey()
                        + "\r\n\r\n");
    }

    private String acceptKey() {
        try {
            byte[] key =
                    (header("sec-websocket-key") + ACCEPT_SUFFIX)
                            .getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(key));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    void refuse(int status) throws IOException {
        write("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }

    private synchronized void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    Message read() throws IOException {
        int opcode = in.readUnsignedByte() & 0x0f;
        int length = in.readUnsignedByte() & 0x7f;
        if (length == LENGTH_OF_16_BITS) {
            length = in.readUnsignedShort();
        } else if (length > LENGTH_OF_16_BITS) {
            length = (int) in.readLong();
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(length);
        for (int index = 0; index < payload.length; index++) {
            payload[index] ^= mask[index % mask.length];
        }
        return new Message(opcode, payload);
    }

    void say(String text) throws IOException {
        send(Message.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    synchronized void send(int opcode, byte[] payload) throws IOException {
        out.write(0x80 | opcode);
        if (payload.length < LENGTH_OF_16_BITS) {
            out.write(payload.length);
        } else if (payload.length < 1 << Short.SIZE) {
            out.write(LENGTH_OF_16_BITS);
            out.write(payload.length >> Byte.SIZE);
            out.write(payload.length);
        } else {
            out.write(LENGTH_OF_16_BITS + 1);
            for (int shift = 56; shift >= 0; shift -= Byte.SIZE) {
                out.write((int) ((long) payload.length >> shift));
            }
        }
        out.write(payload);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
