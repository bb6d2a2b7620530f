package dev.supie.domain.peer;

/// What is understood of a message, beside its text (PEER-4).
///
/// This is all that can come from a model: there is no place in it for a sender, a target or the
/// text, so that nothing written in a message can change them.
///
/// @param summary one line, at most [#SUMMARY_LENGTH_MAX] characters, never empty
public record Structure(Category category, String summary, Normalized normalized) {

    public static final int SUMMARY_LENGTH_MAX = 120;

    public Structure {
        if (summary.isEmpty() || !PeerText.line(summary, SUMMARY_LENGTH_MAX).equals(summary)) {
            throw new IllegalArgumentException("not a summary");
        }
    }

    /// The same under the category that the sender gave it, which nobody knows better.
    public Structure under(Submission.Hint hint) {
        return switch (hint) {
            case Submission.Hint.None _ -> this;
            case Submission.Hint.Given(Category given) -> new Structure(given, summary, normalized);
        };
    }

    /// What a model has said, corrected; where it said nothing of use the rules' word stands.
    ///
    /// @param category in whatever spelling
    public static Structure corrected(
            String category, String summary, Normalized normalized, Structure byRules) {
        String line = PeerText.line(summary, SUMMARY_LENGTH_MAX);
        return new Structure(
                Category.of(category).orElse(byRules.category()),
                line.isEmpty() ? byRules.summary() : line,
                normalized.title().isEmpty()
                        ? Normalized.of(
                                byRules.normalized().title(),
                                normalized.priority(),
                                normalized.due(),
                                normalized.assignees())
                        : normalized);
    }
}
