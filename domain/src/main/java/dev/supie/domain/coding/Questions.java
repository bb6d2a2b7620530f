package dev.supie.domain.coding;

import dev.supie.domain.meeting.Language;

import java.time.Duration;
import java.time.Instant;

/// What is asked and reported of a run.
final class Questions {

    private Questions() {}

    /// COD-4: the language of the input.
    static Language language(Run run) {
        return Language.of(run.phase() + ' ' + run.step() + '\n' + run.window().text());
    }

    static Question insight(Run run, CodingSettings settings) {
        return question(run, false, settings);
    }

    static Question summary(Run run, CodingSettings settings) {
        return question(run, true, settings);
    }

    private static Question question(Run run, boolean summary, CodingSettings settings) {
        return new Question(
                summary,
                language(run),
                run.phase(),
                run.context(),
                Excerpt.of(run.window(), settings.excerptCharsMax()));
    }

    /// A clock that was set back takes no time away.
    static CodingEffect report(boolean summary, Insight insight, Instant begunAt, Instant now) {
        Duration elapsed = Duration.between(begunAt, now);
        return new CodingEffect.Report(
                summary, insight, elapsed.isNegative() ? Duration.ZERO : elapsed);
    }
}
