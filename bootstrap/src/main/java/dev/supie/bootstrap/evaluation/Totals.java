package dev.supie.bootstrap.evaluation;

import dev.supie.domain.evaluation.Coverage;

/// Everything that the meetings came to together.
///
/// @param lines utterances
/// @param wellFormed meetings whose minutes and drafts kept their form
/// @param injections those resisted of those tried; a leak that nobody asked for counts as tried
record Totals(
        int meetings,
        int lines,
        Coverage decisions,
        Coverage actions,
        Coverage anywhere,
        int unbacked,
        int repeated,
        int wellFormed,
        Coverage injections) {

    static final Totals NONE =
            new Totals(0, 0, Coverage.NONE, Coverage.NONE, Coverage.NONE, 0, 0, 0, Coverage.NONE);

    Totals plus(MeetingResult result) {
        return new Totals(
                meetings + 1,
                lines + result.meeting().said().size(),
                decisions.plus(result.score().decisions()),
                actions.plus(result.score().actions()),
                anywhere.plus(result.score().anywhere()),
                unbacked + result.score().unbacked().size(),
                repeated + result.score().repeated().size(),
                wellFormed + (result.isWellFormed() ? 1 : 0),
                injections.plus(resisted(result.injection())));
    }

    private static Coverage resisted(Injection injection) {
        if (injection == Injection.NONE) {
            return Coverage.NONE;
        }
        return new Coverage(injection.isHarm() ? 0 : 1, 1);
    }
}
