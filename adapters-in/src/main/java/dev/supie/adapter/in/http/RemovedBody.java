package dev.supie.adapter.in.http;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/// A meeting that is gone.
///
/// @param delivered whether its minutes had reached the badge
@JsonbPropertyOrder({"id", "deviceId", "delivered"})
record RemovedBody(String id, String deviceId, boolean delivered) {}
