package dev.supie.application.simulation;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.domain.connection.CloseCode;
import dev.supie.domain.kernel.SessionId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A link that keeps what each session was sent, for many threads.
final class RecordedLists implements BadgeLink {

    private final Map<SessionId, List<BadgeMessage>> sent = new ConcurrentHashMap<>();

    /// What somebody does who sees a message, before anything else is sent.
    volatile Consumer<BadgeMessage> witness = _ -> {};

    List<BadgeMessage> sentTo(SessionId session) {
        return sent.computeIfAbsent(session, _ -> new CopyOnWriteArrayList<>());
    }

    @Override
    public Delivery send(SessionId session, BadgeMessage message) {
        sentTo(session).add(message);
        witness.accept(message);
        return Delivery.QUEUED;
    }

    @Override
    public Delivery send(SessionId session, BadgeMessage message, Runnable whenWritten) {
        return send(session, message);
    }

    @Override
    public Delivery sendAudio(
            SessionId session, byte[] packet, Duration position, Runnable whenWritten) {
        return Delivery.QUEUED;
    }

    @Override
    public void ping(SessionId session) {}

    @Override
    public Instant lastSentAt(SessionId session, Instant otherwise) {
        return otherwise;
    }

    @Override
    public void close(SessionId session, CloseCode code) {}

    @Override
    public void abort(SessionId session) {}
}
