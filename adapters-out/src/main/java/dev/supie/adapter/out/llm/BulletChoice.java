package dev.supie.adapter.out.llm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Chooses the sentences that stand for the whole: each worth most by rank and cues, none close in
/// words or time to those already chosen (maximal marginal relevance).
final class BulletChoice {

    private static final double WORTH_SHARE = 0.75;
    private static final double NEARNESS_SHARE = 0.25;

    private static final double DECISION_BOOST = 1.3;

    /// Small, as actions and risks stand in lists of their own beside the bullets.
    private static final double LISTED_BOOST = 1.1;

    private static final double NUMBER_BOOST = 1.2;
    private static final double OPENING_BOOST = 1.15;
    private static final int OPENING_SENTENCES = 2;
    private static final double QUESTION_PENALTY = 0.7;
    private static final double TURN_PENALTY = 0.6;
    private static final double SHORT_PENALTY = 0.5;

    /// What leans on the sentence before it is hard to understand alone.
    private static final double LEANING_PENALTY = 0.8;

    private static final int SHORT_TOKENS = 4;

    /// The opening and the end of a meeting are its first and last part of this many.
    private static final int PARTS = 8;

    private final List<Sentence> sentences;
    private final SentenceGraph graph;
    private final double[] worth;
    private final List<Integer> chosen = new ArrayList<>();
    private double sparsest = 1;

    /// @param sentences in the order of the meeting
    BulletChoice(List<Sentence> sentences) {
        this.sentences = sentences;
        this.graph = SentenceGraph.of(sentences.stream().map(Sentence::tokens).toList());
        this.worth = worth();
    }

    /// Takes what the notes have already as chosen, and gives the best `limit` new sentences.
    /// Beside notes, questions and fillers are not worth a line.
    List<Sentence> beyondTheNotes(int limit) {
        spaceOut(limit);
        indices(Sentence::noted).forEach(chosen::add);
        int noted = chosen.size();
        fill(
                candidates(sentence -> !sentence.noted() && (noted == 0 || sentence.isRemark())),
                noted + limit);
        return inOrder(chosen.subList(noted, chosen.size()));
    }

    /// The best `limit` sentences; if there are that many to choose from, one is from the opening
    /// of the meeting, one from its middle and one from its end.
    List<Sentence> ofTheWholeMeeting(int limit) {
        spaceOut(limit);
        List<Integer> candidates = candidates(_ -> true);
        if (candidates.size() > limit && limit >= 3) {
            chooseFromPart(candidates, 0, 1);
            chooseFromPart(candidates, PARTS - 1, PARTS);
            chooseFromPart(candidates, PARTS / 2 - 1, PARTS / 2 + 1);
        }
        fill(candidates, limit);
        return inOrder(chosen);
    }

    private void spaceOut(int limit) {
        if (!sentences.isEmpty()) {
            double span = sentences.getLast().segment() - sentences.getFirst().segment();
            sparsest = Math.max(1, span / limit);
        }
    }

    /// The sentences of the best kind there is: statements, or remarks, questions, at last fillers.
    private List<Integer> candidates(Predicate<Sentence> scope) {
        List<Predicate<Sentence>> kinds =
                List.of(Sentence::isStatement, Sentence::isRemark, Sentence::isTalk, _ -> true);
        for (Predicate<Sentence> kind : kinds) {
            List<Integer> found = indices(scope.and(kind));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<Integer> indices(Predicate<Sentence> scope) {
        return IntStream.range(0, sentences.size())
                .filter(i -> scope.test(sentences.get(i)))
                .boxed()
                .toList();
    }

    private void chooseFromPart(List<Integer> candidates, int from, int to) {
        double first = sentences.get(candidates.getFirst()).segment();
        double span = sentences.get(candidates.getLast()).segment() - first;
        List<Integer> part =
                candidates.stream()
                        .filter(i -> sentences.get(i).segment() >= first + span * from / PARTS)
                        .filter(i -> sentences.get(i).segment() <= first + span * to / PARTS)
                        .filter(i -> !chosen.contains(i))
                        .toList();
        fill(part, chosen.size() + 1);
    }

    private void fill(List<Integer> candidates, int limit) {
        List<Integer> left = new ArrayList<>(candidates);
        left.removeAll(chosen);
        while (chosen.size() < limit && !left.isEmpty()) {
            Integer best = left.getFirst();
            for (Integer candidate : left) {
                if (value(candidate) > value(best)) {
                    best = candidate;
                }
            }
            chosen.add(best);
            left.removeAll(List.of(best));
        }
    }

    private double value(int candidate) {
        double nearest = 0;
        for (int other : chosen) {
            nearest = Math.max(nearest, graph.similarity(candidate, other));
            nearest = Math.max(nearest, nearness(candidate, other));
        }
        return WORTH_SHARE * worth[candidate] - NEARNESS_SHARE * nearest;
    }

    /// 1 for sentences of one segment, 0 from an even spread on.
    private double nearness(int one, int other) {
        long gap = Math.abs(sentences.get(one).segment() - sentences.get(other).segment());
        return Math.max(0, 1 - gap / sparsest);
    }

    private List<Sentence> inOrder(List<Integer> indices) {
        return indices.stream().sorted(Comparator.naturalOrder()).map(sentences::get).toList();
    }

    /// Between 0 and 1. Noted lines are compared among themselves: in the graph they are few beside
    /// a full window, but each of them was once the best of one.
    private double[] worth() {
        double[] ranks = graph.ranks();
        double[] worth = new double[ranks.length];
        for (int i = 0; i < ranks.length; i++) {
            worth[i] = ranks[i] * weight(i);
        }
        for (boolean noted : new boolean[] {true, false}) {
            List<Integer> group = indices(sentence -> sentence.noted() == noted);
            double highest = group.stream().mapToDouble(i -> worth[i]).max().orElse(1);
            group.forEach(i -> worth[i] /= highest);
        }
        return Arrays.copyOf(worth, worth.length);
    }

    private double weight(int index) {
        Sentence sentence = sentences.get(index);
        Cues cues = sentence.cues();
        double weight = index < OPENING_SENTENCES ? OPENING_BOOST : 1;
        weight *= cues.decision() > 0 ? DECISION_BOOST : 1;
        weight *= cues.action() + cues.risk() > 0 ? LISTED_BOOST : 1;
        weight *= sentence.hasNumber() ? NUMBER_BOOST : 1;
        weight *= cues.turn() ? TURN_PENALTY : 1;
        weight *= sentence.leans() ? LEANING_PENALTY : 1;
        weight *= cues.question() ? QUESTION_PENALTY : 1;
        weight *= sentence.tokens().size() < SHORT_TOKENS ? SHORT_PENALTY : 1;
        return weight;
    }
}
