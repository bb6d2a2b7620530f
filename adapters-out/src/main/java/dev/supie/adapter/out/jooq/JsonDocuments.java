package dev.supie.adapter.out.jooq;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Minutes;
import dev.supie.domain.meeting.Note;
import dev.supie.domain.meeting.Notes;
import dev.supie.domain.meeting.Quality;
import dev.supie.domain.meeting.Summary;

import java.time.Duration;
import java.util.List;

/// The two JSON columns of a meeting, in a form of their own, so that a changed name in the domain
/// does not change what is on disk.
///
/// A reader ignores fields it does not know and takes missing ones for empty, so that versions
/// before and after this one can read the same rows.
final class JsonDocuments {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY))
                    .build();

    private JsonDocuments() {}

    /// Notes with their quality.
    record RatedNotes(Notes notes, Quality quality) {}

    static String write(Notes notes, Quality quality) {
        return json(
                new NotesDocument(
                        notes.title(),
                        lines(notes.bullets()),
                        lines(notes.decisions()),
                        lines(notes.actions()),
                        lines(notes.risks()),
                        lines(notes.nextSteps()),
                        isDegraded(quality),
                        reason(quality)));
    }

    static RatedNotes readNotes(String json) {
        NotesDocument document = document(json, NotesDocument.class);
        return new RatedNotes(
                new Notes(
                        document.title,
                        notes(document.bullets),
                        notes(document.decisions),
                        notes(document.actions),
                        notes(document.risks),
                        notes(document.nextSteps)),
                quality(document.degraded, document.degradedReason));
    }

    static String write(Summary summary) {
        Minutes minutes = summary.minutes();
        return json(
                new SummaryDocument(
                        minutes.title(),
                        minutes.bullets(),
                        minutes.decisions(),
                        minutes.actions(),
                        minutes.risks(),
                        minutes.nextSteps(),
                        summary.duration().toMillis(),
                        summary.sourceSegments(),
                        summary.checkpoint(),
                        summary.provider(),
                        isDegraded(summary.quality()),
                        reason(summary.quality())));
    }

    static Summary readSummary(MeetingId meeting, String json) {
        SummaryDocument document = document(json, SummaryDocument.class);
        return new Summary(
                meeting,
                new Minutes(
                        document.title,
                        document.bullets,
                        document.decisions,
                        document.actions,
                        document.risks,
                        document.nextSteps),
                Duration.ofMillis(document.durationMillis),
                document.sourceSegments,
                document.checkpoint,
                document.provider,
                quality(document.degraded, document.degradedReason));
    }

    private record NoteDocument(String text, long segment) {}

    private record NotesDocument(
            String title,
            List<NoteDocument> bullets,
            List<NoteDocument> decisions,
            List<NoteDocument> actions,
            List<NoteDocument> risks,
            List<NoteDocument> nextSteps,
            boolean degraded,
            String degradedReason) {}

    private record SummaryDocument(
            String title,
            List<String> bullets,
            List<String> decisions,
            List<String> actions,
            List<String> risks,
            List<String> nextSteps,
            long durationMillis,
            long sourceSegments,
            boolean checkpoint,
            String provider,
            boolean degraded,
            String degradedReason) {}

    private static List<NoteDocument> lines(List<Note> notes) {
        return notes.stream().map(note -> new NoteDocument(note.text(), note.segment())).toList();
    }

    private static List<Note> notes(List<NoteDocument> lines) {
        return lines.stream().map(line -> new Note(line.text, line.segment)).toList();
    }

    private static boolean isDegraded(Quality quality) {
        return switch (quality) {
            case Quality.Full() -> false;
            case Quality.Degraded(String _) -> true;
        };
    }

    private static String reason(Quality quality) {
        return switch (quality) {
            case Quality.Full() -> "";
            case Quality.Degraded(String reason) -> reason;
        };
    }

    private static Quality quality(boolean degraded, String reason) {
        return degraded ? new Quality.Degraded(reason) : new Quality.Full();
    }

    private static String json(Object document) {
        try {
            return KeptText.of(JSON.writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new StoreException("a meeting could not be written as JSON", e);
        }
    }

    private static <T> T document(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new StoreException("a stored meeting could not be read: its JSON is broken", e);
        }
    }
}
