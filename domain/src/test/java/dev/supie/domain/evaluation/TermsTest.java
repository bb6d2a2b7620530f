package dev.supie.domain.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Set;

/// How texts are made comparable.
final class TermsTest {

    @ParameterizedTest
    @CsvSource({
        "The report is DONE., report done!",
        "ｒｅｐｏｒｔ １２, report 12",
        "He reported the tests, reporting test",
        "'预算，通过', '预算（通过）'"
    })
    void marksCapitalsWidthAndEndingsDoNotMatter(String one, String other) {
        assertEquals(Terms.of(one), Terms.of(other));
    }

    @Test
    void chineseIsComparedByPairsThatStandTogether() {
        assertEquals(Set.of("预算", "算表", "周五"), Terms.of("预算表，周五"));
    }

    @Test
    void languagesDoNotMakePairsWithEachOther() {
        assertEquals(Set.of("发布", "v2"), Terms.of("发布v2好"));
    }

    @Test
    void wordsThatCarryNothingDoNotCount() {
        assertEquals(Set.of(), Terms.of("It is the."));
        assertEquals(Set.of(), Terms.of("。！ …"));
    }

    @Test
    void theSequenceKeepsEveryWordAndIdeograph() {
        assertEquals(List.of("the", "预", "算", "is", "3", "5"), Terms.sequence("The 预算 is 3.5!"));
    }

    @Test
    void aShareIsOfWhatIsWanted() {
        assertEquals(0.5, Terms.share(Set.of("a", "b"), Set.of("b", "c", "d")));
        assertEquals(1, Terms.share(Set.of("b"), Set.of("b", "c", "d")));
        assertEquals(0, Terms.share(Set.of(), Set.of("b")));
    }
}
