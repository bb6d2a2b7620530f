package dev.supie.domain.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.domain.archive.SearchTerms.Occurrence;
import dev.supie.domain.archive.SearchTerms.Reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// REST-1: what a question is read as, and where it is found.
class SearchTermsTest {

    private static SearchTerms terms(String question) {
        return assertInstanceOf(Reading.Understood.class, SearchTerms.read(question)).terms();
    }

    private static void assertRefused(String question, String reason) {
        assertEquals(new Reading.Refused(reason), SearchTerms.read(question));
    }

    @Test
    void wordsAreSeparatedByAnySpace() {
        assertEquals(List.of("预算", "budget"), terms(" 预算\u3000\n Budget ").terms());
    }

    @Test
    void aWordGivenTwiceIsOne() {
        assertEquals(List.of("budget", "q3"), terms("Budget q3 BUDGET Ｑ３").terms());
    }

    @Test
    void quotesKeepWordsTogether() {
        assertEquals(List.of("ship it", "on"), terms("\"Ship   it \" on").terms());
        assertEquals(List.of("open", "end"), terms("\"open end").terms());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u3000", "\"\"", "\" \"", "\""})
    void nothingToLookForIsRefused(String question) {
        assertRefused(question, "must say what to look for");
    }

    @Test
    void aQuestionHasALimit() {
        assertEquals(1, terms("a".repeat(SearchTerms.LENGTH_MAX)).terms().size());
        assertRefused("a".repeat(SearchTerms.LENGTH_MAX + 1), "must be at most 200 characters");
    }

    @Test
    void wordsHaveALimit() {
        assertEquals(SearchTerms.TERMS_MAX, terms("a b c d e f g h").terms().size());
        assertRefused("a b c d e f g h i", "must have at most 8 different words");
    }

    @ParameterizedTest
    @CsvSource({
        "budget, The BUDGETS of Q3, 4, 10",
        "预算, 下周审批预算吗, 4, 6",
        "q3, 第Ｑ３季度, 1, 3",
        "％, 五%, 1, 2",
        "100%, a 100% b, 2, 6",
        "a_b, aXb a_b, 4, 7",
        "a\\b, x a\\b, 2, 5",
        "straße, Die STRAßE, 4, 10"
    })
    void aWordIsAPartOfTheTextInAnyCaseAndWidth(String word, String text, int start, int end) {
        assertEquals(List.of(new Occurrence(0, start, end)), terms(word).in(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", ".*", "[a-z]", "' OR 1=1 --", "\\"})
    void nothingIsAPattern(String word) {
        assertEquals(List.of(), terms("\"" + word + "\"").in("anything at all"));
    }

    @Test
    void findsAreInTheOrderOfTheText() {
        assertEquals(
                List.of(new Occurrence(1, 0, 2), new Occurrence(0, 3, 5), new Occurrence(1, 5, 7)),
                terms("aa bb").in("bb aabb"));
    }

    @Test
    void findsOfOneWordDoNotOverlap() {
        assertEquals(
                List.of(new Occurrence(0, 0, 2), new Occurrence(0, 2, 4)), terms("aa").in("aaaaa"));
    }

    @Test
    void comparingMovesNoCharacter() {
        // Lower-casing this letter as a word would make it two characters.
        assertEquals(List.of(new Occurrence(0, 3, 4)), terms("x").in("İ🚀x"));
    }
}
