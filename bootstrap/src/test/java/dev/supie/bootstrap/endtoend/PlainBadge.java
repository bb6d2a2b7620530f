package dev.supie.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;

/// A badge on a plain socket: it keeps nothing and has no threads, so that thousands of them come
/// and go without a trace on this side. For one thread.
final class PlainBadge implements AutoCloseable {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    private static final String SWITCHING = "HTTP/1.1 101 ";
    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final int MASKED = 0x80;
    private static final int LENGTH_16_BITS = 126;
    private static final int NORMAL = 1000;

    private final Socket socket;
    private final DataInputStream in;
    private final String status;

    private PlainBadge(Socket socket, DataInputStream in, String status) {
        this.socket = socket;
        this.in = in;
        this.status = status;
    }

    /// Asks for a WebSocket; [#isLetIn] says whether it got one.
    static PlainBadge knock(URI url, String device) throws IOException {
        Socket socket = new Socket(url.getHost(), url.getPort());
        socket.setSoTimeout((int) ANSWER_MAX.toMillis());
        String request =
                "GET "
                        + url.getPath()
                        + " HTTP/1.1\r\nHost: badge\r\nUpgrade: websocket\r\n"
                        + "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + "Sec-WebSocket-Version: 13\r\nDevice-Id: "
                        + device
                        + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(UTF_8));
        DataInputStream in = new DataInputStream(socket.getInputStream());
        String status = line(in);
        String header = status;
        while (!header.isEmpty()) {
            header = line(in);
        }
        return new PlainBadge(socket, in, status);
    }

    private static String line(DataInputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
            line.write(next);
        }
        return line.toString(ISO_8859_1).strip();
    }

    boolean isLetIn() {
        return status.startsWith(SWITCHING);
    }

    /// The first line of the answer to the handshake.
    String status() {
        return status;
    }

    /// Reads until a message holds this text.
    void await(String part) throws IOException {
        String text = "";
        while (!text.contains(part)) {
            int opcode = in.readUnsignedByte();
            int length = in.readUnsignedByte();
            byte[] payload = new byte[length == LENGTH_16_BITS ? in.readUnsignedShort() : length];
            in.readFully(payload);
            if (opcode == CLOSE) {
                throw new AssertionError("closed instead of saying " + part);
            }
            text = opcode == TEXT ? new String(payload, UTF_8) : "";
        }
    }

    /// A message of at most 125 bytes.
    void say(String text) throws IOException {
        send(TEXT, text.getBytes(UTF_8));
    }

    /// Says hello and waits for the answer, so that everything a badge can have is there.
    void greet() throws IOException {
        await("\"hello\"");
        say("{\"type\":\"hello\",\"version\":1}");
        await("\"hello\"");
    }

    /// Whether a ping is answered.
    boolean lives() throws IOException {
        say("{\"type\":\"ping\"}");
        await("\"pong\"");
        return true;
    }

    /// Ends with a Close frame, and waits until the server has closed TCP.
    void leave() throws IOException {
        send(CLOSE, ByteBuffer.allocate(Short.BYTES).putShort((short) NORMAL).array());
        awaitEnd();
    }

    /// Ends TCP without a Close frame, as stock firmware does.
    void hangUp() throws IOException {
        socket.shutdownOutput();
        awaitEnd();
    }

    private void awaitEnd() throws IOException {
        try {
            in.skipNBytes(Long.MAX_VALUE);
        } catch (EOFException | SocketException _) {
            // What was waited for.
        }
    }

    private void send(int opcode, byte[] payload) throws IOException {
        // A masking key of zeros leaves the payload as it is.
        ByteBuffer frame = ByteBuffer.allocate(2 + Integer.BYTES + payload.length);
        frame.put((byte) opcode).put((byte) (MASKED | payload.length)).putInt(0).put(payload);
        socket.getOutputStream().write(frame.array());
    }

    /// Resets TCP if anything is unread or unsent, as a pulled cable would look in the end.
    @Override
    public void close() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
