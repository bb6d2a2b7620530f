package dev.supie.adapter.out.llm;

import dev.supie.application.meeting.port.DraftRequest;
import dev.supie.domain.meeting.Note;
import dev.supie.domain.meeting.Notes;
import dev.supie.domain.meeting.Segment;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes notes of what a model wrote: each line placed in the meeting, links taken out. Pure.
///
/// A line's segment is the one that the model names, if it exists in what the model was given.
/// Otherwise a line that stood in the notes before keeps its segment, and a new one gets the first
/// of the window; without a window it gets the last of the notes.
final class NotesAssembly {

    private final DraftRequest request;
    private final LinkFilter links;
    private final Set<Long> known = new HashSet<>();
    private final Map<String, Long> segmentByText = new HashMap<>();
    private final long otherwise;

    private NotesAssembly(DraftRequest request) {
        this.request = request;
        this.links = LinkFilter.of(request);
        long last = 1;
        for (MinutesField field : MinutesField.values()) {
            for (Note note : field.of(request.notes())) {
                known.add(note.segment());
                segmentByText.putIfAbsent(note.text(), note.segment());
                last = Math.max(last, note.segment());
            }
        }
        for (Segment segment : request.window()) {
            known.add(segment.number());
        }
        this.otherwise = request.window().isEmpty() ? last : request.window().getFirst().number();
    }

    static Notes of(WrittenMinutes written, DraftRequest request) {
        return new NotesAssembly(request).assembled(written);
    }

    private Notes assembled(WrittenMinutes written) {
        String title = links.filtered(written.title());
        return new Notes(
                title.isEmpty() ? request.notes().title() : title,
                lines(MinutesField.BULLETS, written),
                lines(MinutesField.DECISIONS, written),
                lines(MinutesField.ACTIONS, written),
                lines(MinutesField.RISKS, written),
                lines(MinutesField.NEXT_STEPS, written));
    }

    /// A list that the model left out altogether stays as it was: forgetting it is more likely than
    /// a way of saying that nothing of it holds any more.
    private List<Note> lines(MinutesField field, WrittenMinutes written) {
        return written.lines(field).map(this::placed).orElseGet(() -> field.of(request.notes()));
    }

    private List<Note> placed(List<WrittenMinutes.Line> lines) {
        return lines.stream()
                .map(this::note)
                .filter(note -> !note.text().isEmpty())
                .sorted(Comparator.comparingLong(Note::segment))
                .toList();
    }

    private Note note(WrittenMinutes.Line line) {
        long segment =
                known.contains(line.segment())
                        ? line.segment()
                        : segmentByText.getOrDefault(line.text(), otherwise);
        return new Note(links.filtered(line.text()), segment);
    }
}
