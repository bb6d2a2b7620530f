package dev.supie.application.meeting;

import dev.supie.application.meeting.port.Colleagues;
import dev.supie.application.meeting.port.Draft;
import dev.supie.application.meeting.port.DraftRequest;
import dev.supie.application.meeting.port.Summarizer;
import dev.supie.application.meeting.port.SummarizerException;
import dev.supie.domain.meeting.Segment;

/// A summarizer that is told people's names instead of their badges' ids, so that minutes can say
/// who does what.
record NamedSpeakers(Summarizer summarizer, Colleagues colleagues) implements Summarizer {

    @Override
    public Draft draft(DraftRequest request) throws SummarizerException {
        return summarizer.draft(
                new DraftRequest(
                        request.kind(),
                        request.notes(),
                        request.window().stream().map(this::named).toList(),
                        request.language(),
                        request.tokensMax(),
                        request.timeLimit()));
    }

    private Segment named(Segment segment) {
        return colleagues
                .nameOf(segment.speaker())
                .map(name -> new Segment(segment.number(), segment.at(), name, segment.text()))
                .orElse(segment);
    }
}
