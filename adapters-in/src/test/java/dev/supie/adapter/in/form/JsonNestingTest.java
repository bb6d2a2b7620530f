package dev.supie.adapter.in.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonNestingTest {

    private static final int MAX = JsonNesting.DEPTH_MAX;

    private static String nested(String opening, String inside, String closing, int depth) {
        return opening.repeat(depth) + inside + closing.repeat(depth);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[ | ]", "{\"a\": | }", "[ | ''", "{\"a\\\"}\": | }", "{\"[\": | }"})
    void theLimitIsAllowedAndOneMoreIsNot(String opening, String closing) {
        String close = closing == null ? "" : closing;
        assertEquals(false, JsonNesting.isTooDeep(nested(opening, "1", close, MAX)));
        assertEquals(true, JsonNesting.isTooDeep(nested(opening, "1", close, MAX + 1)));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "5000"})
    void whatIsSaidOrClosedDoesNotCount(int times) {
        assertEquals(false, JsonNesting.isTooDeep("\"" + "[".repeat(times) + "\""));
        assertEquals(false, JsonNesting.isTooDeep("[" + "[],".repeat(times) + "1]"));
        assertEquals(false, JsonNesting.isTooDeep("\"\\\"" + "{".repeat(times) + "\""));
    }
}
