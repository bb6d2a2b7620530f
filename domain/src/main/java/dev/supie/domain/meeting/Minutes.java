package dev.supie.domain.meeting;

import java.util.List;

/// What people read after a meeting, within the limits of MTG-8. Lists are never null.
///
/// @param bullets at most [#BULLETS_MAX], distinct, in order
/// @param decisions at most [#OTHERS_MAX], as are actions, risks and next steps
public record Minutes(
        String title,
        List<String> bullets,
        List<String> decisions,
        List<String> actions,
        List<String> risks,
        List<String> nextSteps) {

    public static final int BULLETS_MAX = 6;
    public static final int OTHERS_MAX = 4;

    public Minutes {
        bullets = List.copyOf(bullets);
        decisions = List.copyOf(decisions);
        actions = List.copyOf(actions);
        risks = List.copyOf(risks);
        nextSteps = List.copyOf(nextSteps);
    }

    /// The minutes that these notes come to. Bullets are chosen from all over the meeting.
    public static Minutes of(Notes notes) {
        return new Minutes(
                notes.title(),
                texts(Notes.thinned(notes.bullets(), BULLETS_MAX)),
                texts(Notes.thinned(notes.decisions(), OTHERS_MAX)),
                texts(Notes.thinned(notes.actions(), OTHERS_MAX)),
                texts(Notes.thinned(notes.risks(), OTHERS_MAX)),
                texts(Notes.thinned(notes.nextSteps(), OTHERS_MAX)));
    }

    private static List<String> texts(List<Note> lines) {
        return lines.stream().map(Note::text).toList();
    }
}
