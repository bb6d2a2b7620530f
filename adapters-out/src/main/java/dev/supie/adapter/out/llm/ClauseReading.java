package dev.supie.adapter.out.llm;

import dev.supie.adapter.out.llm.Phrases.Match;

import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/// Weighs the phrases of one sentence; see [CueReader].
final class ClauseReading {

    /// Somebody and what they do make 2 or 3, and `负责` alone 2; what and by when add 1 each.
    private static final int ACTION_MIN = 3;

    private static final int RISK_MIN = 2;
    private static final int NEXT_STEP_MIN = 2;
    private static final int STRENGTH_MAX = 6;

    /// Words that may stand between who and will do: `小周 你再 来`, `I also will`.
    private static final int OWNER_REACH = 2;

    /// How firmly somebody is tied to what follows.
    private static final Map<Cue, Integer> TIES =
            Map.of(Cue.FIRM_MODAL, 1, Cue.NEED_MODAL, 1, Cue.SOFT_MODAL, 0, Cue.DUTY, 2);

    private static final Map<Cue, Integer> DECISIONS =
            Map.of(Cue.DECISION, 3, Cue.CHOICE, 2, Cue.SETTLED, 2);
    private static final int NAMED_CHOICE = 2;
    private static final Map<Cue, Integer> RISKS =
            Map.of(Cue.RISK, 3, Cue.TROUBLE, 2, Cue.RISK_HINT, 1);

    private final List<Word> words;
    private final List<Match> matches;
    private final ClauseScope scope;

    ClauseReading(List<Word> words, List<Match> matches) {
        this.words = words;
        this.matches = matches;
        this.scope = new ClauseScope(words, matches);
    }

    int decision() {
        int strength = 0;
        for (Match match : matches) {
            if (scope.isFact(match) && !scope.clauseHas(match, Cue.OPEN) && isSaidOutright(match)) {
                strength += DECISIONS.getOrDefault(match.cue(), 0);
            }
        }
        boolean named = NamedChoice.in(words) && !scope.has(Cue.CONDITION);
        return Math.min(strength + (named ? NAMED_CHOICE : 0), STRENGTH_MAX);
    }

    /// `If it rains, then we stay` settles nothing, and in `it is slow, so we keep a copy` the same
    /// words only explain.
    private boolean isSaidOutright(Match match) {
        return match.cue() != Cue.SETTLED
                || (!scope.has(Cue.CONDITION) && Fillers.fill(words.subList(0, match.from())));
    }

    int risk() {
        int strength = 0;
        for (Match match : matches) {
            if (!scope.isNegated(match) && !scope.clauseHas(match, Cue.DONE)) {
                strength += RISKS.getOrDefault(match.cue(), 0);
            }
        }
        return atLeast(RISK_MIN, strength);
    }

    int nextStep() {
        return atLeast(NEXT_STEP_MIN, strongest(this::nextStepAt));
    }

    int action() {
        return atLeast(ACTION_MIN, strongest(this::actionAt));
    }

    /// A question asks for an action if it says what and by when.
    int request() {
        boolean whole = scope.has(Cue.REQUEST) && scope.has(Cue.TASK) && scope.has(Cue.DEADLINE);
        return whole ? ACTION_MIN : 0;
    }

    private int nextStepAt(int index) {
        Match match = matches.get(index);
        if (scope.isNegated(match) || scope.clauseHas(match, Cue.DONE)) {
            return 0;
        }
        if (match.cue() == Cue.NEXT_STEP) {
            return NEXT_STEP_MIN + details(match);
        }
        boolean willing = match.cue() == Cue.GROUP && isWilling(index);
        boolean plan = willing || match.cue() == Cue.PLAN;
        return plan && !scope.has(Cue.CONDITION) ? 1 + details(match) : 0;
    }

    private boolean isWilling(int group) {
        Match next = tiedTo(group);
        return next.cue() == Cue.FIRM_MODAL || next.cue() == Cue.DEADLINE;
    }

    private int actionAt(int index) {
        Match match = matches.get(index);
        int basis = actionBasis(index, match);
        boolean counts = basis > 0 && scope.isFact(match) && !scope.isDone(match);
        return counts ? basis + details(match) : 0;
    }

