package dev.supie.adapter.in.http;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

import java.util.List;

/// What became tasks of a meeting (WF-9).
///
/// @param imported how many there are
/// @param sessionId the meeting
@JsonbPropertyOrder({"imported", "ids", "sessionId"})
record ImportBody(int imported, List<String> ids, String sessionId) {}
