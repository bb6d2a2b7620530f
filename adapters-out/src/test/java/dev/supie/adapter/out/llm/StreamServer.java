package dev.supie.adapter.out.llm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A model server on a socket of its own, that writes what a test tells it, byte by byte if need
/// be, and notices when somebody goes away.
final class StreamServer implements AutoCloseable {

    private final ServerSocket listener;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final LinkedBlockingQueue<Reply> script = new LinkedBlockingQueue<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Semaphore left = new Semaphore(0);
    private volatile Reply otherwise = line -> line.status(500);

    /// What is done with one request.
    @FunctionalInterface
    interface Reply {
        void write(Line line) throws IOException;
    }

    StreamServer() {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    StreamServer next(Reply reply) {
        script.add(reply);
        return this;
    }

    StreamServer always(Reply reply) {
        otherwise = reply;
        return this;
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                Socket connection = listener.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException _) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            while (true) {
                requests.add(request(in));
                Reply reply = script.poll();
                (reply == null ? otherwise : reply).write(new Line(connection, in));
            }
        } catch (IOException _) {
            // Somebody has gone away, which is what some tests wait for.
        } finally {
            connections.remove(connection);
            left.release();
        }
    }

    private static String request(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) read(in));
        }
        int length = 0;
        for (String line : head.toString().split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static int read(InputStream in) throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new IOException("gone");
        }
        return next;
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/v1");
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    int open() {
        return connections.size();
    }

    /// Waits until one more connection has ended.
    boolean awaitLeaving() throws InterruptedException {
        return left.tryAcquire(10, TimeUnit.SECONDS);
    }

    /// A chunk with this text.
    static String delta(String text) {
        return "{\"choices\":[{\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":null}]}";
    }

    static String finish(String reason) {
        return "{\"choices\":[{\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}";
    }

    /// Whole, in these pieces.
    static Reply saying(String... pieces) {
        return line -> {
            line.stream();
            for (String piece : pieces) {
                line.event(delta(piece));
            }
            line.event(finish("stop")).event("[DONE]").end();
        };
    }

    /// The way back of one request.
    static final class Line {

        private final Socket connection;
        private final InputStream in;
        private final OutputStream out;

        Line(Socket connection, InputStream in) throws IOException {
            this.connection = connection;
            this.in = in;
            this.out = connection.getOutputStream();
        }

        Line stream() throws IOException {
            return head("text/event-stream");
        }

        Line head(String type) throws IOException {
            return raw(
                    "HTTP/1.1 200 OK\r\nContent-Type: "
                            + type
                            + "\r\nTransfer-Encoding: chunked\r\n\r\n");
        }

        Line status(int status) throws IOException {
            return raw("HTTP/1.1 " + status + " No\r\nContent-Length: 2\r\n\r\n{}");
        }

        Line event(String data) throws IOException {
            return chunk("data: " + data + "\n\n");
        }

        Line chunk(String text) throws IOException {
            int length = text.getBytes(StandardCharsets.UTF_8).length;
            return raw(Integer.toHexString(length) + "\r\n" + text + "\r\n");
        }

        Line raw(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return this;
        }

        Line bytes(byte each) throws IOException {
            out.write(each);
            out.flush();
            return this;
        }

        void end() throws IOException {
            raw("0\r\n\r\n");
        }

        /// Says nothing more until the other one goes away.
        void hang() throws IOException {
            read(in);
        }

        void cut() throws IOException {
            connection.close();
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
