package dev.supie.adapter.out.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Random;
import java.util.stream.IntStream;

/// T06: codes are drawn evenly from all there are.
class RandomChanceTest {

    private final RandomChance chance = new RandomChance(new Random(7));

    @Test
    void codesOfEveryTenthComeUp() {
        long tenths =
                IntStream.range(0, 200)
                        .map(_ -> chance.code().digits().charAt(0))
                        .distinct()
                        .count();

        assertEquals(10, tenths);
    }

    @Test
    void challengesAndSeedsDiffer() {
        assertNotEquals(chance.challenge(), chance.challenge());
        assertNotEquals(chance.seed(), chance.seed());
        assertTrue(chance.seed().matches("[0-9a-f]{32}"));
    }
}
