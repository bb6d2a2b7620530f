package dev.supie.adapter.in.badge;

import dev.supie.adapter.in.badge.codec.BadgeCodec;
import dev.supie.adapter.in.websocket.OutboundMessage;
import dev.supie.adapter.in.websocket.WebSocketConnection;
import dev.supie.application.connection.port.BadgeLink.Delivery;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.domain.connection.CloseCode;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The sending side of one badge's socket. Safe for any thread.
final class OpenBadge {

    private static final BadgeCodec CODEC = new BadgeCodec();
    private static final byte[] PING_PAYLOAD = {};

    private final WebSocketConnection connection;
    private final InstantSource clock;
    private volatile @Nullable Instant sentAt;

    OpenBadge(WebSocketConnection connection, InstantSource clock) {
        this.connection = connection;
        this.clock = clock;
    }

    Delivery send(BadgeMessage message, Runnable whenWritten) {
        OutboundMessage text =
                OutboundMessage.text(CODEC.encode(message))
                        .whenWritten(
                                () -> {
                                    sentAt = clock.instant();
                                    whenWritten.run();
                                });
        OutboundMessage outbound = replaceableBy(message).map(text::replaceableBy).orElse(text);
        return switch (connection.send(outbound)) {
            case ACCEPTED, COALESCED -> Delivery.QUEUED;
            case FULL, CLOSED -> Delivery.REFUSED;
        };
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
        return message instanceof BadgeMessage.Transcription guess && !guess.last()
                ? Optional.of("guess " + guess.since())
                : Optional.empty();
    }
}
