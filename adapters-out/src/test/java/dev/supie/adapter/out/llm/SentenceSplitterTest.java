package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class SentenceSplitterTest {

    @Test
    void chineseAndEnglishMarksEndSentences() {
        assertEquals(
                List.of("今天开会。", "好吗？", "We ship.", "Really?!", "定了！", "Done"),
                SentenceSplitter.sentences("今天开会。好吗？We ship. Really?! 定了！Done"));
    }

    @Test
    void pointBetweenLanguagesEndsASentence() {
        assertEquals(
                List.of("We are done.", "小周继续.", "Next"),
                SentenceSplitter.sentences("We are done.小周继续.Next"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It draws 3.2 mA at 25.5 degrees",
                "版本 2.1 比 v2.1.3 旧",
                "See https://example.com/a?b=c.d;e!f for more",
                "Write to anna.lee@example.com today",
                "Meet at 10.30 a.m. in the lab",
                "Dr. Lee and Mr. Wang agree, e.g. on the price",
                "It is No. 5 on the list",
                "1. Battery life",
                "J. Smith was there",
                "We need cables, screws, etc. before Friday",
                "So… we wait"
            })
    void pointsInsideWordsEndNothing(String sentence) {
        assertEquals(List.of(sentence), SentenceSplitter.sentences(sentence));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He said no.|Then we left.",
                "We take plan B.|It is cheaper.",
                "We need 5.|Then we ship.",
                "Cables, screws, etc.|Everything is there."
            })
    void pointsAfterWordsEndSentences(String sentences) {
        List<String> expected = List.of(sentences.split("\\|", -1));
        assertEquals(expected, SentenceSplitter.sentences(sentences.replace('|', ' ')));
    }

    @Test
    void closingQuotesStayWithTheirSentence() {
        assertEquals(
                List.of("他说：“不行。”", "(We wait.)", "Go"),
                SentenceSplitter.sentences("他说：“不行。”(We wait.) Go"));
    }

    @Test
    void talkWithoutMarksIsCutAtSpacesBelowTheWidestSentence() {
        String text = "and then we look at the numbers again ".repeat(40).strip();
        List<String> sentences = SentenceSplitter.sentences(text);
        assertTrue(sentences.size() > 1);
        assertTrue(sentences.stream().allMatch(s -> s.length() <= SentenceSplitter.WIDTH_MAX));
        assertEquals(text, String.join(" ", sentences));
    }

    @Test
    void talkWithoutAnySpaceIsCutOnACharacterBoundary() {
        List<String> sentences = SentenceSplitter.sentences("🎤".repeat(1000));
        assertEquals("🎤".repeat(1000), String.join("", sentences));
        assertTrue(sentences.stream().allMatch(s -> s.length() % 2 == 0));
    }

    @Test
    void blankTextHasNoSentences() {
        assertEquals(List.of(), SentenceSplitter.sentences(" \n\t "));
        assertEquals(List.of(), SentenceSplitter.sentences(""));
    }
}
