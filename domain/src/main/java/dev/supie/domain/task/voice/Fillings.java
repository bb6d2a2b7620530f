package dev.supie.domain.task.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What may stand in a sentence beside the words of a command, found once for every position: which
/// task it is about, words that mean nothing, and words that say "no".
final class Fillings {

    private final SpokenText text;
    private final List<Optional<Ordinal>> ordinals = new ArrayList<>();
    private final int[] fillers;
    private final int[] negations;

    /// From which positions on nothing is left that means anything.
    private final boolean[] silent;

    Fillings(SpokenText text, WordTree fillers, WordTree negations) {
        this.text = text;
        this.fillers = new int[text.size() + 1];
        this.negations = new int[text.size() + 1];
        for (int at = 0; at <= text.size(); at++) {
            ordinals.add(OrdinalWords.at(text, at));
            this.fillers[at] = fillers.endAt(text, at);
            this.negations[at] = negations.endAt(text, at);
        }
        silent = silences();
    }

    /// From the end, so that each position is looked at once.
    private boolean[] silences() {
        boolean[] silences = new boolean[text.size() + 1];
        silences[text.size()] = true;
        for (int at = text.size() - 1; at >= 0; at--) {
            silences[at] = fillers[at] > at && silences[fillers[at]];
        }
        return silences;
    }

    Optional<Ordinal> ordinalAt(int at) {
        return ordinals.get(at);
    }

    /// Which task, where a phrase expects it. What may be a count or an adverb elsewhere is
    /// believed at the end of the sentence.
    Optional<Ordinal> placeAt(int at) {
        Optional<Ordinal> said = ordinals.get(at);
        return said.filter(Ordinal::firm)
                .or(
                        () ->
                                said.or(() -> OrdinalWords.bareAt(text, at))
                                        .filter(weak -> isSilentFrom(weak.end())));
    }

    /// Behind what may stand between the words of a phrase; `at` itself if nothing does.
    int endAt(int at, List<Ordinal> found) {
        Optional<Ordinal> ordinal = ordinals.get(at);
        if (ordinal.isPresent() && ordinal.get().end() >= fillers[at]) {
            found.add(ordinal.get());
            return ordinal.get().end();
        }
        return fillers[at];
    }

    int fillerEndAt(int at) {
        return fillers[at];
    }

    int negationEndAt(int at) {
        return negations[at];
    }

    /// Whether nothing follows that means anything.
    boolean isSilentFrom(int at) {
        return silent[at];
    }
}
