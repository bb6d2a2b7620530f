package dev.supie.domain.meeting;

/// A run of neighbouring segments that is summarised in one call (MTG-5). Windows never overlap and
/// leave no gap, so every character of the transcript is read exactly once.
///
/// @param first number of its first segment
/// @param last number of its last segment
/// @param chars characters of text in it
public record Window(long first, long last, int chars) {

    /// No segments at all: what is left when the notes cover everything.
    public static final Window NONE = new Window(1, 0, 0);

    Window with(Segment segment) {
        if (segment.number() != last + 1) {
            throw new IllegalArgumentException("segment " + segment.number() + " after " + last);
        }
        return new Window(first, segment.number(), chars + segment.text().length());
    }

    static Window of(Segment segment) {
        return new Window(segment.number(), segment.number(), segment.text().length());
    }
}
