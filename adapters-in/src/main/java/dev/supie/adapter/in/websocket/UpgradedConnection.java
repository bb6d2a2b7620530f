package dev.supie.adapter.in.websocket;

import dev.supie.adapter.in.websocket.WebSocketEnd.Cause;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.spi.ServerConnection;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// The reading side of one connection: runs on Helidon's thread for it, from the 101 answer to the
/// listener's last call.
final class UpgradedConnection implements ServerConnection {

    private static final Logger LOGGER = System.getLogger(UpgradedConnection.class.getName());

    /// So many bytes are read before others get their turn: a few milliseconds of the smallest
    /// frames.
    private static final int BYTES_AT_ONCE_MAX = 32 * 1024;

    private final byte[] switchingProtocols;
    private final Transport transport;
    private final WebSocketSession session;
    private final WebSocketListener listener;
    private final FrameDecoder decoder;
    private int bytesAtOnce;

    UpgradedConnection(
            byte[] switchingProtocols,
            Transport transport,
            WebSocketSession session,
            WebSocketListener listener,
            FrameDecoder decoder) {
        this.switchingProtocols = switchingProtocols;
        this.transport = transport;
        this.session = session;
        this.listener = listener;
        this.decoder = decoder;
    }

    /// Never throws: Helidon would write an HTTP error page into the WebSocket.
    @Override
    public void handle(Limit limit) {
        try {
            if (switchProtocols()) {
                tell(() -> listener.onOpen(session));
                readToTheEnd();
            }
        } catch (RuntimeException broken) {
            // The edge of the thread: a fault of this layer ends one connection and is seen.
            LOGGER.log(Level.ERROR, "reading a WebSocket failed", broken);
        } finally {
            end();
        }
    }

    /// Always zero: how long a badge may be silent is decided by the application (CON-3), not by
    /// Helidon's reaper of idle connections.
    @Override
    public Duration idleTime() {
        return Duration.ZERO;
    }

    /// The server stops. Helidon calls this first without and later with `interrupt`.
    @Override
    public void close(boolean interrupt) {
        if (interrupt) {
            session.cut(serverStopped());
        } else {
            session.close(serverStopped());
        }
    }

    private void end() {
        // Helidon interrupts this thread to stop it. What comes now, such as saving in the
        // listener,
        // must not fail for that; and an interrupted close of a TLS socket may never return.
        if (Thread.interrupted()) {
            session.cut(serverStopped());
        }
        decoder.discard();
        WebSocketEnd end = session.finish();
        tell(() -> listener.onClosed(end));
    }

    private static WebSocketEnd serverStopped() {
        return new WebSocketEnd(Cause.SERVER_STOPPED, CloseCodes.GOING_AWAY, "server stops");
    }

    private boolean switchProtocols() {
        try {
            transport.write(switchingProtocols, 0, switchingProtocols.length);
            return true;
        } catch (IOException gone) {
            LOGGER.log(Level.DEBUG, "peer left during the handshake: {0}", gone);
            return false;
        }
    }

    private void readToTheEnd() {
        ByteBuffer input = ByteBuffer.wrap(transport.read());
        while (input.hasRemaining()) {
            Optional<Inbound> next = next(input);
            while (next.isPresent()) {
                handle(next.get());
                next = next(input);
            }
            giveWay(input.limit());
            input = ByteBuffer.wrap(transport.read());
        }
    }

    /// A peer that sends faster than it is read never makes this thread wait, and virtual threads
    /// are not interrupted in favour of others: a few such peers would have all processors for
    /// themselves. To yield is not enough, because a processor then turns only among those threads
    /// that it runs already.
    private void giveWay(int bytes) {
        bytesAtOnce += bytes;
        if (bytesAtOnce >= BYTES_AT_ONCE_MAX) {
            bytesAtOnce = 0;
            LockSupport.parkNanos(1);
        }
    }

    private Optional<Inbound> next(ByteBuffer input) {
        if (session.isEnding()) {
            decoder.discard();
        }
        return decoder.next(input);
    }

    private void handle(Inbound inbound) {
        switch (inbound) {
            case Inbound.Text text -> tellFrame(() -> listener.onText(text.text()));
            case Inbound.Binary binary -> tellFrame(() -> listener.onBinary(binary.bytes()));
            case Inbound.Fragment _, Inbound.Pong _ -> tell(listener::onFrame);
            case Inbound.Ping ping -> {
                session.pong(ping.payload());
                tell(listener::onFrame);
            }
            case Inbound.Close close -> session.peerClosed(close);
            case Inbound.Violation violation -> session.peerViolated(violation);
            case Inbound.TooLarge tooLarge -> refuse(tooLarge);
            case Inbound.NoRoom _ ->
                    session.close(
                            new WebSocketEnd(
                                    Cause.CROWDED,
                                    CloseCodes.TRY_AGAIN_LATER,
                                    "too much is half received, try again later"));
        }
    }

    private void tellFrame(Runnable message) {
        tell(
                () -> {
                    listener.onFrame();
                    message.run();
                });
    }

    private void refuse(Inbound.TooLarge tooLarge) {
        tell(() -> listener.onTooLarge(tooLarge.kind(), tooLarge.bytesMax()));
        String reason = "message is larger than " + tooLarge.bytesMax() + " bytes";
        session.close(new WebSocketEnd(Cause.TOO_LARGE, CloseCodes.TOO_LARGE, reason));
    }

    private void tell(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | Error broken) {
            // The edge to the application: whatever it throws, the peer gets a proper Close frame,
            // everything is freed, and what went wrong stays in our log.
            LOGGER.log(Level.ERROR, "a WebSocket listener failed", broken);
            session.close(
                    new WebSocketEnd(
                            Cause.LISTENER_FAILED, CloseCodes.INTERNAL_ERROR, "internal error"));
        }
    }
}
