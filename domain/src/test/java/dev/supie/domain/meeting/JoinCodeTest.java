package dev.supie.domain.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

final class JoinCodeTest {

    @Test
    void codesAreCountedWithTheirZeros() {
        assertEquals("000000", JoinCode.of(0).digits());
        assertEquals("999999", JoinCode.of(JoinCode.COUNT - 1).digits());
        assertThrows(IllegalArgumentException.class, () -> JoinCode.of(JoinCode.COUNT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", " 123 456 ", "123-456", "1 2 3 4 5 6"})
    void whatPeopleTypeIsRead(String typed) {
        assertEquals(Optional.of(JoinCode.of(123_456)), JoinCode.read(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "12345a", "１２３４５６", "-1-2-3-4-5"})
    void anythingElseIsNoCode(String typed) {
        assertEquals(Optional.empty(), JoinCode.read(typed));
    }

    @Test
    void aCodeIsNotPutIntoALog() {
        assertEquals("******", "" + JoinCode.of(123_456));
    }
}
