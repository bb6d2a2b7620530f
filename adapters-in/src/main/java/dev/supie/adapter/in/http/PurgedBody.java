package dev.supie.adapter.in.http;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/// A badge for which nothing waits any more.
@JsonbPropertyOrder({"deviceId", "dropped"})
record PurgedBody(String deviceId, int dropped) {}
