package dev.supie.adapter.in.http;

import dev.supie.domain.meeting.Segment;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;

/// A meeting as plain text.
final class PlainExport implements ExportFormat {

    private final MeetingBody meeting;
    private final ZoneOffset timezone;
    private final ExportWords words;

    PlainExport(MeetingBody meeting, ZoneOffset timezone) {
        this.meeting = meeting;
        this.timezone = timezone;
        this.words = ExportWords.of(meeting);
    }

    @Override
    public void begin(Appendable out) throws IOException {
        String title = ExportText.line(meeting.title());
        out.append(title.isEmpty() ? words.untitled() : title).append("\n\n");
        fact(words.started(), ExportText.moment(meeting.startedAtMs(), timezone), out);
        fact(words.length(), ExportText.length(meeting.durationMs()), out);
        fact(words.badge(), ExportText.line(meeting.deviceId()), out);
        fact(words.meeting(), meeting.id(), out);
        String unfinished = words.unfinished().getOrDefault(meeting.phase(), "");
        if (!unfinished.isEmpty()) {
            out.append('\n').append(unfinished).append('\n');
        }
        if (meeting.summary().isPresent()) {
            SummaryBody summary = meeting.summary().get();
            lines(words.bullets(), summary.bullets(), out);
            lines(words.decisions(), summary.decisions(), out);
            lines(words.actions(), summary.actions(), out);
            lines(words.risks(), summary.risks(), out);
            lines(words.nextSteps(), summary.nextSteps(), out);
        }
        heading(words.transcript(), out);
    }

    private static void fact(String name, String value, Appendable out) throws IOException {
        out.append(name).append(": ").append(value).append('\n');
    }

    private static void heading(String name, Appendable out) throws IOException {
        out.append('\n').append(name).append("\n\n");
    }

    private static void lines(String name, List<String> lines, Appendable out) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        heading(name, out);
        for (String line : lines) {
            out.append("- ").append(ExportText.line(line)).append('\n');
        }
    }

    @Override
    public void segment(Segment segment, Appendable out) throws IOException {
        out.append('[')
                .append(ExportText.clock(segment.at(), timezone))
                .append("] ")
                .append(ExportText.line(segment.speaker()))
                .append(": ")
                .append(ExportText.line(segment.text()))
                .append('\n');
    }

    @Override
    public void end(Appendable out) {}
}
