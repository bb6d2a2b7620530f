package dev.supie.domain.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// MSG-10.
final class CloseCodeTest {

    /// RFC 6455: a control frame holds 125 bytes, two of them are the code.
    private static final int REASON_BYTES_MAX = 123;

    @ParameterizedTest
    @CsvSource({
        "NORMAL, 1000, ON_USE",
        "SHUTTING_DOWN, 1001, AFTER_RANDOM_DELAY",
        "PROTOCOL_ERROR, 1002, ON_USE",
        "INVALID_TEXT, 1007, ON_USE",
        "TOO_LARGE, 1009, ON_USE",
        "INTERNAL_ERROR, 1011, AFTER_RANDOM_DELAY",
        "REPLACED, 4001, NEVER",
        "UNAUTHORISED, 4003, NEVER",
        "TOO_SLOW, 4008, AFTER_RANDOM_DELAY",
        "IDLE, 4009, ON_USE",
        "KICKED, 4010, AFTER_RANDOM_DELAY"
    })
    void eachCodeSaysWhetherToComeBack(CloseCode code, int number, CloseCode.Reconnect advice) {
        assertEquals(number, code.code());
        assertEquals(advice, code.reconnect());
    }

    @Test
    void theTableIsComplete() {
        assertEquals(11, CloseCode.values().length);
    }

    @Test
    void noNumberIsUsedTwice() {
        long numbers =
                Arrays.stream(CloseCode.values()).mapToInt(CloseCode::code).distinct().count();

        assertEquals(CloseCode.values().length, numbers);
    }

    @ParameterizedTest
    @EnumSource(CloseCode.class)
    void theReasonFitsIntoACloseFrame(CloseCode code) {
        assertTrue(!code.reason().isBlank());
        assertTrue(code.reason().getBytes(StandardCharsets.UTF_8).length <= REASON_BYTES_MAX);
    }
}
