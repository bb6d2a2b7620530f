package dev.supie.adapter.in.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HexFormat;

class ClosePayloadTest {

    @Test
    void nothingIsACloseWithoutACode() {
        assertEquals(new Inbound.Close(CloseCodes.NO_CODE, ""), ClosePayload.parse(new byte[0]));
        assertEquals(0, ClosePayload.of(CloseCodes.NO_CODE, "ignored").length);
    }

    @Test
    void aCodeAndAReasonComeBackAsTheyWent() {
        assertEquals(
                new Inbound.Close(4001, "被替换"), ClosePayload.parse(ClosePayload.of(4001, "被替换")));
    }

    @Test
    void oneByteIsNotACode() {
        assertViolation(CloseCodes.PROTOCOL_ERROR, "03");
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1003, 1007, 1014, 3000, 4999})
    void acceptsTheCodesAtTheEdges(int code) {
        assertEquals(new Inbound.Close(code, ""), ClosePayload.parse(ClosePayload.of(code, "")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999, 1004, 1005, 1006, 1015, 2999, 5000, 65535})
    void refusesTheCodesBeyondTheEdges(int code) {
        assertViolation(CloseCodes.PROTOCOL_ERROR, "%04x".formatted(code));
    }

    @Test
    void aReasonMustBeWholeUtf8() {
        assertViolation(CloseCodes.INVALID_TEXT, "03e8ff");
        assertViolation(CloseCodes.INVALID_TEXT, "03e8c3");
    }

    @Test
    void cutsALongReasonAtACharacter() {
        assertEquals(123, reasonBytes("a".repeat(123)));
        assertEquals(123, reasonBytes("a".repeat(124)));
        assertEquals(123, reasonBytes("中".repeat(42)));
        assertEquals(122, reasonBytes("é".repeat(62)));
        assertEquals(121, reasonBytes("a" + "🙂".repeat(31)));
    }

    private static int reasonBytes(String reason) {
        byte[] payload = ClosePayload.of(1000, reason);
        Inbound.Close parsed = assertInstanceOf(Inbound.Close.class, ClosePayload.parse(payload));
        assertEquals(true, reason.startsWith(parsed.reason()));
        return parsed.reason().getBytes(UTF_8).length;
    }

    private static void assertViolation(int code, String payloadInHex) {
        Inbound.Violation violation =
                assertInstanceOf(
                        Inbound.Violation.class,
                        ClosePayload.parse(HexFormat.of().parseHex(payloadInHex)));
        assertEquals(code, violation.code());
        assertEquals(true, violation.insideClose());
    }
}
