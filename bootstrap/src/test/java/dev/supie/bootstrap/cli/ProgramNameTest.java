package dev.supie.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people are told to type is what a shell takes for this program.
class ProgramNameTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "./supie, ./supie",
                "/opt/supie/bin/supie, /opt/supie/bin/supie",
                "/my place/supie, '/my place/supie'",
                ", supie",
                "\"\", supie"
            })
    void isAsItWasCalled(@Nullable String called, String name) {
        assertEquals(name, ProgramName.of(called));
    }
}
