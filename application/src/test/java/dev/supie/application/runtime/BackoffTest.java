package dev.supie.application.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class BackoffTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1, 1",
        "2, 2",
        "3, 4",
        "4, 8",
        "5, 16",
        "6, 30",
        "7, 30",
        "2147483647, 30"
    })
    void growsToItsLimit(int failures, long seconds) {
        assertEquals(Duration.ofSeconds(seconds), Backoff.after(failures));
    }
}
