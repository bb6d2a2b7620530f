package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenTest {

    private final AccessToken token = new AccessToken("s3cret");

    @Test
    void onlyTheSecretItselfMatches() {
        assertTrue(token.matches("s3cret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s3cre", "s3cret ", "S3cret", "s3cretx"})
    void nothingElseMatches(String presented) {
        assertFalse(token.matches(presented));
    }

    @Test
    void textFormHidesTheSecret() {
        assertEquals("AccessToken[***]", token.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void blankSecretIsRefused(String secret) {
        assertThrows(IllegalArgumentException.class, () -> new AccessToken(secret));
    }
}
