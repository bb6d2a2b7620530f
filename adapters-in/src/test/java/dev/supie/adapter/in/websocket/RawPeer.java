package dev.supie.adapter.in.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.HexFormat;

import javax.net.SocketFactory;

/// A WebSocket client made of a bare socket, so that it can break every rule. Waits at most 10 s.
public final class RawPeer implements AutoCloseable {

    public static final String HANDSHAKE =
            """
            GET /ws HTTP/1.1\r
            Host: localhost\r
            Connection: Upgrade\r
            Upgrade: websocket\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            \r
            """;

    private static final Logger LOGGER = System.getLogger(RawPeer.class.getName());
    private static final int WAIT_MAX_MILLIS = 10_000;

    private final Socket socket;
    private final DataInputStream in;

    private RawPeer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(WAIT_MAX_MILLIS);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    /// Connected, with nothing sent yet.
    public static RawPeer connect(int port) {
        return connect(SocketFactory.getDefault(), port);
    }

    public static RawPeer connect(SocketFactory sockets, int port) {
        try {
            return new RawPeer(sockets.createSocket(InetAddress.getLoopbackAddress(), port));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Connected and upgraded.
    public static RawPeer open(int port) {
        RawPeer peer = connect(port);
        peer.upgrade();
        return peer;
    }

    public void upgrade() {
        upgrade(HANDSHAKE);
    }

    public void upgrade(String request) {
        send(request.getBytes(ISO_8859_1));
        String answer = readHead();
        if (!answer.startsWith("HTTP/1.1 101 ")) {
            throw new AssertionError("not upgraded: " + answer);
        }
    }

    public void send(byte[] bytes) {
        sendInSlices(bytes, Math.max(1, bytes.length));
    }

    public void send(ClientFrame... frames) {
        send(ClientFrame.bytes(frames));
    }

    /// Each slice is a packet of its own, as far as the test can make it one. Stops if the server
    /// has closed TCP, as it may behind a Close frame: what it said is still there to be read.
    public void sendInSlices(byte[] bytes, int sliceBytes) {
        try {
            for (int at = 0; at < bytes.length; at += sliceBytes) {
                int length = Math.min(sliceBytes, bytes.length - at);
                socket.getOutputStream().write(bytes, at, length);
                socket.getOutputStream().flush();
            }
        } catch (SocketException closed) {
            LOGGER.log(Level.DEBUG, "the server closed while the peer was sending: {0}", closed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Ends this side of TCP; the other can still be read.
    public void endSending() {
        try {
            socket.shutdownOutput();
        } catch (IOException failed) {
            LOGGER.log(Level.DEBUG, "the server closed first: {0}", failed);
        }
    }

    /// Status line and headers of an HTTP answer.
    public String readHead() {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) readByte());
        }
        return head.toString();
    }

    /// A head and the body that its `Content-Length` announces.
    public String readAnswer() {
        String head = readHead();
        String length = head.replaceAll("(?is).*content-length: (\\d+).*", "$1");
        return head + new String(readBytes(Integer.parseInt(length)), UTF_8);
    }

    /// The next frame in words: `text hello`, `binary 0102`, `ping x`, `close 1000 bye`.
    public String readFrame() {
        int first = readByte();
        int second = readByte();
        if ((first & 0x70) != 0 || (second & 0x80) != 0) {
            throw new AssertionError(
                    "a server must not write such a frame: " + first + " " + second);
        }
        byte[] payload = readBytes(readLength(second));
        String text = new String(payload, UTF_8);
        return switch (first) {
            case 0x81 -> "text " + text;
            case 0x82 -> "binary " + HexFormat.of().formatHex(payload);
            case 0x88 -> closeInWords(payload);
            case 0x89 -> "ping " + text;
            case 0x8A -> "pong " + text;
            default -> throw new AssertionError("unexpected first byte " + first);
        };
    }

    /// Whether the server closes TCP, with nothing sent before that.
    public boolean readsEnd() {
        try {
            return in.read() < 0;
        } catch (SocketException reset) {
            return true;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Everything that comes until the server closes TCP, or resets it.
    public String readToEnd() {
        StringBuilder all = new StringBuilder();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                all.append((char) next);
            }
        } catch (SocketException reset) {
            LOGGER.log(Level.DEBUG, "the server reset the connection: {0}", reset);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return all.toString();
    }

    /// Makes the close that follows an abrupt one: a reset instead of an orderly end.
    public void resetOnClose() {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String closeInWords(byte[] payload) {
        if (payload.length == 0) {
            return "close";
        }
        int code = Short.toUnsignedInt(ByteBuffer.wrap(payload).getShort());
        String reason = new String(payload, 2, payload.length - 2, UTF_8);
        return ("close " + code + " " + reason).strip();
    }

    private int readLength(int second) {
        try {
            return switch (second) {
                case 126 -> in.readUnsignedShort();
                case 127 -> Math.toIntExact(in.readLong());
                default -> second;
            };
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private int readByte() {
        try {
            return in.readUnsignedByte();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private byte[] readBytes(int length) {
        try {
            byte[] bytes = new byte[length];
            in.readFully(bytes);
            return bytes;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
