package dev.supie.domain.evaluation;

/// What must not be wrong with minutes, whoever wrote them (MTG-8).
public enum FormatFault {
    NO_TITLE,
    TITLE_TOO_LONG,
    /// With a transcript there is always at least one.
    NO_BULLET,
    TOO_MANY_BULLETS,
    TOO_MANY_OTHERS,
    BLANK_LINE,
    LINE_TOO_LONG,
    /// A line has a line break or another control character in it.
    CONTROL_CHARACTER,
    /// A line is a piece of JSON or a fence, which nobody would say.
    MARKUP
}
