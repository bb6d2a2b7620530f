package dev.supie.adapter.in.badge.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.server.ServerControl;
import dev.supie.domain.server.ServerStats;

/// SRV-1 and SRV-2.
final class ServerEncoder {

    private static final String ACTION = "action";

    private ServerEncoder() {}

    static ObjectNode stats(BadgeMessage.StatsPush push) {
        ServerStats stats = push.stats();
        ObjectNode message =
                MessageEncoder.typed(ServerDecoder.TYPE)
                        .put("event", "stats")
                        .put("ts", stats.at().toEpochMilli())
                        .put("deviceCount", stats.deviceCount());
        ArrayNode online = message.putArray("online");
        stats.online().forEach(device -> online.add(device.value()));
        message.put("cpuPercent", stats.machine().cpuPercent())
                .put("memPercent", stats.machine().memPercent())
                .put("memUsedMB", stats.machine().memUsedMB())
                .put("memTotalMB", stats.machine().memTotalMB());
        return MessageEncoder.marked(message, push.rid());
    }

    static ObjectNode receipt(BadgeMessage.ServerReceipt receipt) {
        ObjectNode message =
                MessageEncoder.typed(ServerDecoder.TYPE)
                        .put("status", "success")
                        .put("message", receipt.message());
        message.putObject("content").put(ACTION, ServerControl.wordFor(receipt.command()));
        return MessageEncoder.marked(message, receipt.rid());
    }

    /// Where an error says to what it answers: SRV-2 wants it one level down.
    static void name(ObjectNode error, String action) {
        boolean command = !action.equals(Words.of(ServerAction.SUBSCRIBE_STATS));
        ObjectNode place = command ? error.putObject("content") : error;
        place.put(ACTION, action);
    }
}
