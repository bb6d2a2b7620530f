package dev.supie.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "port, port, 0",
        "prot, port, 1",
        "prt, port, 1",
        "portt, port, 1",
        "pxrt, port, 1",
        "'', port, 4",
        "abc, xyz, 3"
    })
    void countsLettersToChange(String from, String to, int distance) {
        assertEquals(distance, Nearest.distance(from, to));
        assertEquals(distance, Nearest.distance(to, from));
    }
}
