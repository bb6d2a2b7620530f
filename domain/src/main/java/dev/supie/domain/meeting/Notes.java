package dev.supie.domain.meeting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is known of a meeting so far, in bounded space: each fold reads the notes and one window
/// and gives new notes that cover both (MTG-5). A summarizer answers in the same form.
///
/// Lists are in the order of the meeting, without blank or repeated lines.
public record Notes(
        String title,
        List<Note> bullets,
        List<Note> decisions,
        List<Note> actions,
        List<Note> risks,
        List<Note> nextSteps) {

    /// Running notes keep this many bullets; beyond it the densest stretch of time is thinned.
    public static final int BULLETS_MAX = 24;

    /// Running notes keep this many decisions, actions, risks and next steps each.
    public static final int OTHERS_MAX = 12;

    /// A longer title is cut.
    public static final int TITLE_CHARS_MAX = 120;

    public static final Notes EMPTY =
            new Notes("", List.of(), List.of(), List.of(), List.of(), List.of());

    public Notes {
        title = cut(title.strip());
        bullets = distinct(bullets);
        decisions = distinct(decisions);
        actions = distinct(actions);
        risks = distinct(risks);
        nextSteps = distinct(nextSteps);
    }

    private static String cut(String title) {
        if (title.length() <= TITLE_CHARS_MAX) {
            return title;
        }
        boolean splits = Character.isHighSurrogate(title.charAt(TITLE_CHARS_MAX - 1));
        return title.substring(0, splits ? TITLE_CHARS_MAX - 1 : TITLE_CHARS_MAX).strip();
    }

    /// The same notes within the limits, keeping lines from every part of the meeting.
    public Notes bounded() {
        return new Notes(
                title,
                thinned(bullets, BULLETS_MAX),
                thinned(decisions, OTHERS_MAX),
                thinned(actions, OTHERS_MAX),
                thinned(risks, OTHERS_MAX),
                thinned(nextSteps, OTHERS_MAX));
    }

    /// Cuts a list to `limit` lines by dropping, again and again, the line that is closest in time
    /// to the one before it, so that what remains spans the whole meeting from first to last.
    public static List<Note> thinned(List<Note> lines, int limit) {
        List<Note> kept = new ArrayList<>(lines);
        while (kept.size() > limit) {
            int densest = Math.min(1, kept.size() - 1);
            for (int i = densest + 1; i < kept.size() - 1; i++) {
                if (gapBefore(kept, i) < gapBefore(kept, densest)) {
                    densest = i;
                }
            }
            kept.remove(densest);
        }
        return List.copyOf(kept);
    }

    private static long gapBefore(List<Note> lines, int index) {
        return lines.get(index).segment() - lines.get(index - 1).segment();
    }

    private static List<Note> distinct(List<Note> lines) {
        Map<String, Note> byText = new LinkedHashMap<>();
        for (Note line : lines) {
            if (!line.text().isEmpty()) {
                byText.putIfAbsent(line.text(), line);
            }
        }
        return List.copyOf(byText.values());
    }
}
