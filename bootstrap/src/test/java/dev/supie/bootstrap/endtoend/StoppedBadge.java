package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.domain.kernel.SessionId;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A badge that reads its welcome and then nothing, until it is too late.
final class StoppedBadge implements AutoCloseable {

    private static final int TOO_SLOW = 4008;

    private final BareSocket socket;
    private final SessionId session;
    private final int waitingMax;
    private final AtomicInteger waiting = new AtomicInteger();
    private final List<Integer> accepted = new ArrayList<>();
    private boolean refused;

    /// @param waitingMax messages that the server may keep for it
    StoppedBadge(BareSocket socket, int waitingMax) throws IOException {
        this.socket = socket;
        this.session = BackPressureTest.welcomed(socket);
        this.waitingMax = waitingMax;
    }

    /// The server never holds more for it than its queue may.
    void send(BadgeLink link, BadgeMessage message, int number) {
        waiting.incrementAndGet();
        if (link.send(session, message, waiting::decrementAndGet) == BadgeLink.Delivery.QUEUED) {
            accepted.add(number);
        } else {
            waiting.decrementAndGet();
            refused = true;
        }
        assertTrue(waiting.get() <= waitingMax, () -> waiting + " wait");
    }

    boolean wasRefused() {
        return refused;
    }

    /// It reads on: the first of what was accepted for it, and then why it was closed.
    void isToldTooSlowInOrder() throws IOException {
        int received = 0;
        Optional<BareSocket.Frame> frame = socket.next();
        while (frame.isPresent() && frame.get() instanceof BareSocket.Frame.Text(String text)) {
            assertEquals(Optional.of(accepted.get(received)), BackPressureTest.numberOf(text));
            received++;
            frame = socket.next();
        }
        assertEquals(Optional.of(new BareSocket.Frame.Close(TOO_SLOW)), frame);
        assertTrue(received < accepted.size(), "nothing was given up");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
