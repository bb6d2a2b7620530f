package dev.supie.adapter.in.badge.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.PeerNews;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.peer.MessageId;
import dev.supie.domain.peer.Normalized;
import dev.supie.domain.peer.PeerMessage;
import dev.supie.domain.peer.PeerReceipt;

import java.util.Collection;

/// PEER-3 to PEER-9, as badges read them.
final class PeerEncoder {

    static final String TYPE = "peer";

    private PeerEncoder() {}

    static ObjectNode news(BadgeMessage.Peer message) {
        ObjectNode encoded =
                switch (message.news()) {
                    case PeerNews.Delivery delivery -> delivery(delivery);
                    case PeerNews.Receipt receipt -> receipt(receipt);
                    case PeerNews.TargetsOffline offline -> offline(offline);
                    case PeerNews.TooFast tooFast -> tooFast(tooFast);
                    case PeerNews.Redelivered told ->
                            event("redelivered")
                                    .put("to", told.to().value())
                                    .put("count", told.count());
                    case PeerNews.BacklogEnd end -> event("backlog_end").put("count", end.count());
                    case PeerNews.Lost lost -> lost(lost);
                    case PeerNews.Ended ended ->
                            event("receipt")
                                    .put("id", ended.id().value())
                                    .put("to", ended.to().value())
                                    .put("state", ended.ending().word());
                };
        return MessageEncoder.marked(encoded, message.rid());
    }

    private static ObjectNode delivery(PeerNews.Delivery delivery) {
        PeerMessage message = delivery.message();
        ObjectNode encoded =
                event("message")
                        .put("id", message.id().value())
                        .put("from", message.sender().value())
                        .put("to", delivery.to().value())
                        .put("category", message.structure().category().word())
                        .put("summary", message.structure().summary());
        putNormalized(encoded, message.structure().normalized());
        ObjectNode payload = encoded.putObject("payload").put("text", message.submission().text());
        if (!message.submission().locale().isEmpty()) {
            payload.putObject("context").put("locale", message.submission().locale());
        }
        encoded.put("ts", message.acceptedAt().toEpochMilli())
                .put("rseq", delivery.rseq())
                .put("attempt", delivery.attempt())
                .put("ttlLeftMs", delivery.lifetimeLeft().toMillis());
        MessageEncoder.putIfTrue(encoded, "degraded", message.degraded());
        return encoded;
    }

    private static void putNormalized(ObjectNode message, Normalized normalized) {
        ObjectNode encoded =
                message.putObject("normalized")
                        .put("title", normalized.title())
                        .put("priority", normalized.priority());
        if (!normalized.due().isEmpty()) {
            encoded.put("due", normalized.due());
        }
        normalized.assignees().forEach(encoded.putArray("assignees")::add);
    }

    private static ObjectNode receipt(PeerNews.Receipt told) {
        PeerReceipt receipt = told.receipt();
        ObjectNode encoded =
                MessageEncoder.typed(TYPE).put("status", "done").put("id", told.id().value());
        putDevices(encoded, "delivered", receipt.delivered());
        putDevices(encoded, "failed", receipt.failed().sequencedKeySet());
        putDevices(encoded, "enqueued", receipt.enqueued());
        ObjectNode reasons = encoded.putObject("reasons");
        receipt.failed().forEach((device, why) -> reasons.put(device.value(), why.word()));
        encoded.put("summary", told.summary())
                .put("targetsCount", receipt.targetsCount())
                .put("elapsedMs", told.elapsed().toMillis());
        MessageEncoder.putIfTrue(encoded, "dup", told.repeated());
        return encoded;
    }

    private static ObjectNode offline(PeerNews.TargetsOffline offline) {
        ObjectNode encoded =
                error(ErrorCode.TARGET_OFFLINE, "they get it when they connect, if in time");
        putDevices(encoded, "failed", offline.targets());
        return encoded;
    }

    private static ObjectNode tooFast(PeerNews.TooFast tooFast) {
        return error(ErrorCode.RATE_LIMITED, "too many messages: send it again later")
                .put("retryAfterMs", tooFast.retryAfter().toMillis());
    }

    private static ObjectNode lost(PeerNews.Lost lost) {
        ObjectNode encoded = event(lost.ending().word());
        lost.ids().stream().map(MessageId::value).forEach(encoded.putArray("ids")::add);
        return encoded;
    }

    private static void putDevices(ObjectNode message, String name, Collection<DeviceId> devices) {
        devices.stream().map(DeviceId::value).forEach(message.putArray(name)::add);
    }

    private static ObjectNode event(String event) {
        return MessageEncoder.typed(TYPE).put("event", event);
    }

    private static ObjectNode error(ErrorCode code, String text) {
        return MessageEncoder.typed(TYPE)
                .put("status", "error")
                .put("code", code.name())
                .put("message", text);
    }
}
