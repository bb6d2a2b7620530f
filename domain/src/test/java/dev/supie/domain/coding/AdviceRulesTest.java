package dev.supie.domain.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.domain.coding.log.LogLine;
import dev.supie.domain.coding.log.LogWindow;
import dev.supie.domain.meeting.Language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.stream.IntStream;

/// COD-4: what is left of what a model says.
final class AdviceRulesTest {

    private static final LogWindow WINDOW =
            LogWindow.EMPTY.with(List.of(new LogLine("one two three four", true)), 200);

    private static Advice cleaned(List<String> insights) {
        return new AdviceRules(WINDOW, 5)
                .cleaned(new Advice(insights, insights, insights, insights));
    }

    @Test
    void eachListHasItsLimit() {
        Advice advice =
                cleaned(IntStream.range(0, 100).mapToObj(number -> "item " + number).toList());

        assertEquals(List.of("item 0", "item 1", "item 2", "item 3", "item 4"), advice.insights());
        assertEquals(Advice.RISKS_MAX, advice.risks().size());
        assertEquals(Advice.ACTIONS_MAX, advice.actions().size());
        assertEquals(Advice.NEXT_STEPS_MAX, advice.nextSteps().size());
    }

    @Test
    void itemsAreOnOneLineDistinctAndNotBlank() {
        assertEquals(
                List.of("a b", "c"),
                cleaned(List.of("a\nb", " ", "a b", "\u001B[1mc\u001B[0m\u202E")).insights());
    }

    @Test
    void anItemThatRepeatsALineIsRemoved() {
        assertEquals(
                List.of("three of them"),
                cleaned(List.of("It says: one two three four.", "three of them")).insights());
    }

    @Test
    void aLongItemIsCutAndASecretIsMasked() {
        assertEquals(
                List.of("x".repeat(Advice.ITEM_CHARS_MAX), "use password=***"),
                cleaned(List.of("x".repeat(500), "use password=hunter2")).insights());
    }

    @ParameterizedTest
    @EnumSource(Wording.class)
    void whateverTheRulesSayTheySayInBothLanguages(Wording wording) {
        Object[] names = {1, 2, 3};
        if (wording.in(Language.EN, names).equals(wording.in(Language.EN, 4, 5, 6))) {
            names = new Object[0];
        }

        assertEquals(Language.EN, Language.of(wording.in(Language.EN, names)));
        assertEquals(Language.ZH, Language.of(wording.in(Language.ZH, names)));
        assertEquals(
                digits(wording.in(Language.EN, names)), digits(wording.in(Language.ZH, names)));
    }

    private static long digits(String text) {
        return text.chars().filter(Character::isDigit).count();
    }
}
