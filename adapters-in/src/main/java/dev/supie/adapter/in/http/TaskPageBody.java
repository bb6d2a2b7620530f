package dev.supie.adapter.in.http;

import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

import java.util.List;

/// A page of a group's tasks in the order of lists (WF-6).
///
/// @param total tasks that pass the filters
@JsonbPropertyOrder({"groupKey", "total", "offset", "tasks"})
record TaskPageBody(String groupKey, int total, long offset, List<JsonObject> tasks) {}
