package dev.supie.adapter.in.http;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/// How much somebody logs.
///
/// @param logger empty for everybody
@JsonbPropertyOrder({"logger", "level"})
record LogLevelBody(String logger, String level) {}
