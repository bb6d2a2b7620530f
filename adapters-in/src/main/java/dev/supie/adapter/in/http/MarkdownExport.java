package dev.supie.adapter.in.http;

import dev.supie.domain.meeting.Segment;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;

/// A meeting as Markdown (CommonMark); what is to be done is a task list, which many tools take
/// over. What people said means nothing but itself.
final class MarkdownExport implements ExportFormat {

    private static final String ITEM = "- ";
    private static final String TASK = "- [ ] ";

    private final MeetingBody meeting;
    private final ZoneOffset timezone;
    private final ExportWords words;

    MarkdownExport(MeetingBody meeting, ZoneOffset timezone) {
        this.meeting = meeting;
        this.timezone = timezone;
        this.words = ExportWords.of(meeting);
    }

    @Override
    public void begin(Appendable out) throws IOException {
        String title = MarkdownText.of(meeting.title());
        out.append("# ").append(title.isEmpty() ? words.untitled() : title).append("\n\n");
        fact(words.started(), ExportText.moment(meeting.startedAtMs(), timezone), out);
        fact(words.length(), ExportText.length(meeting.durationMs()), out);
        fact(words.badge(), meeting.deviceId(), out);
        fact(words.meeting(), meeting.id(), out);
        out.append('\n');
        String unfinished = words.unfinished().getOrDefault(meeting.phase(), "");
        if (!unfinished.isEmpty()) {
            out.append(unfinished).append("\n\n");
        }
        if (meeting.summary().isPresent()) {
            SummaryBody summary = meeting.summary().get();
            lines(words.bullets(), ITEM, summary.bullets(), out);
            lines(words.decisions(), ITEM, summary.decisions(), out);
            lines(words.actions(), TASK, summary.actions(), out);
            lines(words.risks(), ITEM, summary.risks(), out);
            lines(words.nextSteps(), TASK, summary.nextSteps(), out);
        }
        heading(words.transcript(), out);
    }

    private static void fact(String name, String value, Appendable out) throws IOException {
        out.append(ITEM).append(name).append(": ").append(MarkdownText.of(value)).append('\n');
    }

    private static void heading(String name, Appendable out) throws IOException {
        out.append("## ").append(name).append("\n\n");
    }

    private static void lines(String name, String mark, List<String> lines, Appendable out)
            throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        heading(name, out);
        for (String line : lines) {
            out.append(mark).append(MarkdownText.of(line)).append('\n');
        }
        out.append('\n');
    }

    @Override
    public void segment(Segment segment, Appendable out) throws IOException {
        out.append("**")
                .append(ExportText.clock(segment.at(), timezone))
                .append("** ")
                .append(MarkdownText.of(segment.speaker()))
                .append(": ")
                .append(MarkdownText.of(segment.text()))
                .append("\n\n");
    }

    @Override
    public void end(Appendable out) {}
}
