package dev.supie.adapter.out.speech.remote;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supie.application.speech.port.Recognizer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A FunASR service in 2-pass mode, written from what is known of its protocol, with another
/// recognizer as its mind: so what comes out has really gone in as sound.
public final class FunAsrServer implements AutoCloseable {

    /// How the versions of the service differ in what they say.
    public enum Dialect {
        /// `is_final` is whether the speaker still speaks, so it is false at the end.
        SPEAKING,
        /// `is_final` is true in the last message.
        LAST,
        /// `is_final` is always false, and nothing tells the last message.
        NEVER,
        /// There is no `is_final`, but `is_end` comes in a message of its own.
        END;

        void addTo(ObjectNode message, boolean last) {
            switch (this) {
                case SPEAKING -> message.put("is_final", !last);
                case LAST -> message.put("is_final", last);
                case NEVER -> message.put("is_final", false);
                case END -> {}
            }
        }
    }

    /// What happens to one connection.
    public enum Mishap {
        NONE,
        /// 503 in place of a WebSocket.
        REFUSED,
        /// 401 in place of a WebSocket.
        UNAUTHORIZED,
        /// It ends as soon as the sound begins.
        DROPPED,
        /// It ends after the first guess.
        DROPPED_LATER,
        /// Nothing is ever said, not even to a ping.
        HUNG,
        /// It says something that is no JSON.
        GIBBERISH,
        /// It says that it failed.
        FAILED,
        /// It says too much in one message.
        FLOOD
    }

    private static final JsonMapper JSON = new JsonMapper();

    private final ServerSocket listener;
    private final Recognizer mind;
    private final Dialect dialect;
    private final Queue<Mishap> mishaps = new ArrayDeque<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<FunAsrSession> sessions = new CopyOnWriteArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();

    public FunAsrServer(Recognizer mind, Dialect dialect) {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        this.mind = mind;
        this.dialect = dialect;
        Thread.ofVirtual().start(this::accept);
    }

    public URI url() {
        return URI.create("ws://127.0.0.1:" + listener.getLocalPort());
    }

    /// What happens to the next connections.
    synchronized FunAsrServer next(Mishap... coming) {
        mishaps.addAll(List.of(coming));
        return this;
    }

    private synchronized Mishap mishap() {
        return Optional.ofNullable(mishaps.poll()).orElse(Mishap.NONE);
    }

    /// Connections that were tried, refused ones included.
    int attempts() {
        return attempts.get();
    }

    /// All utterances so far.
    List<FunAsrSession> sessions() {
        return sessions;
    }

    /// Connections that have not ended.
    public long open() {
        return sockets.stream().filter(socket -> !socket.isClosed()).count();
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                attempts.incrementAndGet();
                Mishap mishap = mishap();
                Thread.ofVirtual().start(() -> serve(socket, mishap));
            }
        } catch (IOException _) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket socket, Mishap mishap) {
        try (StubSocket connection = new StubSocket(socket)) {
            switch (mishap) {
                case REFUSED -> connection.refuse(503);
                case UNAUTHORIZED -> connection.refuse(401);
                case NONE, DROPPED, DROPPED_LATER, HUNG, GIBBERISH, FAILED, FLOOD -> {
                    FunAsrSession session = new FunAsrSession(connection, mind, dialect, mishap);
                    sessions.add(session);
                    connection.accept();
                    session.serve();
                }
            }
        } catch (IOException _) {
            // The client went away, which is its right.
        }
    }

    static String message(String mode, String text, Dialect dialect, boolean last) {
        ObjectNode message = JSON.createObjectNode().put("mode", mode).put("text", text);
        message.put("wav_name", "session-1");
        dialect.addTo(message, last);
        return message.toString();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
