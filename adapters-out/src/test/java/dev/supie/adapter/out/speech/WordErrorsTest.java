package dev.supie.adapter.out.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordErrorsTest {

    private final WordErrors errors = new WordErrors();

    @ParameterizedTest
    @CsvSource({
        "ask what you can do, ask what you can do, 0",
        "ask what you can do, ask which you can do, 1",
        "ask what you can do, ask you can do, 1",
        "ask what you can do, ask what what you can do, 1",
        "ask what you can do, do can you what ask, 4",
        "ask what you can do, '', 5",
        "one, 1, 1",
    })
    void aWordIsReplacedLeftOutOrAdded(String said, String understood, int wrong) {
        assertEquals(wrong, errors.add(said, understood));
    }

    @Test
    void caseAndPunctuationDoNotCount() {
        assertEquals(
                0,
                errors.add(
                        "He wasn’t ill-disposed, Mr. Dashwood!",
                        "he wasn't ill disposed mr dashwood"));
    }

    @Test
    void theRateIsThatOfAllRecordings() {
        errors.add("one two three four", "one two three for");
        errors.add("five six seven eight nine ten", "five six seven eight nine ten");

        assertEquals(10, errors.words());
        assertEquals(1, errors.errors());
        assertEquals(0.1, errors.rate());
    }

    @Test
    void nothingSaidIsNothingWrong() {
        assertEquals(0, errors.rate());
    }
}
