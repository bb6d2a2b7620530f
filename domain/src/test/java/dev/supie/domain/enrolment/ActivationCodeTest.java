package dev.supie.domain.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

/// T06: six digits, as people type them; and what of secrets may be seen.
final class ActivationCodeTest {

    @ParameterizedTest
    @CsvSource({"0, 000000", "42, 000042", "999999, 999999"})
    void everyNumberHasSixDigits(int number, String digits) {
        assertEquals(digits, ActivationCode.of(number).digits());
    }

    @Test
    void thereAreAMillionAndNoMore() {
        assertThrows(IllegalArgumentException.class, () -> ActivationCode.of(ActivationCode.COUNT));
        assertThrows(IllegalArgumentException.class, () -> ActivationCode.of(-1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", " 123456\n", "123 456", "123-456", "1 2 3 4 5 6"})
    void whatPeopleTypeIsRead(String typed) {
        assertEquals(Optional.of(new ActivationCode("123456")), ActivationCode.read(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "12345x", "94:a9:90:00:00:01", "１２３４５６"})
    void anythingElseIsNoCode(String typed) {
        assertEquals(Optional.empty(), ActivationCode.read(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "GGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGG"})
    void malformedPartsAreNeverBuilt(String text) {
        Fingerprint token = new Fingerprint("a".repeat(64));
        assertThrows(IllegalArgumentException.class, () -> new Challenge(text));
        assertThrows(IllegalArgumentException.class, () -> new Fingerprint(text));
        assertThrows(IllegalArgumentException.class, () -> new Grant(text, token));
    }

    @Test
    void aGrantIsNotShown() {
        assertFalse(EnrolmentExamples.APPROVED.toString().contains("aaaaaaaaa"));
    }
}
