package dev.supie.domain.meeting;

import java.util.ArrayList;
import java.util.List;

/// The transcript as far as memory holds it: how long it is, its end, and which parts the notes do
/// not cover yet (MTG-4, MTG-5). The segments themselves are in the store.
///
/// @param count segments made so far
/// @param mergedSnippets snippets with a number up to this are part of a segment
/// @param tail the last segments, at most [#TAIL_MAX]
/// @param open windows that are not yet part of the notes, oldest first, without gap or overlap
public record Transcript(long count, long mergedSnippets, List<Segment> tail, List<Window> open) {

    /// What a transcript push shows (MTG-4).
    public static final int TAIL_MAX = 50;

    /// Merging stops before a segment gets longer than this.
    public static final int SEGMENT_CHARS_MAX = 2048;

    /// Summarising is so far behind that no more snippets are let in; over a million characters.
    public static final int OPEN_MAX = 256;

    public static final Transcript EMPTY = new Transcript(0, 0, List.of(), List.of());

    public Transcript {
        tail = List.copyOf(tail);
        open = List.copyOf(open);
    }

    boolean isBehind() {
        return open.size() >= OPEN_MAX;
    }

    /// A transcript with new segments at its end.
    record Merge(Transcript next, List<Segment> segments) {}

    /// Merges snippets into segments: neighbours of one speaker become one paragraph.
    ///
    /// @param frozenThrough the last segment of the window that is being summarised right now; that
    ///   window must not grow any more. 0 if there is none
    Merge merge(List<Snippet> snippets, int windowCharsMax, long frozenThrough) {
        List<Segment> made = new ArrayList<>();
        for (Snippet snippet : snippets) {
            Segment last = made.isEmpty() ? null : made.getLast();
            if (last != null && fits(last, snippet)) {
                made.set(made.size() - 1, joined(last, snippet));
            } else {
                made.add(
                        new Segment(
                                count + made.size() + 1,
                                snippet.at(),
                                snippet.speaker(),
                                snippet.text()));
            }
        }
        long merged = snippets.isEmpty() ? mergedSnippets : snippets.getLast().number();
        List<Segment> end = new ArrayList<>(tail);
        end.addAll(made);
        List<Segment> newTail = end.subList(Math.max(0, end.size() - TAIL_MAX), end.size());
        Transcript next =
                new Transcript(
                        count + made.size(),
                        merged,
                        newTail,
                        extended(open, made, windowCharsMax, frozenThrough));
        return new Merge(next, List.copyOf(made));
    }

    private static boolean fits(Segment last, Snippet snippet) {
        return last.speaker().equals(snippet.speaker())
                && last.text().length() + 1 + snippet.text().length() <= SEGMENT_CHARS_MAX;
    }

    private static Segment joined(Segment last, Snippet snippet) {
        int end = last.text().codePointBefore(last.text().length());
        int start = snippet.text().codePointAt(0);
        boolean wide = isWide(end) || isWide(start);
        String text = last.text() + (wide ? "" : " ") + snippet.text();
        return new Segment(last.number(), last.at(), last.speaker(), text);
    }

    private static boolean isWide(int codePoint) {
        return Character.isIdeographic(codePoint) || "。，；：！？、".indexOf(codePoint) >= 0;
    }

    /// Windows that cover the old ones and the new segments, each as full as it may be.
    static List<Window> extended(
            List<Window> open, List<Segment> segments, int windowCharsMax, long frozenThrough) {
        List<Window> windows = new ArrayList<>(open);
        for (Segment segment : segments) {
            Window last = windows.isEmpty() ? null : windows.getLast();
            if (last != null
                    && last.last() > frozenThrough
                    && last.chars() + segment.text().length() <= windowCharsMax) {
                windows.set(windows.size() - 1, last.with(segment));
            } else {
                windows.add(Window.of(segment));
            }
        }
        return windows;
    }

    /// The transcript after its oldest open window became part of the notes.
    Transcript covered(Window window) {
        if (open.isEmpty() || !open.getFirst().equals(window)) {
            throw new IllegalStateException("not the oldest open window: " + window);
        }
        return new Transcript(count, mergedSnippets, tail, open.subList(1, open.size()));
    }

    long coveredSegments() {
        return open.isEmpty() ? count : open.getFirst().first() - 1;
    }
}
