package dev.supie.domain.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// When minutes count as saying what they should say.
final class ReferenceTest {

    private static final Reference ENGLISH =
            new Reference(List.of("Ana sends the contract to the customer by Friday"));
    private static final Reference CHINESE = new Reference(List.of("张伟下周三前提交测试报告"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana sends the contract to the customer by Friday",
                "Ana: send contract to customer (Friday)",
                "By Friday Ana will have sent the signed contract to our customer.",
                "ANA SENDING CONTRACTS, customer, fri, Friday"
            })
    void otherWordsAroundItDoNotMatter(String line) {
        assertTrue(ENGLISH.isSaidBy(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana calls the customer on Friday",
                "Ben sends the invoice to the customer",
                "The contract is long.",
                ""
            })
    void nameDateAndThingOfSomethingElseAreNotEnough(String line) {
        assertFalse(ENGLISH.isSaidBy(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"张伟下周三前提交测试报告", "张伟：下周三前提交测试报告。", "测试报告由张伟在下周三前提交"})
    void chineseNeedsNoDictionary(String line) {
        assertTrue(CHINESE.isSaidBy(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"张伟下周三约客户", "李娜提交测试报告", "测试报告"})
    void chineseCanBeWrongToo(String line) {
        assertFalse(CHINESE.isSaidBy(line));
    }

    @Test
    void oneWordingIsEnough() {
        Reference both = new Reference(List.of("Frankfurt is chosen", "选择法兰克福机房"));

        assertTrue(both.isSaidBy("我们选择法兰克福机房"));
        assertTrue(both.isSaidBy("Chosen: Frankfurt"));
    }

    @Test
    void eachIsCountedOnceHoweverOftenItIsSaid() {
        List<Reference> two = List.of(ENGLISH, CHINESE);
        List<String> lines =
                List.of(
                        "Ana sends the contract to the customer",
                        "Ana sends the customer contract");

        assertEquals(new Coverage(1, 2), Reference.coverage(two, lines));
        assertEquals(List.of(CHINESE), Reference.missed(two, lines));
        assertEquals(new Coverage(0, 2), Reference.coverage(two, List.of()));
    }

    @Test
    void whatHasNothingToCompareIsNoReference() {
        assertThrows(IllegalArgumentException.class, () -> new Reference(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Reference(List.of("good", "…")));
    }

    @Test
    void percentAreRoundedDown() {
        assertEquals(66, new Coverage(2, 3).percent());
        assertEquals(99, new Coverage(199, 200).percent());
        assertEquals(100, Coverage.NONE.percent());
        assertThrows(IllegalArgumentException.class, () -> new Coverage(2, 1));
    }
}
