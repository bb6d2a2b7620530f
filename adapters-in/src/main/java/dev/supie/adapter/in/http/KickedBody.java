package dev.supie.adapter.in.http;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/// A badge whose connections were closed.
@JsonbPropertyOrder({"deviceId", "connections"})
record KickedBody(String deviceId, int connections) {}
