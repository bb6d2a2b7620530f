package dev.supie.adapter.in.http;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

import java.util.List;

/// A page of a transcript (REST-1).
///
/// @param total segments in the whole meeting
@JsonbPropertyOrder({"total", "offset", "segments"})
record TranscriptBody(long total, long offset, List<SegmentBody> segments) {}
