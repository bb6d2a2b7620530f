package dev.supie.adapter.in.http;

import dev.supie.domain.meeting.Segment;

import java.io.IOException;

/// `{"meeting":…,"segments":[…]}` with the bodies that REST-1 has elsewhere; each segment is on a
/// line of its own.
final class JsonExport implements ExportFormat {

    private final MeetingBody meeting;
    private String separator = "\n";

    JsonExport(MeetingBody meeting) {
        this.meeting = meeting;
    }

    @Override
    public void begin(Appendable out) throws IOException {
        out.append("{\"meeting\":").append(JsonReply.text(meeting)).append(",\n\"segments\":[");
    }

    @Override
    public void segment(Segment segment, Appendable out) throws IOException {
        out.append(separator).append(JsonReply.text(SegmentBody.of(segment)));
        separator = ",\n";
    }

    @Override
    public void end(Appendable out) throws IOException {
        out.append("\n]}\n");
    }
}
