package dev.supie.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A badge down to its bytes, as stock firmware sends them: its own handshake, one masked frame a
/// message, no Close frame, and reads only when it is asked to. For one thread.
final class Firmware implements AutoCloseable {

    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;

    private static final int LENGTH_16_BITS = 126;

    private final Socket socket;
    private final DataInputStream in;

    Firmware(String deviceUrl) throws IOException {
        URI device = URI.create(deviceUrl);
        socket = new Socket(device.getHost(), device.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) Badge.ANSWER_MAX.toMillis());
        in = new DataInputStream(socket.getInputStream());
    }

    /// One that is connected and has not read its welcome yet.
    static Firmware connected(String deviceUrl, String device) throws IOException {
        Firmware firmware = new Firmware(deviceUrl);
        firmware.send(handshake(URI.create(deviceUrl).getPath(), "Device-Id: " + device));
        List<String> answer = firmware.head();
        if (!answer.getFirst().startsWith("HTTP/1.1 101 ")) {
            throw new AssertionError("refused: " + answer);
        }
        return firmware;
    }

    /// Headers in the order of their names and a Host without its port, as firmware has them (T10).
    static byte[] handshake(String pathAndQuery, String... more) {
        List<String> headers = new ArrayList<>(List.of(more));
        headers.add("Connection: Upgrade");
        headers.add("Protocol-Version: 1");
        headers.add("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
        headers.add("Sec-WebSocket-Version: 13");
        headers.add("Upgrade: websocket");
        headers.sort(null);
        String request =
                "GET "
                        + pathAndQuery
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                        + String.join("\r\n", headers)
                        + "\r\n\r\n";
        return request.getBytes(UTF_8);
    }

    /// A whole masked frame; a masking key of zeros leaves the payload as it is.
    static byte[] frame(int opcode, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 8);
        frame.put((byte) (0x80 | opcode));
        if (payload.length < LENGTH_16_BITS) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | LENGTH_16_BITS)).putShort((short) payload.length);
        }
        frame.putInt(0).put(payload).flip();
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return bytes;
    }

    static byte[] text(String json) {
        return frame(TEXT, json.getBytes(UTF_8));
    }

    void send(byte[]... pieces) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        OutputStream out = socket.getOutputStream();
        out.write(all.toByteArray());
        out.flush();
    }

    void say(String json) throws IOException {
        send(text(json));
    }

    /// The head of an HTTP answer, status line first.
    List<String> head() throws IOException {
        List<String> head = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            head.add(line);
        }
        return head;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
            line.write(next);
        }
        return line.toString(ISO_8859_1).strip();
    }

    /// One frame of the server.
    @SuppressWarnings("ArrayRecordComponent") // made once, handed on once, never compared
    record Frame(int opcode, byte[] payload) {

        JsonObject json() {
            return Messages.parsed(new String(payload, UTF_8));
        }

        boolean tellsOfNoTasks() {
            return opcode == TEXT && Messages.isEmptyTaskList(json());
        }

        int closeCode() {
            return ByteBuffer.wrap(payload).getShort();
        }
    }

    /// The next frame; empty once the server has ended TCP, in whichever way. That there are no
    /// tasks, which every badge is told unasked, is passed over, as firmware passes over what it
    /// does not know.
    Optional<Frame> read() throws IOException {
        Optional<Frame> next = readAny();
        while (next.isPresent() && next.get().tellsOfNoTasks()) {
            next = readAny();
        }
        return next;
    }

    private Optional<Frame> readAny() throws IOException {
        try {
            int first = in.readUnsignedByte();
            int length = in.readUnsignedByte();
            byte[] payload = new byte[length == LENGTH_16_BITS ? in.readUnsignedShort() : length];
            in.readFully(payload);
            return Optional.of(new Frame(first & 0x0f, payload));
        } catch (EOFException | SocketException _) {
            return Optional.empty();
        }
    }

    /// The next text message, whatever comes before it.
    JsonObject hear() throws IOException {
        while (true) {
            Frame frame = read().orElseThrow(() -> new AssertionError("the connection has ended"));
            if (frame.opcode() == TEXT) {
                return frame.json();
            }
        }
    }

    /// All frames until the server ends TCP, which it must do by itself (T31).
    List<Frame> readToTheEnd() throws IOException {
        List<Frame> frames = new ArrayList<>();
        for (Optional<Frame> next = read(); next.isPresent(); next = read()) {
            frames.add(next.get());
        }
        return frames;
    }

    /// Sends pings until the server has so many pongs for a peer that does not read that its write
    /// is stuck, or it gives up on this peer.
    void stall(Duration most) throws IOException {
        byte[] ping = frame(PING, new byte[125]);
        ByteBuffer many = ByteBuffer.allocate(64 * ping.length);
        while (many.hasRemaining()) {
            many.put(ping);
        }
        long end = System.nanoTime() + most.toNanos();
        try {
            while (System.nanoTime() < end) {
                socket.getOutputStream().write(many.array());
            }
        } catch (SocketException _) {
            // It has been given up on.
        }
    }

    /// Ends TCP without a Close frame, as firmware does (T30).
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
