package dev.supie.bootstrap.endtoend;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// A badge's end of TCP that reads only when it is told to, and never says anything by itself, not
/// even a pong.
final class BareSocket implements AutoCloseable {

    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final Duration READ_MAX = Duration.ofSeconds(60);

    private final Socket socket = new Socket();
    private final DataInputStream in;

    /// @param receiveBytes the kernel's buffer, which fills before the server notices anything
    BareSocket(int port, String device, int receiveBytes) throws IOException {
        socket.setReceiveBufferSize(receiveBytes);
        socket.setSoTimeout((int) READ_MAX.toMillis());
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), receiveBytes));
        upgrade(device);
    }

    private void upgrade(String device) throws IOException {
        String request =
                "GET /supie/v1/ HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
                        + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nDevice-Id: "
                        + device
                        + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        if (!head.toString().startsWith("HTTP/1.1 101 ")) {
            throw new IOException("not upgraded: " + head);
        }
    }

    /// What the server sent: a text, or how it closed.
    sealed interface Frame {

        record Text(String text) implements Frame {}

        record Close(int code) implements Frame {}
    }

    /// The next text or Close frame; pings are passed over. Empty if TCP has ended.
    Optional<Frame> next() throws IOException {
        try {
            while (true) {
                int first = in.readUnsignedByte();
                byte[] payload = in.readNBytes(length(in.readUnsignedByte()));
                if (first == TEXT) {
                    return Optional.of(new Frame.Text(new String(payload, StandardCharsets.UTF_8)));
                }
                if (first == CLOSE) {
                    int code = Byte.toUnsignedInt(payload[0]) << 8 | Byte.toUnsignedInt(payload[1]);
                    return Optional.of(new Frame.Close(code));
                }
            }
        } catch (EOFException | SocketException ended) {
            return Optional.empty();
        }
    }

    private int length(int second) throws IOException {
        return switch (second) {
            case 126 -> in.readUnsignedShort();
            case 127 -> Math.toIntExact(in.readLong());
            default -> second;
        };
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
