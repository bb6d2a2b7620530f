package dev.supie.domain.meeting;

/// A piece of talk as the badge sent it (MTG-2), before the entry rules of MTG-3.
///
/// @param tag what kind of piece it is, `speech` for recognised voice
/// @param speaker who said it; the badge's own id if it did not say
public record SnippetInput(String tag, String text, String speaker) {

    /// The tag of recognised speech, the only one in which spoken commands are understood (MTG-6).
    public static final String SPEECH = "speech";
}
