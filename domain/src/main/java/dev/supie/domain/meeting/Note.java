package dev.supie.domain.meeting;

/// One line of the running notes.
///
/// @param segment the segment it draws on, or the first segment of the window it was made from; it
///   places the note in time
public record Note(String text, long segment) {

    /// A longer note is cut, so that the notes fit beside a full window in one model call.
    public static final int TEXT_CHARS_MAX = 300;

    public Note {
        text = text.strip();
        if (text.length() > TEXT_CHARS_MAX) {
            text = text.substring(0, cut(text)) + "…";
        }
    }

    private static int cut(String text) {
        int end = TEXT_CHARS_MAX - 1;
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}
