package dev.supie.adapter.out.llm;

import dev.supie.adapter.out.llm.Phrases.Match;

import java.util.List;

/// What the phrases of a sentence do to each other within a clause: which ones are turned round,
/// made conditional or told as past.
final class ClauseScope {

    /// A negation this many words before a phrase still turns it round: `have not really agreed`.
    private static final int NEGATION_REACH = 3;

    private final List<Word> words;
    private final List<Match> matches;

    ClauseScope(List<Word> words, List<Match> matches) {
        this.words = words;
        this.matches = matches;
    }

    /// Neither negated nor only under a condition.
    boolean isFact(Match match) {
        return !isNegated(match) && !isConditional(match);
    }

    boolean isNegated(Match match) {
        return matches.stream()
                .anyMatch(
                        negation ->
                                negation.cue() == Cue.NEGATION
                                        && match.from() - negation.to() <= NEGATION_REACH
                                        && reaches(negation, match));
    }

    private boolean isConditional(Match match) {
        return matches.stream()
                .anyMatch(
                        condition -> condition.cue() == Cue.CONDITION && reaches(condition, match));
    }

    private boolean reaches(Match from, Match to) {
        return from.clause() == to.clause()
                && from.to() <= to.from()
                && matches.stream()
                        .noneMatch(
                                match ->
                                        match.cue() == Cue.BREAK
                                                && match.from() >= from.to()
                                                && match.to() <= to.from());
    }

    /// Told as past: it says when, or a Chinese clause ends in `了` or `过`.
    boolean isDone(Match match) {
        if (clauseHas(match, Cue.DONE)) {
            return true;
        }
        int last = match.to() - 1;
        while (last + 1 < words.size() && words.get(last + 1).clause() == match.clause()) {
            last++;
        }
        return words.get(last).text().equals("了") || words.get(last).text().equals("过");
    }

    boolean clauseHas(Match match, Cue cue) {
        return matches.stream()
                .anyMatch(other -> other.cue() == cue && other.clause() == match.clause());
    }

    boolean has(Cue cue) {
        return matches.stream().anyMatch(match -> match.cue() == cue);
    }
}
