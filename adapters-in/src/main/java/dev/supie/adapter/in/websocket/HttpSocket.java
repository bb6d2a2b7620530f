package dev.supie.adapter.in.websocket;

import io.helidon.webserver.CloseConnectionException;

import org.jspecify.annotations.Nullable;

import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// One accepted socket for as long as it speaks HTTP: how long its peer may take over a request and
/// over the answer, and how many bytes of it may be held.
///
/// Helidon bounds none of them. Its reaper of idle connections spares those that are inside a
/// request and does not see those that are inside a TLS handshake, it reads the line before a chunk
/// to its end, however far that is, and it waits for ever for a peer that does not read its answer.
/// Called by the connection's thread; only the deadlines are watched by another, and [#ended] may
/// come from any.
final class HttpSocket {

    /// From the moment it was accepted, or from a later request line, to the end of the headers;
    /// also the longest pause inside a body.
    static final Duration SILENCE_MAX = Duration.ofSeconds(10);

    /// From the end of the headers to the last byte of the body that is read.
    static final Duration BODY_MAX = Duration.ofSeconds(30);

    /// From the beginning of a write to when the socket has taken it.
    static final Duration WRITE_MAX = Duration.ofSeconds(10);

    /// Room for a request line, headers and a small body that every request has for itself.
    static final int FREE_BYTES = 32 * 1024;

    /// All bytes of one request on the wire: the largest payload, a minute of sound, and a quarter
    /// of it for chunk sizes.
    static final int REQUEST_BYTES_MAX = 5 * 1024 * 1024;

    private final Socket socket;
    private final InstantSource clock;
    private final HeldBytes shared;
    private final Deadline silence;
    private final Deadline writing;
    private Instant heardAt;
    private Instant bodyDue = Instant.MAX;
    private boolean inBody;
    private boolean answeredLast;
    private boolean upgraded;
    private long bytes;
    private final AtomicLong borrowed = new AtomicLong();

    /// @param overdue called by any thread once the peer has been silent, or has taken nothing, for
    ///   too long
    HttpSocket(Socket socket, Timers timers, HeldBytes shared, Consumer<HttpSocket> overdue) {
        this.socket = socket;
        this.clock = timers.clock();
        this.shared = shared;
        this.silence = timers.deadline(SILENCE_MAX, () -> overdue.accept(this));
        this.writing = timers.deadline(WRITE_MAX, () -> overdue.accept(this));
        this.heardAt = clock.instant();
    }

    Socket socket() {
        return socket;
    }

    /// It was accepted.
    void begin() {
        silence.begin();
    }

    /// When its peer last connected or asked for something; read and written under the lock of
    /// [AcceptedSockets].
    Instant heardAt() {
        return heardAt;
    }

    void heard() {
        heardAt = clock.instant();
    }

    /// A request line has come.
    void lineRead() {
        inBody = false;
        silence.begin();
    }

    /// The headers have come; what follows, if anything, is a body.
    void headersRead() {
        silence.end();
        inBody = true;
        bodyDue = clock.instant().plus(BODY_MAX);
    }

    /// An answer has said that it is the last.
    void answeredLast() {
        answeredLast = true;
    }

    boolean isAnsweredLast() {
        return answeredLast;
    }

    /// Nothing of it is HTTP any more.
    void becameWebSocket() {
        upgraded = true;
        ended();
    }

    void ended() {
        silence.stop();
        writing.stop();
        giveBack();
    }

    /// Writes a part of an answer. Who has not taken it after [#WRITE_MAX] is cut, which ends the
    /// write with the sink's exception.
    void write(Runnable sink) {
        writing.begin();
        try {
            sink.run();
        } finally {
            writing.end();
        }
    }

    /// The next bytes of the peer; null at their end.
    ///
    /// @param betweenRequests whether the last request has been answered
    /// @throws CloseConnectionException if the peer takes too long or sends too much
    byte @Nullable [] read(Supplier<byte @Nullable []> source, BooleanSupplier betweenRequests) {
        if (upgraded) {
            return source.get();
        }
        if (!inBody) {
            return counted(source.get());
        }
        if (betweenRequests.getAsBoolean()) {
            giveBack();
            bytes = 0;
            return counted(source.get());
        }
        return counted(bodyPart(source));
    }

    private byte @Nullable [] bodyPart(Supplier<byte @Nullable []> source) {
        if (clock.instant().isAfter(bodyDue)) {
            throw new CloseConnectionException("the request's body came too slowly");
        }
        silence.begin();
        try {
            return source.get();
        } finally {
            silence.end();
        }
    }

    private byte @Nullable [] counted(byte @Nullable [] part) {
        if (part == null) {
            return null;
        }
        bytes += part.length;
        long missing = Math.max(0, bytes - FREE_BYTES) - borrowed.get();
        if (bytes > REQUEST_BYTES_MAX || (missing > 0 && !shared.take(missing))) {
            throw new CloseConnectionException("the request is too large");
        }
        borrowed.addAndGet(Math.max(0, missing));
        return part;
    }

    private void giveBack() {
        shared.giveBack(borrowed.getAndSet(0));
    }
}
