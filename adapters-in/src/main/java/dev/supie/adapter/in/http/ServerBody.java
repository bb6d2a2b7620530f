package dev.supie.adapter.in.http;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/// The server itself.
@JsonbPropertyOrder({"version", "startedAt", "uptimeMs", "connections", "meetings"})
record ServerBody(String version, String startedAt, long uptimeMs, int connections, int meetings) {}
