package dev.supie.adapter.out.webhook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No header of a configuration can become two, or stand in for one of ours.
class ExtraHeaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "X-Api-Key", "X-Meeting", "a", "!#$%&'*+.^_`|~-0"})
    void usualNames(String name) {
        assertDoesNotThrow(() -> new ExtraHeader(name, "Bearer some thing"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "a b", "a:", "a\r\nb", "a\nb", "é", "a\u0000", "(a)", "a/b", "a,b", "a=b",
            })
    void namesThatHttpDoesNotKnow(String name) {
        assertThrows(IllegalArgumentException.class, () -> new ExtraHeader(name, "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host",
                "HOST",
                "content-length",
                "Content-Type",
                "Content-Encoding",
                "Transfer-Encoding",
                "Connection",
                "Keep-Alive",
                "TE",
                "Trailer",
                "Upgrade",
                "Expect",
                "Proxy-Connection",
                "X-Meeting-Signature",
                "x-meeting-signature-v2",
                "X-MEETING-TIMESTAMP",
                "X-Meeting-Event-Id",
                "X-Meeting-Anything",
            })
    void namesThatAreOurs(String name) {
        assertThrows(IllegalArgumentException.class, () -> new ExtraHeader(name, "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hidden\r\nX-Evil: 1",
                "hidden\n",
                "hidden\r",
                "hidden\u0000",
                "hidden\u0085",
                "hidden\u2028",
                "hidden é",
                "hidden\t",
                "hidden\u007f",
            })
    void valuesThatAreNotOneLineOfAscii(String value) {
        var refused =
                assertThrows(IllegalArgumentException.class, () -> new ExtraHeader("X-A", value));
        assertFalse(String.valueOf(refused.getMessage()).contains("hidden"));
    }

    @Test
    void limitsOfLength() {
        String name = "n".repeat(ExtraHeader.NAME_CHARS_MAX);
        String value = "v".repeat(ExtraHeader.VALUE_CHARS_MAX);
        assertDoesNotThrow(() -> new ExtraHeader(name, value));
        assertThrows(IllegalArgumentException.class, () -> new ExtraHeader(name + "n", value));
        assertThrows(IllegalArgumentException.class, () -> new ExtraHeader(name, value + "v"));
    }

    @Test
    void itsValueIsNeverShown() {
        assertEquals("Authorization: ***", new ExtraHeader("Authorization", "hidden").toString());
    }
}
