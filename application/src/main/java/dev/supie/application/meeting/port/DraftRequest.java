package dev.supie.application.meeting.port;

import dev.supie.domain.meeting.DraftKind;
import dev.supie.domain.meeting.Notes;
import dev.supie.domain.meeting.Segment;

import java.time.Duration;
import java.util.List;

/// One piece of summarising.
///
/// @param notes what is known of everything before the window
/// @param window the segments to read, at most `meeting.llm.summary_transcript_max_chars` of text
/// @param language `zh` or `en`: what the answer should be written in
/// @param tokensMax limit of the model's answer (MTG-8)
/// @param timeLimit after which the answer is no longer of use, retries included
public record DraftRequest(
        DraftKind kind,
        Notes notes,
        List<Segment> window,
        String language,
        int tokensMax,
        Duration timeLimit) {

    public DraftRequest {
        window = List.copyOf(window);
    }
}
