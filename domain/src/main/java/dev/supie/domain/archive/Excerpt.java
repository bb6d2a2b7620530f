package dev.supie.domain.archive;

import dev.supie.domain.archive.SearchTerms.Occurrence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A piece of a meeting in which something was found, to be shown with the found parts marked. It
/// is plain text: where the marks are is said beside it, so that nobody has to put markup into what
/// people said, nor to trust markup in it.
///
/// @param text at most [#CHARS_MAX] UTF-16 units of the original, round the first find; `…` stands
///   for what was left out on either side
/// @param marks distinct parts of `text` from its beginning, none touching another
public record Excerpt(Place place, String text, List<Mark> marks) {

    public static final int CHARS_MAX = 160;

    /// So much is shown before the first find.
    private static final int LEAD = 40;

    private static final String CUT = "…";

    public Excerpt {
        marks = List.copyOf(marks);
    }

    /// Where in a meeting it is.
    public sealed interface Place {

        record Title() implements Place {}

        /// A line of the minutes.
        record Line(Part part) implements Place {}

        /// A segment of the transcript.
        record Spoken(long number, Instant at, String speaker) implements Place {}
    }

    /// The lists of the minutes.
    public enum Part {
        BULLET,
        DECISION,
        ACTION,
        RISK,
        NEXT_STEP
    }

    /// A found part, in UTF-16 units of the excerpt's text.
    ///
    /// @param end of the character after it
    public record Mark(int start, int end) {}

    /// @param found in `whole`, at least one
    public static Excerpt of(Place place, String whole, List<Occurrence> found) {
        int start = boundary(whole, Math.max(0, found.getFirst().start() - LEAD));
        int end = boundary(whole, Math.min(whole.length(), start + CHARS_MAX));
        String before = start > 0 ? CUT : "";
        String after = end < whole.length() ? CUT : "";
        return new Excerpt(
                place,
                before + whole.substring(start, end) + after,
                marks(found, start, end, before.length()));
    }

    /// Moves back to where no surrogate pair is cut.
    private static int boundary(String text, int at) {
        boolean inside =
                at > 0
                        && at < text.length()
                        && Character.isLowSurrogate(text.charAt(at))
                        && Character.isHighSurrogate(text.charAt(at - 1));
        return inside ? at - 1 : at;
    }

    /// What overlaps or touches is one mark; what is cut off has none.
    private static List<Mark> marks(List<Occurrence> found, int start, int end, int shift) {
        List<Mark> marks = new ArrayList<>();
        for (Occurrence each : found) {
            int from = Math.max(each.start(), start) - start + shift;
            int to = Math.min(each.end(), end) - start + shift;
            if (from >= to) {
                continue;
            }
            if (!marks.isEmpty() && from <= marks.getLast().end()) {
                Mark last = marks.removeLast();
                marks.add(new Mark(last.start(), Math.max(last.end(), to)));
            } else {
                marks.add(new Mark(from, to));
            }
        }
        return marks;
    }
}
