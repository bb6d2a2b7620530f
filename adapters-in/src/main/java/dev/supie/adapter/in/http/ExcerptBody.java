package dev.supie.adapter.in.http;

import dev.supie.domain.archive.Excerpt;
import dev.supie.domain.archive.Excerpt.Part;
import dev.supie.domain.archive.Excerpt.Place;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

import java.util.List;
import java.util.Optional;

/// A piece of text in which something was found; absent parts are left out of the JSON.
///
/// @param in `title`, a list of the summary such as `nextSteps`, or `transcript`
/// @param n of a segment, as are `ts` and `speakerId`, under the names they have in a transcript
/// @param text plain text, not to be taken for HTML
/// @param marks what to highlight, from its beginning
@JsonbPropertyOrder({"in", "n", "ts", "speakerId", "text", "marks"})
record ExcerptBody(
        String in,
        Optional<Long> n,
        Optional<Long> ts,
        Optional<String> speakerId,
        String text,
        List<MarkBody> marks) {

    /// A part of the text in UTF-16 units, as JavaScript counts.
    ///
    /// @param end of the character after it
    @JsonbPropertyOrder({"start", "end"})
    record MarkBody(int start, int end) {}

    static ExcerptBody of(Excerpt excerpt) {
        return switch (excerpt.place()) {
            case Place.Title _ -> written("title", excerpt);
            case Place.Line(Part part) -> written(name(part), excerpt);
            case Place.Spoken spoken ->
                    new ExcerptBody(
                            "transcript",
                            Optional.of(spoken.number()),
                            Optional.of(spoken.at().toEpochMilli()),
                            Optional.of(spoken.speaker()),
                            excerpt.text(),
                            marks(excerpt));
        };
    }

    private static ExcerptBody written(String in, Excerpt excerpt) {
        return new ExcerptBody(
                in,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                excerpt.text(),
                marks(excerpt));
    }

    private static List<MarkBody> marks(Excerpt excerpt) {
        return excerpt.marks().stream()
                .map(mark -> new MarkBody(mark.start(), mark.end()))
                .toList();
    }

    private static String name(Part part) {
        return switch (part) {
            case BULLET -> "bullets";
            case DECISION -> "decisions";
            case ACTION -> "actions";
            case RISK -> "risks";
            case NEXT_STEP -> "nextSteps";
        };
    }
}
