package dev.supie.adapter.out.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

/// HOOK-1, compared with what OpenSSL says.
class SigningKeyTest {

    private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    private final SigningKey key = new SigningKey("topsecret");

    @Test
    void theFirstSignatureIsOverTheBody() {
        assertEquals(
                "sha256=bf1e6501b7fa928ec2391fea9dd90af3c9ad1b7b1ef6ff319c25940cec746bf8",
                key.signature(BODY));
    }

    @Test
    void theSecondIsOverTimestampDotBody() {
        assertEquals(
                "sha256=460c78f53171982b00c6db3b3b2e68fab3769c39a1a51d525c239e527c3167e8",
                key.signature("1795251600", BODY));
    }

    @Test
    void itIsNeverShown() {
        assertEquals("***", key.toString());
    }

    @Test
    void anEmptyOneIsNone() {
        assertThrows(IllegalArgumentException.class, () -> new SigningKey(""));
    }
}
