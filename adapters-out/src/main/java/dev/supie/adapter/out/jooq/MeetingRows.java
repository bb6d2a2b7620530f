package dev.supie.adapter.out.jooq;

import dev.supie.adapter.out.jooq.JsonDocuments.RatedNotes;
import dev.supie.adapter.out.jooq.schema.tables.records.MeetingsRecord;
import dev.supie.adapter.out.jooq.schema.tables.records.SegmentsRecord;
import dev.supie.adapter.out.jooq.schema.tables.records.SnippetsRecord;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.Invitation;
import dev.supie.domain.meeting.JoinCode;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingHead.Phase;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.Snippet;

import java.util.Optional;

/// Rows of the tables from and to the meeting they stand for.
final class MeetingRows {

    static final String RECORDING = "recording";
    static final String FINALIZING = "finalizing";
    static final String FINALIZED = "finalized";

    private MeetingRows() {}

    static MeetingsRecord row(MeetingHead head, long version) {
        MeetingsRecord row = new MeetingsRecord();
        row.setId(head.id().value());
        row.setVersion(version);
        row.setDevice(head.device().value());
        row.setStartedAt(KeptTime.millis(head.startedAt()));
        row.setAliveAt(KeptTime.millis(head.aliveAt()));
        row.setLastSnippetAt(KeptTime.millis(head.lastSnippetAt()));
        row.setSnippetCount(head.snippetCount());
        row.setMergedSnippets(head.mergedSnippets());
        row.setSegmentCount(head.segmentCount());
        row.setCoveredSegments(head.coveredSegments());
        row.setNotes(JsonDocuments.write(head.notes(), head.notesQuality()));
        row.setJoinCode(head.code().map(JoinCode::digits).orElse(null));
        setPhase(row, head.phase());
        return row;
    }

    static MeetingHead head(MeetingsRecord row) {
        RatedNotes rated = JsonDocuments.readNotes(row.getNotes());
        return new MeetingHead(
                new MeetingId(row.getId()),
                new DeviceId(row.getDevice()),
                KeptTime.instant(row.getStartedAt()),
                phase(row),
                KeptTime.instant(row.getAliveAt()),
                KeptTime.instant(row.getLastSnippetAt()),
                row.getSnippetCount(),
                row.getMergedSnippets(),
                row.getSegmentCount(),
                row.getCoveredSegments(),
                rated.notes(),
                rated.quality(),
                Invitation.of(Optional.ofNullable(row.getJoinCode()).map(JoinCode::new)));
    }

    static SnippetsRecord row(MeetingId meeting, Snippet snippet) {
        return new SnippetsRecord(
                meeting.value(),
                snippet.number(),
                KeptTime.millis(snippet.at()),
                KeptText.of(snippet.tag()),
                KeptText.of(snippet.speaker()),
                KeptText.of(snippet.text()));
    }

    static Snippet snippet(SnippetsRecord row) {
        return new Snippet(
                row.getNumber(),
                KeptTime.instant(row.getAt()),
                row.getTag(),
                row.getSpeaker(),
                row.getText());
    }

    static SegmentsRecord row(MeetingId meeting, Segment segment) {
        return new SegmentsRecord(
                meeting.value(),
                segment.number(),
                KeptTime.millis(segment.at()),
                KeptText.of(segment.speaker()),
                segment.text().length(),
                KeptText.of(segment.text()));
    }

    static Segment segment(SegmentsRecord row) {
        return new Segment(
                row.getNumber(), KeptTime.instant(row.getAt()), row.getSpeaker(), row.getText());
    }

    /// Sets every column of the phase, those that stay empty too: an update writes what is set.
    private static void setPhase(MeetingsRecord row, Phase phase) {
        switch (phase) {
            case Phase.Recording() -> {
                row.setPhase(RECORDING);
                row.setEndedAt(null);
                row.setSummary(null);
                row.setDelivered(false);
            }
            case Phase.Finalizing finalizing -> {
                row.setPhase(FINALIZING);
                row.setEndedAt(KeptTime.millis(finalizing.endedAt()));
                row.setSummary(null);
                row.setDelivered(false);
            }
            case Phase.Finalized finalized -> {
                row.setPhase(FINALIZED);
                row.setEndedAt(KeptTime.millis(finalized.endedAt()));
                row.setSummary(JsonDocuments.write(finalized.summary()));
                row.setDelivered(finalized.delivered());
            }
        }
    }

    private static Phase phase(MeetingsRecord row) {
        return switch (row.getPhase()) {
            case RECORDING -> new Phase.Recording();
            case FINALIZING -> new Phase.Finalizing(KeptTime.instant(row.getEndedAt()));
            case FINALIZED ->
                    new Phase.Finalized(
                            KeptTime.instant(row.getEndedAt()),
                            JsonDocuments.readSummary(new MeetingId(row.getId()), row.getSummary()),
                            row.getDelivered());
            default ->
                    throw new StoreException(
                            "meeting " + row.getId() + " is in an unknown phase",
                            new IllegalStateException(row.getPhase()));
        };
    }
}
