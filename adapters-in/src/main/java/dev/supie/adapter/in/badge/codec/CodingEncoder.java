package dev.supie.adapter.in.badge.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supie.application.connection.port.BadgeMessage.BuildAdvice;
import dev.supie.application.connection.port.BadgeMessage.BuildReceipt;
import dev.supie.domain.coding.Advice;
import dev.supie.domain.coding.Insight;

import java.util.List;

/// The messages about builds in their wire form (COD-1, COD-4, COD-5).
final class CodingEncoder {

    private CodingEncoder() {}

    static ObjectNode receipt(BuildReceipt receipt) {
        ObjectNode message =
                MessageEncoder.typed(CodingDecoder.TYPE)
                        .put("status", "ok")
                        .put("event", Words.of(receipt.event()));
        return MessageEncoder.marked(message, receipt.rid());
    }

    static ObjectNode advice(BuildAdvice told) {
        ObjectNode message =
                MessageEncoder.typed(CodingDecoder.TYPE)
                        .put("event", told.last() ? "summary" : "insight");
        put(message, told.insight());
        told.from().ifPresent(sender -> message.put("from", sender.value()));
        return message;
    }

    /// All four lists, empty ones too.
    static void put(ObjectNode message, Insight insight) {
        Advice advice = insight.advice();
        message.put("phase", insight.phase());
        put(message, "insights", advice.insights());
        put(message, "risks", advice.risks());
        put(message, "actions", advice.actions());
        put(message, "nextSteps", advice.nextSteps());
        message.put("provider", insight.provider());
    }

    private static void put(ObjectNode message, String name, List<String> items) {
        ArrayNode array = message.putArray(name);
        items.forEach(array::add);
    }
}
