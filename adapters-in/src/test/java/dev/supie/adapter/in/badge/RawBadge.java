package dev.supie.adapter.in.badge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A badge that writes its bytes itself, to send what no proper client does.
final class RawBadge implements AutoCloseable {

    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;

    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final int LENGTH_16_BITS = 126;

    private final Socket socket;
    private final DataInputStream in;

    RawBadge(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) WAIT.toMillis());
        in = new DataInputStream(socket.getInputStream());
    }

    /// The request with the headers that RFC 6455 asks for and `more`, in the order in which stock
    /// firmware sends them: by name.
    static String handshake(String pathAndQuery, String... more) {
        List<String> headers = new ArrayList<>(List.of(more));
        headers.add("Connection: Upgrade");
        headers.add("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
        headers.add("Sec-WebSocket-Version: 13");
        headers.add("Upgrade: websocket");
        headers.sort(null);
        return "GET "
                + pathAndQuery
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + String.join("\r\n", headers)
                + "\r\n\r\n";
    }

    /// Sends a request and gives the head of the answer, status line first.
    List<String> request(String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(UTF_8));
        List<String> head = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            head.add(line);
        }
        return head;
    }

    /// The rest of the answer to its end, which must be the end of the connection.
    String body() throws IOException {
        return new String(in.readAllBytes(), UTF_8);
    }

    void send(int opcode, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 8);
        frame.put((byte) (0x80 | opcode));
        if (payload.length < LENGTH_16_BITS) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | LENGTH_16_BITS)).putShort((short) payload.length);
        }
        // A masking key of zeros leaves the payload as it is.
        frame.putInt(0).put(payload);
        socket.getOutputStream().write(frame.array(), 0, frame.position());
    }

    void say(String text) throws IOException {
        send(TEXT, text.replace('\'', '"').getBytes(UTF_8));
    }

    /// The payload of the next frame, which must be of this kind.
    byte[] read(int opcode) throws IOException {
        int first = in.readUnsignedByte();
        if (first != (0x80 | opcode)) {
            throw new AssertionError("frame begins with " + Integer.toHexString(first));
        }
        int length = in.readUnsignedByte();
        byte[] payload = new byte[length == LENGTH_16_BITS ? in.readUnsignedShort() : length];
        in.readFully(payload);
        return payload;
    }

    String readText() throws IOException {
        return new String(read(TEXT), UTF_8).replace('"', '\'');
    }

    /// The code of the next frame, which must be a Close frame.
    int readCloseCode() throws IOException {
        return ByteBuffer.wrap(read(CLOSE)).getShort();
    }

    /// Waits until the server has closed TCP, doing `meanwhile` again and again. A reset is an end
    /// too: that is how a connection is cut.
    void awaitEnd(Runnable meanwhile) throws IOException {
        socket.setSoTimeout(20);
        for (int attempt = 0; attempt < WAIT.toMillis() / 20; attempt++) {
            try {
                if (in.read() >= 0) {
                    throw new AssertionError("something came after the Close frame");
                }
                return;
            } catch (SocketTimeoutException _) {
                meanwhile.run();
            } catch (SocketException _) {
                return;
            }
        }
        throw new AssertionError("the server did not close TCP");
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
            line.write(next);
        }
        return line.toString(ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
