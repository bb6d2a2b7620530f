import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.function.BiConsumer;

/// A badge that writes to others and acknowledges what it gets; on a server that echoes it just says
/// and hears. One virtual thread reads; any thread may say something.
final class MailBadge implements AutoCloseable {

    private static final String HELLO = "{\"type\":\"hello\",\"features\":{\"peer_ack\":true}}";
    private static final String RSEQ = "\"rseq\":";
    private static final int READ_BYTES = 8192;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    /// Gets each text that comes, and the [System#nanoTime] of it.
    private volatile BiConsumer<String, Long> ear = (_, _) -> {};

    private MailBadge(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), READ_BYTES));
        this.out = socket.getOutputStream();
    }

    /// Connects, and reads from then on.
    static MailBadge connect(URI server, String device) throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        // An end that leaves no socket behind in TIME_WAIT, of which there would be too many.
        socket.setSoLinger(true, 0);
        MailBadge badge = new MailBadge(socket);
        badge.upgrade(server, device);
        Thread.startVirtualThread(badge::read);
        return badge;
    }

    private void upgrade(URI server, String device) throws IOException {
        String request =
                """
                GET %s HTTP/1.1\r
                Host: %s\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Sec-WebSocket-Version: 13\r
                Protocol-Version: 1\r
                Device-Id: %s\r
                \r
                """
                        .formatted(server.getPath(), server.getHost(), device);
        out.write(request.getBytes(US_ASCII));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        if (!head.toString().startsWith("HTTP/1.1 101 ")) {
            throw new IllegalStateException(device + " was refused: " + head);
        }
    }

    /// Says that it acknowledges; now it is sent what waits for it.
    void greet() {
        say(HELLO);
    }

    void listen(BiConsumer<String, Long> newEar) {
        ear = newEar;
    }

    void say(String text) {
        frame(1, text.getBytes(UTF_8));
    }

    private void frame(int opcode, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(8 + payload.length);
        frame.put((byte) (0x80 | opcode));
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        // A mask of zeros is one, too.
        frame.putInt(0).put(payload);
        try {
            synchronized (out) {
                out.write(frame.array(), 0, frame.position());
            }
        } catch (IOException gone) {
            throw new IllegalStateException("the server has closed", gone);
        }
    }

    private void read() {
        try {
            while (true) {
                int opcode = in.readUnsignedByte() & 0x0F;
                int length = in.readUnsignedByte();
                if (length == 126) {
                    length = in.readUnsignedShort();
                }
                byte[] payload = in.readNBytes(length);
                switch (opcode) {
                    case 1 -> heard(new String(payload, UTF_8));
                    case 9 -> frame(10, payload);
                    default -> {}
                }
            }
        } catch (IOException | IllegalStateException gone) {
            // It has been closed, here or there; whoever waits for something says so.
        }
    }

    private void heard(String text) {
        long now = System.nanoTime();
        int at = text.indexOf(RSEQ);
        if (at > 0) {
            int end = text.indexOf(',', at);
            String place = text.substring(at + RSEQ.length(), end);
            say("{\"type\":\"peer\",\"event\":\"ack\",\"upTo\":" + place + "}");
        }
        ear.accept(text, now);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Gone is what it should be.
        }
    }
}
