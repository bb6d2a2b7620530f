package dev.supie.adapter.in.badge.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.domain.server.ServerStats;

/// SRV-1.
final class ServerEncoder {

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
}
