package dev.supie.adapter.in.http;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

import java.util.List;

/// A page of what a search has found, the best first (REST-1).
///
/// @param total meetings that were found
/// @param searched meetings that were looked at
/// @param complete whether that is all there is to look at
@JsonbPropertyOrder({"total", "offset", "searched", "complete", "hits"})
record SearchBody(int total, int offset, int searched, boolean complete, List<HitBody> hits) {}
