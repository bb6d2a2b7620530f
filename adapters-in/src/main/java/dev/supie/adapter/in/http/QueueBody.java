package dev.supie.adapter.in.http;

import dev.supie.application.peer.port.WaitingMessages;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/// What waits for one badge (PEER-8).
///
/// @param oldestMs when the first of the messages was accepted
/// @param bytes that they take in the store, about
@JsonbPropertyOrder({"deviceId", "waiting", "oldestMs", "bytes"})
record QueueBody(String deviceId, int waiting, long oldestMs, long bytes) {

    static QueueBody of(WaitingMessages waiting) {
        return new QueueBody(
                waiting.device().value(),
                waiting.messages(),
                waiting.oldest().toEpochMilli(),
                waiting.bytes());
    }
}
