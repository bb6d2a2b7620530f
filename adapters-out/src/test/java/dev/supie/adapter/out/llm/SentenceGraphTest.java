package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

class SentenceGraphTest {

    private static SentenceGraph graph(String... sentences) {
        return SentenceGraph.of(
                List.of(sentences).stream().map(text -> Tokens.of(Words.of(text))).toList());
    }

    @Test
    void sameTermsAreAsSimilarAsCanBe() {
        SentenceGraph graph =
                graph("The badge battery lasts", "Battery of badges lasted", "电池续航", "Lunch menu");
        assertEquals(1, graph.similarity(0, 1), 1e-9);
        assertEquals(0, graph.similarity(0, 3), 1e-9);
        assertEquals(graph.similarity(0, 2), graph.similarity(2, 0), 1e-9);
    }

    @Test
    void sentenceThatMostOthersResembleRanksHighest() {
        double[] ranks = graph("电池续航不够", "电池续航和升级", "升级失败两次", "升级和电池续航一起看", "食堂午饭涨价").ranks();
        assertEquals(1, Math.max(ranks[1], ranks[3]), 1e-9);
        assertTrue(ranks[4] < ranks[0]);
    }

    @Test
    void nothingHasNoRanks() {
        assertEquals(0, graph().ranks().length);
        assertEquals(1, graph("嗯").ranks()[0], 1e-9);
    }
}
