package dev.supie.domain.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What becomes of turns that are no longer remembered word by word (CHAT-1).
final class MemoryTest {

    private static final Memory NOTED = new Memory(List.of(), List.of("a", "b", "c"));

    /// With as many turns as are remembered word by word.
    private static Memory full(String firstQuestion) {
        List<Exchange> turns = new ArrayList<>();
        turns.add(new Exchange(firstQuestion, "first answer"));
        for (int i = 1; i < Memory.TURNS_MAX; i++) {
            turns.add(new Exchange("question " + i, "answer " + i));
        }
        return new Memory(turns, List.of("before"));
    }

    @Test
    void theTurnThatLeavesIsTheOneThatIsNotedNext() {
        Memory memory = full("first");
        assertEquals(Optional.of(new Exchange("first", "first answer")), memory.leaving());
        Memory next = memory.with(new Exchange("new", "answer"));
        assertEquals(List.of("before", "first"), next.notes());
        assertEquals(Optional.of(new Exchange("question 1", "answer 1")), next.leaving());
    }

    @Test
    void noneLeavesWhileThereIsRoom() {
        Memory memory = full("first");
        Memory shorter = new Memory(memory.turns().subList(1, Memory.TURNS_MAX), List.of());
        assertEquals(Optional.empty(), shorter.leaving());
        assertEquals(Optional.empty(), Memory.NOTHING.leaving());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "\u0007"})
    void oneOfWhichNothingWouldBeNotedDoesNotCount(String question) {
        Memory memory = full(question);
        assertEquals(Optional.empty(), memory.leaving());
        assertEquals(List.of("before"), memory.with(new Exchange("new", "answer")).notes());
    }

    @ParameterizedTest
    @CsvSource({"0, a b better", "1, a better c", "2, better b c", "3, a b c", "20, a b c"})
    void aBetterNoteTakesThePlaceOfTheOneThatIsMeant(int newer, String notes) {
        assertEquals(List.of(notes.split(" ")), NOTED.withBetter("better", newer).notes());
    }

    @Test
    void theTurnsStayAsTheyAre() {
        Memory memory = full("first");
        assertEquals(memory.turns(), memory.withBetter("better", 0).turns());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "\u0000\u0007"})
    void whatSaysNothingIsNotBetter(String text) {
        assertSame(NOTED, NOTED.withBetter(text, 0));
    }

    @Test
    void whatIsTooLongIsNotBetter() {
        String longest = "n".repeat(Memory.NOTE_CHARS_MAX);
        assertEquals(longest, NOTED.withBetter(longest, 0).notes().getLast());
        assertSame(NOTED, NOTED.withBetter(longest + "n", 0));
    }

    @Test
    void aNoteIsOneLineWithoutControlCharacters() {
        assertEquals(Optional.of("one two"), Memory.note(" one \r\n\ttwo\u0007\u2028"));
        String padded = " ".repeat(500) + "fits" + "\u0000".repeat(500);
        assertEquals(Optional.of("fits"), Memory.note(padded));
    }

    @Test
    void nothingIsBetterThanWhatIsForgotten() {
        assertSame(Memory.NOTHING, Memory.NOTHING.withBetter("better", 0));
    }
}
