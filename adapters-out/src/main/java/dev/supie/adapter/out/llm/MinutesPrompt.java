package dev.supie.adapter.out.llm;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supie.application.meeting.port.DraftRequest;
import dev.supie.domain.meeting.Note;
import dev.supie.domain.meeting.Segment;

/// The request for one draft. Pure.
///
/// Talk is not to be trusted: anybody in the room can say "ignore your instructions". So all
/// instructions are in the system role; the talk and the notes made from it are JSON inside a fence
/// whose name is random for each draft; and nothing in them can look like that fence.
final class MinutesPrompt {

    /// A single snippet is at most 2 KiB (MTG-3), a segment hardly more; this is a bound, not a
    /// rule.
    static final int SEGMENT_CHARS_MAX = 8_000;

    static final int SPEAKER_CHARS_MAX = 64;

    private final JsonMapper json;
    private final MeetingTemplates templates;

    MinutesPrompt(JsonMapper json, MeetingTemplates templates) {
        this.json = json;
        this.templates = templates;
    }

    /// Adds `messages` and `max_tokens` to a request.
    void addTo(ObjectNode call, DraftRequest request, String nonce) {
        Fence fence = new Fence(nonce);
        ArrayNode messages = call.putArray("messages");
        messages.addObject()
                .put("role", "system")
                .put(
                        "content",
                        PromptText.instructions(
                                request,
                                fence.opening(),
                                fence.closing(),
                                templates.text(request.language())));
        messages.addObject().put("role", "user").put("content", fence.round(data(request)));
        call.put("max_tokens", request.tokensMax());
    }

    private String data(DraftRequest request) {
        ObjectNode data = json.createObjectNode();
        addNotes(data.putObject("notes"), request);
        ArrayNode transcript = data.putArray("transcript");
        for (Segment segment : request.window()) {
            transcript
                    .addObject()
                    .put(MinutesField.SEGMENT_KEY, segment.number())
                    .put("speaker", PlainText.unframed(segment.speaker(), SPEAKER_CHARS_MAX))
                    .put(
                            MinutesField.TEXT_KEY,
                            PlainText.unframed(segment.text(), SEGMENT_CHARS_MAX));
        }
        return data.toString();
    }

    private static void addNotes(ObjectNode notes, DraftRequest request) {
        notes.put(MinutesField.TITLE_KEY, clean(request.notes().title()));
        for (MinutesField field : MinutesField.values()) {
            ArrayNode lines = notes.putArray(field.key());
            for (Note note : field.of(request.notes())) {
                lines.addObject()
                        .put(MinutesField.TEXT_KEY, clean(note.text()))
                        .put(MinutesField.SEGMENT_KEY, note.segment());
            }
        }
    }

    private static String clean(String note) {
        return PlainText.unframed(note, Note.TEXT_CHARS_MAX);
    }
}
