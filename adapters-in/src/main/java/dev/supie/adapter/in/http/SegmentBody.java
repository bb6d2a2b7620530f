package dev.supie.adapter.in.http;

import dev.supie.domain.meeting.Segment;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

import java.util.List;

/// One segment of a transcript, under the names of MTG-4.
///
/// @param n its number in the meeting, from 1
/// @param ts epoch milliseconds
@JsonbPropertyOrder({"n", "ts", "speakerId", "text"})
record SegmentBody(long n, long ts, String speakerId, String text) {

    static List<SegmentBody> of(List<Segment> segments) {
        return segments.stream().map(SegmentBody::of).toList();
    }

    static SegmentBody of(Segment segment) {
        return new SegmentBody(
                segment.number(), segment.at().toEpochMilli(), segment.speaker(), segment.text());
    }
}
