package dev.supie.adapter.in.badge;

import dev.supie.adapter.in.badge.codec.BadgeCodec;
import dev.supie.adapter.in.websocket.OutboundMessage;
import dev.supie.adapter.in.websocket.WebSocketConnection;
import dev.supie.application.connection.port.BadgeLink.Delivery;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.domain.connection.CloseCode;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The sending side of one badge's socket. Safe for any thread.
final class OpenBadge {

    private static final BadgeCodec CODEC = new BadgeCodec();
    private static final byte[] PING_PAYLOAD = {};

    private final WebSocketConnection connection;
    private final InstantSource clock;
    private volatile BinaryFraming framing;
    private volatile @Nullable Instant sentAt;

    OpenBadge(WebSocketConnection connection, BinaryFraming framing, InstantSource clock) {
        this.connection = connection;
        this.framing = framing;
        this.clock = clock;
    }

    void framed(BinaryFraming chosen) {
        framing = chosen;
    }

    /// The form in which any number of badges can be sent a message.
    static OutboundMessage encoded(BadgeMessage message) {
        OutboundMessage text = OutboundMessage.text(CODEC.encode(message));
        return replaceableBy(message).map(text::replaceableBy).orElse(text);
    }

    Delivery send(OutboundMessage encoded, Runnable whenWritten) {
        OutboundMessage outbound =
                encoded.whenWritten(
                        () -> {
                            sentAt = clock.instant();
                            whenWritten.run();
                        });
        return switch (connection.send(outbound)) {
            case ACCEPTED, COALESCED -> Delivery.QUEUED;
            case FULL, CLOSED -> Delivery.REFUSED;
        };
    }

    /// The time stamp is the low 32 bits of the position, in ms: a badge counts on from there.
    Delivery sendAudio(byte[] packet, Duration position, Runnable whenWritten) {
        byte[] framed = framing.frame(packet, (int) position.toMillis());
        return send(OutboundMessage.binary(framed), whenWritten);
    }

    void ping() {
        connection.ping(PING_PAYLOAD);
    }

    /// When a message was last handed to the socket.
    Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    void close(CloseCode code) {
        connection.close(code.code(), code.reason());
    }

    void abort() {
        connection.abort();
    }

    /// MSG-7: the key of a message that a newer one makes superfluous.
    private static Optional<String> replaceableBy(BadgeMessage message) {
        if (message instanceof BadgeMessage.TranscriptPush push) {
            return Optional.of("transcript " + push.meeting());
        }
        if (message instanceof BadgeMessage.ShownTranscript shown) {
            return Optional.of("shown " + shown.push().meeting());
        }
        if (message instanceof BadgeMessage.CompanyPush push) {
            return Optional.of("members " + push.meeting());
        }
        if (message instanceof BadgeMessage.Transcription guess && !guess.last()) {
            return Optional.of("guess " + guess.since());
        }
        if (message instanceof BadgeMessage.TaskList list && !list.rid().given()) {
            return Optional.of("tasks");
        }
        // What answers a request is nobody else's answer.
        boolean stats = message instanceof BadgeMessage.StatsPush push && !push.rid().given();
        return stats ? Optional.of("stats") : Optional.empty();
    }
}
