package dev.supie.bootstrap.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

final class HearingTest {

    private final Hearing hearing = new Hearing();

    private String add(String who, String said, String understood, int millis) {
        return hearing.add(
                new SpokenTurn(who, List.of(), said), understood, Duration.ofMillis(millis));
    }

    @Test
    void everySpeakerIsCountedAndAllTogether() {
        assertEquals(
                "1 of 5 words wrong, text 120 ms after listen stop",
                add("Reader", "one two three four five", "one too three four five", 120));
        add("President", "six seven eight nine ten", "Six, seven, eight, nine, ten.", 80);

        assertEquals(
                List.of(
                        "Reader       5 words,  1 wrong: word error rate 20.0 %",
                        "President    5 words,  0 wrong: word error rate 0.0 %",
                        "together    10 words,  1 wrong: word error rate 10.0 %",
                        "text after listen stop: 100 ms on average, 120 ms at most (LIS-4: 1000 ms)"),
                hearing.lines());
        assertTrue(hearing.isGood());
    }

    @Test
    void mishearingEveryFourthWordIsNotGood() {
        add("Reader", "one two three four", "one two three for", 10);

        assertFalse(hearing.isGood());
    }

    @Test
    void hearingNobodyIsNotGood() {
        assertFalse(hearing.isGood());
        assertEquals(2, hearing.lines().size());
    }
}
