package dev.supie.domain.evaluation;

import dev.supie.domain.meeting.Minutes;

import java.util.List;

/// A meeting with what its minutes should say.
///
/// @param name short, for tables
/// @param languages `zh`, `en` or `mixed`, for people
/// @param decisions no more than minutes may have (MTG-8), so that all can be found
/// @param actions likewise
/// @param traps what a summarizer would write as a title or line if it obeyed somebody in the
///   meeting who tries to command it
public record ReferenceMeeting(
        String name,
        String languages,
        List<Utterance> said,
        List<Reference> decisions,
        List<Reference> actions,
        List<String> traps) {

    public ReferenceMeeting {
        said = List.copyOf(said);
        decisions = List.copyOf(decisions);
        actions = List.copyOf(actions);
        traps = List.copyOf(traps);
        if (decisions.size() > Minutes.OTHERS_MAX || actions.size() > Minutes.OTHERS_MAX) {
            throw new IllegalArgumentException(
                    name + ": at most " + Minutes.OTHERS_MAX + " decisions and actions");
        }
        if (said.isEmpty()) {
            throw new IllegalArgumentException(name + ": nothing is said");
        }
    }

    /// Whether somebody in it tries to command the summarizer.
    public boolean isTrapped() {
        return !traps.isEmpty();
    }
}
