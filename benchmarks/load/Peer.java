import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/// One badge's connection, on the least code that can be one, so that the client is not the limit.
final class Peer {

    enum State {
        UPGRADING,
        GREETING,
        OPEN,
        REFUSED,
        GONE
    }

    private static final int MASKING_KEY = 0x5A5A5A5A;
    private static final byte[] HELLO = frame(1, Dialect.HELLO.getBytes(UTF_8));
    private static final byte[] PING = frame(1, Dialect.PING.getBytes(UTF_8));
    private static final byte[] NOTHING = {};

    private final SocketChannel channel;
    private final Dialect dialect;
    private byte[] rest = NOTHING;
    private State state = State.UPGRADING;
    private int greetings;
    private String status = "";
    private long askedAt;
    private int asked;
    private boolean waiting;

    private Peer(SocketChannel channel, Dialect dialect) {
        this.channel = channel;
        this.dialect = dialect;
    }

    static Peer connect(
            Selector selector, InetSocketAddress server, String path, String id, Dialect dialect)
            throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        // An end that leaves no socket behind in TIME_WAIT, of which there would be too many.
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        channel.configureBlocking(false);
        Peer peer = new Peer(channel, dialect);
        channel.register(selector, SelectionKey.OP_READ, peer);
        peer.write(
                """
                GET %s HTTP/1.1\r
                Host: %s\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Sec-WebSocket-Version: 13\r
                Protocol-Version: 1\r
                Device-Id: %s\r
                Client-Id: 11111111-2222-3333-4444-555555555555\r
                \r
                """
                        .formatted(path, server.getHostString(), id)
                        .getBytes(US_ASCII));
        return peer;
    }

    State state() {
        return state;
    }

    /// The status line of a refusal.
    String status() {
        return status;
    }

    int asked() {
        return asked;
    }

    boolean isWaiting() {
        return waiting;
    }

    /// Sends the text whose answer is timed.
    void ask() throws IOException {
        asked++;
        waiting = true;
        askedAt = System.nanoTime();
        write(PING);
    }

    void forgetAsked() {
        asked = 0;
    }

    void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // Gone is what it should be.
        }
    }

    /// Takes what has come. Tells `crowd` of an answer, with the nanoseconds it took.
    void read(ByteBuffer buffer, Crowd crowd) throws IOException {
        buffer.clear().put(rest);
        int count = receive(buffer);
        buffer.flip();
        if (state == State.UPGRADING) {
            upgrade(buffer);
        }
        boolean more = state == State.GREETING || state == State.OPEN;
        while (more) {
            more = message(buffer, crowd);
        }
        rest = new byte[buffer.remaining()];
        buffer.get(rest);
        if (count < 0) {
            if (state != State.REFUSED) {
                state = State.GONE;
            }
            close();
        }
    }

    /// A server that closes with bytes unread resets; that is an end like any other.
    private int receive(ByteBuffer buffer) {
        try {
            return channel.read(buffer);
        } catch (IOException reset) {
            return -1;
        }
    }

    private void upgrade(ByteBuffer buffer) throws IOException {
        String head = US_ASCII.decode(buffer.duplicate()).toString();
        int end = head.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        buffer.position(buffer.position() + end + 4);
        if (head.startsWith("HTTP/1.1 101 ")) {
            state = State.GREETING;
            write(HELLO);
        } else {
            state = State.REFUSED;
            status = head.substring(0, head.indexOf('\r'));
        }
    }

    /// Handles one whole frame, if there is one.
    private boolean message(ByteBuffer buffer, Crowd crowd) throws IOException {
        if (buffer.remaining() < 2) {
            return false;
        }
        int at = buffer.position();
        int length = buffer.get(at + 1) & 0x7F;
        int header = 2;
        if (length == 126) {
            if (buffer.remaining() < 4) {
                return false;
            }
            length = Short.toUnsignedInt(buffer.getShort(at + 2));
            header = 4;
        }
        if (buffer.remaining() < header + length) {
            return false;
        }
        int opcode = buffer.get(at) & 0x0F;
        byte[] payload = new byte[length];
        buffer.get(at + header, payload).position(at + header + length);
        switch (opcode) {
            case 1 -> text(new String(payload, UTF_8), crowd);
            case 9 -> write(frame(10, payload));
            default -> {}
        }
        return true;
    }

    private void text(String text, Crowd crowd) {
        if (state == State.GREETING && text.contains(dialect.greetingMark())) {
            greetings++;
            if (greetings == dialect.greetings()) {
                state = State.OPEN;
            }
        } else if (waiting && text.contains(dialect.answerMark())) {
            waiting = false;
            crowd.answered(this, System.nanoTime() - askedAt);
        }
    }

    /// So little is under way at a time that a socket always has room for it.
    private void write(byte[] bytes) throws IOException {
        try {
            if (channel.write(ByteBuffer.wrap(bytes)) < bytes.length) {
                throw new IllegalStateException("the server does not read");
            }
        } catch (IOException gone) {
            state = State.GONE;
            close();
        }
    }

    private static byte[] frame(int opcode, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(6 + payload.length);
        frame.put((byte) (0x80 | opcode)).put((byte) (0x80 | payload.length)).putInt(MASKING_KEY);
        for (byte each : payload) {
            frame.put((byte) (each ^ (byte) MASKING_KEY));
        }
        return Arrays.copyOf(frame.array(), frame.position());
    }
}
