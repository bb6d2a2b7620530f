package dev.supie.adapter.in.http;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

import java.util.List;

/// What was done with tasks.
///
/// @param idempotent nothing had to be changed
@JsonbPropertyOrder({"ids", "idempotent"})
record TaskChangeBody(List<String> ids, boolean idempotent) {}
