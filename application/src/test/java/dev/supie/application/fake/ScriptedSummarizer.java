package dev.supie.application.fake;

import dev.supie.application.meeting.port.Draft;
import dev.supie.application.meeting.port.DraftRequest;
import dev.supie.application.meeting.port.Summarizer;
import dev.supie.application.meeting.port.SummarizerException;
import dev.supie.domain.meeting.Note;
import dev.supie.domain.meeting.Notes;
import dev.supie.domain.meeting.Segment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// A summarizer that faithfully notes the first words of every segment it is shown, unless the test
/// tells it to fail or to say something else. It remembers every request.
public final class ScriptedSummarizer implements Summarizer {

    private final String provider;
    private final List<DraftRequest> requests = new ArrayList<>();
    private final ArrayDeque<Script> script = new ArrayDeque<>();

    public ScriptedSummarizer(String provider) {
        this.provider = provider;
    }

    /// What one call does instead of the usual.
    private interface Script {
        Notes play(DraftRequest request) throws SummarizerException;
    }

    public ScriptedSummarizer failNext(String reason) {
        script.addLast(
                _ -> {
                    throw new SummarizerException(reason);
                });
        return this;
    }

    /// A bug: something a summarizer must never throw.
    public ScriptedSummarizer breakNext() {
        script.addLast(
                _ -> {
                    throw new IllegalStateException("broken on purpose");
                });
        return this;
    }

    public ScriptedSummarizer sayNext(Notes notes) {
        script.addLast(_ -> notes);
        return this;
    }

    @Override
    public Draft draft(DraftRequest request) throws SummarizerException {
        requests.add(request);
        Script next = script.pollFirst();
        return new Draft(next == null ? faithful(request) : next.play(request), provider);
    }

    private static Notes faithful(DraftRequest request) {
        List<Note> bullets = new ArrayList<>(request.notes().bullets());
        for (Segment segment : request.window()) {
            bullets.add(new Note(segment.text(), segment.number()));
        }
        return new Notes("Minutes", bullets, List.of(), List.of(), List.of(), List.of());
    }

    public List<DraftRequest> requests() {
        return List.copyOf(requests);
    }
}
