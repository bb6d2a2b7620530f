package dev.supie.domain.task.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a sentence has besides its command.
///
/// @param negated it says that the command is not meant: before it ("don't …") or as its last word
///   ("…, no"); in between it may belong to a title
/// @param said which tasks it is about, besides those inside the phrases
/// @param others stretches of words that mean something else
record Remainder(boolean negated, List<Said> said, List<String> others) {

    Remainder {
        said = List.copyOf(said);
        others = List.copyOf(others);
    }

    /// An ordinal and where it is.
    record Said(int start, Ordinal ordinal) {}

    /// @param found in their order, none overlapping another
    /// @param command the first of them that is meant
    static Remainder of(
            SpokenText text,
            Fillings fillings,
            List<PhrasePattern.Found> found,
            PhrasePattern.Found command) {
        Sweep sweep = new Sweep(text, fillings, command);
        int at = 0;
        for (PhrasePattern.Found phrase : found) {
            sweep.over(at, phrase.start());
            at = phrase.end();
        }
        sweep.over(at, text.size());
        return new Remainder(sweep.negated, sweep.said, sweep.others);
    }

    /// Goes once over what is between the phrases.
    private static final class Sweep {

        private final SpokenText text;
        private final Fillings fillings;
        private final PhrasePattern.Found command;

        private boolean negated;
        private final List<Said> said = new ArrayList<>();
        private final List<String> others = new ArrayList<>();

        /// The stretch of other words that is being read; empty if both are the same.
        private int otherStart;

        private int otherEnd;

        Sweep(SpokenText text, Fillings fillings, PhrasePattern.Found command) {
            this.text = text;
            this.fillings = fillings;
            this.command = command;
        }

        void over(int from, int limit) {
            int at = from;
            while (at < limit) {
                at = word(at, limit);
            }
            endStretch();
        }

        /// Behind the next thing that is said; nothing reaches into the next phrase.
        private int word(int at, int limit) {
            int negation = within(fillings.negationEndAt(at), at, limit);
            int filler = within(fillings.fillerEndAt(at), at, limit);
            Optional<Ordinal> ordinal =
                    fillings.ordinalAt(at)
                            .filter(each -> each.end() <= limit)
                            .filter(each -> each.end() >= Math.max(negation, filler));
            if (ordinal.isPresent()) {
                endStretch();
                said.add(new Said(at, ordinal.get()));
                return ordinal.get().end();
            }
            if (negation > at && negation >= filler) {
                return negation(at, negation);
            }
            return filler > at ? filler : other(at, text.nextEdge(at));
        }

        private static int within(int end, int at, int limit) {
            return end <= limit ? end : at;
        }

        private int negation(int at, int end) {
            if (at >= command.start() && !fillings.isSilentFrom(end)) {
                return other(at, end);
            }
            negated = true;
            return end;
        }

        /// Words that mean nothing belong to the stretch if they are inside it, as in a title.
        private int other(int at, int end) {
            otherStart = otherEnd > otherStart ? otherStart : at;
            otherEnd = end;
            return end;
        }

        private void endStretch() {
            if (otherEnd > otherStart) {
                others.add(text.slice(otherStart, otherEnd));
            }
            otherStart = 0;
            otherEnd = 0;
        }
    }
}