    private int actionBasis(int index, Match match) {
        if (match.cue() == Cue.OWNER) {
            return owned(index, 2);
        }
        if (match.cue() == Cue.PERSON) {
            return owned(index, 1);
        }
        if (match.cue() == Cue.DUTY) {
            return 2;
        }
        if (match.cue() == Cue.TASK) {
            return isDue(index) ? 1 : 0;
        }
        boolean modal = match.cue() == Cue.FIRM_MODAL || match.cue() == Cue.SOFT_MODAL;
        boolean need = match.cue() == Cue.NEED_MODAL;
        if ((modal || need) && isGuessedOwner(match)) {
            return 2;
        }
        return need ? 1 : 0;
    }

    /// Somebody and what they do about it, such as `I will` or `小周负责`; 0 without the latter.
    private int owned(int index, int person) {
        Match next = tiedTo(index);
        boolean dated = next.cue() == Cue.DEADLINE;
        // `I will` and `我下周去`: the date may stand between the two.
        Integer tie = TIES.get((dated ? tiedTo(index + 1) : next).cue());
        if (tie != null) {
            return person + tie;
        }
        return dated && scope.has(Cue.TASK) ? person : 0;
    }

    /// `下周三前完成`: work that has a date, whoever does it. A plan is none yet.
    private boolean isDue(int task) {
        if (task == 0 || scope.clauseHas(matches.get(task), Cue.PLAN)) {
            return false;
        }
        Match date = matches.get(task - 1);
        Match work = matches.get(task);
        return date.cue() == Cue.DEADLINE
                && date.clause() == work.clause()
                && work.from() - date.to() <= OWNER_REACH
                && words.subList(date.from(), work.from()).stream()
                        .anyMatch(word -> word.text().equals("前"));
    }

    /// The phrase that says what somebody does, or the same match again if there is none near.
    private Match tiedTo(int index) {
        Match owner = matches.get(index);
        if (index + 1 >= matches.size() || isRefused(index + 1)) {
            return owner;
        }
        Match next = matches.get(index + 1);
        boolean near = next.clause() == owner.clause() && next.from() - owner.to() <= OWNER_REACH;
        return near ? next : owner;
    }

    /// `will not`, `会不`.
    private boolean isRefused(int modal) {
        return modal + 1 < matches.size()
                && matches.get(modal + 1).cue() == Cue.NEGATION
                && matches.get(modal + 1).from() == matches.get(modal).to();
    }

    /// `Anna will send`: a word with one capital before the modal is taken for a name if it is
    /// followed by work, which keeps `Battery will last` out.
    private boolean isGuessedOwner(Match modal) {
        if (modal.from() == 0) {
            return false;
        }
        Word before = words.get(modal.from() - 1);
        // A recogniser may write no capitals at all; then it takes a date to make a name.
        boolean small = modal.from() == 1 && before.kind() == Word.Kind.LOWER_CASE;
        boolean name = before.kind() == Word.Kind.CAPITALISED || (small && scope.has(Cue.DEADLINE));
        return name
                && before.clause() == modal.clause()
                && Tokens.isTelling(before)
                && matches.stream().noneMatch(match -> match.to() == modal.from())
                && matches.stream().anyMatch(match -> isTaskOf(modal, match));
    }

    private static boolean isTaskOf(Match modal, Match match) {
        return match.cue() == Cue.TASK
                && match.clause() == modal.clause()
                && match.from() >= modal.to()
                && match.from() - modal.to() <= OWNER_REACH;
    }

    /// One for what, one for when.
    private int details(Match match) {
        boolean task =
                matches.stream()
                        .anyMatch(other -> other.cue() == Cue.TASK && other.from() >= match.from());
        boolean deadline =
                matches.stream()
                        .anyMatch(
                                other ->
                                        other.cue() == Cue.DEADLINE
                                                && !scope.clauseHas(other, Cue.DONE));
        return (task ? 1 : 0) + (deadline ? 1 : 0);
    }

    private int strongest(IntUnaryOperator strengthAt) {
        int strongest = 0;
        for (int i = 0; i < matches.size(); i++) {
            strongest = Math.max(strongest, strengthAt.applyAsInt(i));
        }
        return strongest;
    }

    private static int atLeast(int minimum, int strength) {
        return strength < minimum ? 0 : Math.min(strength, STRENGTH_MAX);
    }
}
