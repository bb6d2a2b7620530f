package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.out.service.TestTiming;

import org.junit.jupiter.api.Test;

/// Chance as it is outside of tests.
class SurroundingsTest {

    private final Surroundings real = Surroundings.real(() -> TestTiming.START);

    @Test
    void noncesAreLongAndNeverTheSame() {
        String nonce = real.nonces().get();
        assertAll(
                () -> assertTrue(nonce.matches("[0-9a-f]{32}"), nonce),
                () -> assertNotEquals(nonce, real.nonces().get()));
    }
}
