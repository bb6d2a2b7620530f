package dev.supie.adapter.in.badge;

import dev.supie.adapter.in.websocket.OutboundMessage;
import dev.supie.adapter.in.websocket.WebSocketConnection;
import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.domain.connection.CloseCode;
import dev.supie.domain.kernel.SessionId;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The sockets of all connected badges, each from the moment it is open to its end; so there are
/// never more than the core has admitted.
public final class BadgeLinks implements BadgeLink {

    private final Map<SessionId, OpenBadge> badges = new ConcurrentHashMap<>();
    private final TrafficTally traffic = new TrafficTally();
    private final InstantSource clock;

    /// @param clock says when a message was written
    public BadgeLinks(InstantSource clock) {
        this.clock = clock;
    }

    /// Counts what goes both ways.
    public TrafficTally traffic() {
        return traffic;
    }

    /// How many badges can be reached.
    public int size() {
        return badges.size();
    }

    /// @param framing of what is said to the badge, until [#framed] says otherwise
    void opened(SessionId session, WebSocketConnection connection, BinaryFraming framing) {
        badges.put(session, new OpenBadge(connection, framing, clock));
        traffic.opened();
    }

    /// The badge has chosen another framing (MSG-1).
    void framed(SessionId session, BinaryFraming framing) {
        badge(session).ifPresent(badge -> badge.framed(framing));
    }

    void ended(SessionId session) {
        badges.remove(session);
    }

    @Override
    public Delivery send(SessionId session, BadgeMessage message) {
        return send(session, message, () -> {});
    }

    @Override
    public Delivery send(SessionId session, BadgeMessage message, Runnable whenWritten) {
        Delivery delivery = send(session, OpenBadge.encoded(message), whenWritten);
        traffic.sent(message, delivery == Delivery.QUEUED);
        return delivery;
    }

    @Override
    public Prepared prepared(BadgeMessage message) {
        OutboundMessage encoded = OpenBadge.encoded(message);
        return session -> {
            Delivery delivery = send(session, encoded, () -> {});
            traffic.sent(message, delivery == Delivery.QUEUED);
            return delivery;
        };
    }

    private Delivery send(SessionId session, OutboundMessage encoded, Runnable whenWritten) {
        return badge(session)
                .map(badge -> badge.send(encoded, whenWritten))
                .orElse(Delivery.REFUSED);
    }

    @Override
    public Delivery sendAudio(
            SessionId session, byte[] packet, Duration position, Runnable whenWritten) {
        Delivery delivery =
                badge(session)
                        .map(badge -> badge.sendAudio(packet, position, whenWritten))
                        .orElse(Delivery.REFUSED);
        traffic.sent(delivery == Delivery.QUEUED);
        return delivery;
    }

    @Override
    public void ping(SessionId session) {
        badge(session).ifPresent(OpenBadge::ping);
    }

    @Override
    public Instant lastSentAt(SessionId session, Instant otherwise) {
        return badge(session).flatMap(OpenBadge::sentAt).orElse(otherwise);
    }

    @Override
    public void close(SessionId session, CloseCode code) {
        badge(session).ifPresent(badge -> badge.close(code));
    }

    @Override
    public void abort(SessionId session) {
        badge(session).ifPresent(OpenBadge::abort);
    }

    private Optional<OpenBadge> badge(SessionId session) {
        return Optional.ofNullable(badges.get(session));
    }
}
