package dev.supie.adapter.in.http;

import dev.supie.application.meeting.port.MeetingArchive;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.Segment;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Hands a whole meeting out as a file (REST-1), in whatever phase: the segments it has at this
/// moment, a page in memory at a time, so that the length of a meeting costs time only.
final class MeetingExporter {

    /// Segments that are in memory at a time.
    static final int PAGE = 200;

    private final MeetingArchive archive;
    private final InstantSource time;
    private final ZoneOffset timezone;

    /// @param timezone in which people read times
    MeetingExporter(MeetingArchive archive, InstantSource time, ZoneOffset timezone) {
        this.archive = archive;
        this.time = time;
        this.timezone = timezone;
    }

    Answer export(String id, QueryParameters parameters, ExportKind kind) {
        var meeting = parameters.meeting(id);
        if (!parameters.problems().isEmpty()) {
            return new Answer.Wrong(parameters.problems());
        }
        return meeting.flatMap(archive::find)
                .<Answer>map(head -> download(head, kind))
                .orElseGet(() -> new Answer.Unknown("no such meeting"));
    }

    private Answer download(MeetingHead head, ExportKind kind) {
        MeetingBody meeting = MeetingBody.detailed(head, time.instant(), Optional.empty());
        String fileName =
                new ExportName(meeting.id(), meeting.title(), head.startedAt().atOffset(timezone))
                        .disposition(kind.extension());
        // Read before anything is sent, because a store that fails now can still be a 503.
        List<Segment> first = archive.transcript(head.id(), 0, PAGE);
        return new Answer.Download(
                kind.contentType(),
                fileName,
                out -> {
                    Writer writer =
                            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                    write(kind.format(meeting, timezone), head, first, writer);
                    writer.flush();
                });
    }

    private void write(ExportFormat format, MeetingHead head, List<Segment> first, Writer out)
            throws IOException {
        format.begin(out);
        long left = head.segmentCount();
        List<Segment> page = first;
        while (left > 0) {
            for (Segment segment : page.subList(0, (int) Math.min(left, page.size()))) {
                format.segment(segment, out);
            }
            left -= page.size();
            if (left > 0) {
                page = next(head, page);
            }
        }
        format.end(out);
    }

    /// Segments are numbered without gaps, so the last one's number is how many there were.
    private List<Segment> next(MeetingHead head, List<Segment> page) {
        List<Segment> next =
                page.isEmpty()
                        ? List.of()
                        : archive.transcript(head.id(), page.getLast().number(), PAGE);
        if (next.isEmpty()) {
            throw new StoreException("meeting " + head.id() + " was removed meanwhile");
        }
        return next;
    }
}
