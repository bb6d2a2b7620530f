package dev.supie.adapter.out.llm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How sentences resemble each other, and which of them stand for the rest.
///
/// Similarity is the cosine of TF-IDF vectors; rank is TextRank over it. Work and memory grow with
/// the square of the number of sentences, so the caller limits that; see [Passage#SENTENCES_MAX].
final class SentenceGraph {

    private static final double DAMPING = 0.85;
    private static final int ITERATIONS = 40;

    private final double[][] similarity;

    private SentenceGraph(double[][] similarity) {
        this.similarity = similarity;
    }

    static SentenceGraph of(List<List<String>> tokensOfSentences) {
        int count = tokensOfSentences.size();
        double[][] similarity = new double[count][count];
        for (List<Posting> postings : weighed(tokensOfSentences).values()) {
            for (Posting one : postings) {
                for (Posting other : postings) {
                    similarity[one.sentence][other.sentence] += one.weight * other.weight;
                }
            }
        }
        return new SentenceGraph(similarity);
    }

    /// 0 if the two have no term in common, 1 if they have the same terms.
    double similarity(int one, int other) {
        return similarity[one][other];
    }

    /// One rank for each sentence, all between 0 and 1; the highest is 1 unless there are none.
    double[] ranks() {
        int count = similarity.length;
        double[] strength = new double[count];
        for (int i = 0; i < count; i++) {
            strength[i] = Arrays.stream(similarity[i]).sum() - similarity[i][i];
        }
        double[] rank = new double[count];
        Arrays.fill(rank, 1.0);
        for (int round = 0; round < ITERATIONS; round++) {
            rank = nextRank(rank, strength);
        }
        double highest = Arrays.stream(rank).max().orElse(1.0);
        return Arrays.stream(rank).map(value -> value / highest).toArray();
    }

    private double[] nextRank(double[] rank, double[] strength) {
        int count = rank.length;
        double[] next = new double[count];
        Arrays.fill(next, 1 - DAMPING);
        for (int from = 0; from < count; from++) {
            if (strength[from] <= 0) {
                continue;
            }
            double share = DAMPING * rank[from] / strength[from];
            for (int to = 0; to < count; to++) {
                if (to != from) {
                    next[to] += share * similarity[from][to];
                }
            }
        }
        return next;
    }

    /// For each term, the sentences that have it, with its share of that sentence's unit vector.
    private static Map<String, List<Posting>> weighed(List<List<String>> tokensOfSentences) {
        Map<String, List<Posting>> byTerm = new LinkedHashMap<>();
        for (int i = 0; i < tokensOfSentences.size(); i++) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            tokensOfSentences.get(i).forEach(token -> counts.merge(token, 1, Integer::sum));
            for (Map.Entry<String, Integer> count : counts.entrySet()) {
                byTerm.computeIfAbsent(count.getKey(), _ -> new ArrayList<>())
                        .add(new Posting(i, count.getValue()));
            }
        }
        double[] squares = new double[tokensOfSentences.size()];
        for (List<Posting> postings : byTerm.values()) {
            double rarity = Math.log(1 + (double) tokensOfSentences.size() / postings.size());
            for (Posting posting : postings) {
                posting.weight *= rarity;
                squares[posting.sentence] += posting.weight * posting.weight;
            }
        }
        for (List<Posting> postings : byTerm.values()) {
            for (Posting posting : postings) {
                posting.weight /= Math.sqrt(squares[posting.sentence]);
            }
        }
        return byTerm;
    }

    private static final class Posting {
        private final int sentence;
        private double weight;

        Posting(int sentence, double weight) {
            this.sentence = sentence;
            this.weight = weight;
        }
    }
}
