package dev.supie.domain.evaluation;

import java.util.List;
import java.util.Set;

/// One thing that good minutes say.
///
/// A line says it if, for one of the wordings, it has more than [#WORDS_MIN] of its words and more
/// than [#PAIRS_MIN] of its pairs of ideographs. That is a rough rule: it takes a line for right
/// that turns the matter round with one word, and for wrong one that says it in words that nobody
/// thought of. It is the same for every summarizer.
///
/// @param wordings ways to say it: as somebody would write it down, as it was said, in another
///   language; at least one, and the first is for people
public record Reference(List<String> wordings) {

    /// Of name, date and thing two are enough, of five words three are not.
    static final double WORDS_MIN = 0.6;

    static final double PAIRS_MIN = 0.5;

    public Reference {
        wordings = List.copyOf(wordings);
        if (wordings.isEmpty() || wordings.stream().anyMatch(text -> Terms.of(text).isEmpty())) {
            throw new IllegalArgumentException("nothing to compare with: " + wordings);
        }
    }

    boolean isSaidBy(String line) {
        Terms.Kinds given = Terms.kinds(line);
        return wordings.stream().map(Terms::kinds).anyMatch(wanted -> isIn(wanted, given));
    }

    private static boolean isIn(Terms.Kinds wanted, Terms.Kinds given) {
        return isIn(wanted.words(), given.words(), WORDS_MIN)
                && isIn(wanted.pairs(), given.pairs(), PAIRS_MIN);
    }

    private static boolean isIn(Set<String> wanted, Set<String> given, double more) {
        return wanted.isEmpty() || Terms.share(wanted, given) > more;
    }

    static Coverage coverage(List<Reference> references, List<String> lines) {
        return new Coverage(
                references.size() - missed(references, lines).size(), references.size());
    }

    static List<Reference> missed(List<Reference> references, List<String> lines) {
        return references.stream()
                .filter(reference -> lines.stream().noneMatch(reference::isSaidBy))
                .toList();
    }
}
