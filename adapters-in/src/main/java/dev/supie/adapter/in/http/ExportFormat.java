package dev.supie.adapter.in.http;

import dev.supie.domain.meeting.Segment;

import java.io.IOException;

/// How a meeting is written down: begun, then segment by segment, then ended. Keeps nothing of the
/// segments.
interface ExportFormat {

    void begin(Appendable out) throws IOException;

    void segment(Segment segment, Appendable out) throws IOException;

    void end(Appendable out) throws IOException;
}
