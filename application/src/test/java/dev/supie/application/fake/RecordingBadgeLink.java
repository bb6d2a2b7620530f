package dev.supie.application.fake;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.domain.connection.CloseCode;
import dev.supie.domain.kernel.SessionId;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/// Badges as lists of what they were sent. Like the real link it refuses sessions that are gone,
/// and reports written bytes later and from elsewhere.
public final class RecordingBadgeLink implements BadgeLink {

    private final Map<SessionId, Badge> badges = new HashMap<>();
    private final InstantSource time;
    private final Executor writer;

    /// @param writer runs what happens once bytes are written
    public RecordingBadgeLink(InstantSource time, Executor writer) {
        this.time = time;
        this.writer = writer;
    }

    private static final class Badge {
        private final List<BadgeMessage> received = new ArrayList<>();
        private final List<Sent> sent = new ArrayList<>();
        private boolean connected = true;
        private int pings;
        private Optional<Instant> lastSentAt = Optional.empty();
        private Optional<CloseCode> closedWith = Optional.empty();
        private boolean aborted;
    }

    /// Something that a badge was sent, and when.
    public sealed interface Sent {

        Instant at();

        record Text(Instant at, BadgeMessage message) implements Sent {}

        /// @param position what it was sent with
        record Audio(Instant at, String packet, Duration position) implements Sent {}
    }

    /// Lets a session exist; its messages are kept even after it is gone.
    public void connect(SessionId session) {
        badges.put(session, new Badge());
    }

    public void disconnect(SessionId session) {
        badge(session).connected = false;
    }

    /// Every cable is pulled, as when the process is killed.
    public void disconnectAll() {
        badges.values().forEach(badge -> badge.connected = false);
    }

    @Override
    public Delivery send(SessionId session, BadgeMessage message) {
        return send(session, message, () -> {});
    }

    @Override
    public Delivery send(SessionId session, BadgeMessage message, Runnable whenWritten) {
        Badge badge = badges.get(session);
        if (badge == null || !badge.connected) {
            return Delivery.REFUSED;
        }
        badge.received.add(message);
        return written(badge, new Sent.Text(time.instant(), message), whenWritten);
    }

    @Override
    public Delivery sendAudio(
            SessionId session, byte[] packet, Duration position, Runnable whenWritten) {
        Badge badge = badges.get(session);
        if (badge == null || !badge.connected) {
            return Delivery.REFUSED;
        }
        String text = new String(packet, StandardCharsets.ISO_8859_1);
        return written(badge, new Sent.Audio(time.instant(), text, position), whenWritten);
    }

    private Delivery written(Badge badge, Sent sent, Runnable whenWritten) {
        badge.sent.add(sent);
        badge.lastSentAt = Optional.of(sent.at());
        writer.execute(
                () -> {
                    if (badge.connected) {
                        whenWritten.run();
                    }
                });
        return Delivery.QUEUED;
    }

    @Override
    public void ping(SessionId session) {
        badge(session).pings++;
    }

    @Override
    public Instant lastSentAt(SessionId session, Instant otherwise) {
        return badge(session).lastSentAt.orElse(otherwise);
    }

    @Override
    public void close(SessionId session, CloseCode code) {
        badge(session).closedWith = Optional.of(code);
    }

    @Override
    public void abort(SessionId session) {
        badge(session).aborted = true;
    }

    /// Everything the session was sent, in order.
    public List<BadgeMessage> sentTo(SessionId session) {
        return List.copyOf(badge(session).received);
    }

    /// The same with sound and times.
    public List<Sent> allSentTo(SessionId session) {
        return List.copyOf(badge(session).sent);
    }

    /// What it was sent of one kind.
    public <T extends BadgeMessage> List<T> sentTo(SessionId session, Class<T> kind) {
        return sentTo(session).stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// What it was sent since the last call.
    public List<BadgeMessage> take(SessionId session) {
        List<BadgeMessage> taken = sentTo(session);
        badge(session).received.clear();
        badge(session).sent.clear();
        return taken;
    }

    public int pings(SessionId session) {
        return badge(session).pings;
    }

    public Optional<CloseCode> closedWith(SessionId session) {
        return badge(session).closedWith;
    }

    public boolean isAborted(SessionId session) {
        return badge(session).aborted;
    }

    private Badge badge(SessionId session) {
        return badges.computeIfAbsent(
                session,
                _ -> {
                    Badge gone = new Badge();
                    gone.connected = false;
                    return gone;
                });
    }
}
