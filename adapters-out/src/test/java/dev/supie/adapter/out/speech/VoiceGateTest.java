package dev.supie.adapter.out.speech;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class VoiceGateTest {

    private final VoiceGate gate = new VoiceGate();

    @Test
    void itTakesHalfToOpenAndAThirdToStayOpen() {
        assertFalse(gate.pass(0.49f));
        assertTrue(gate.pass(0.5f));
        assertTrue(gate.pass(0.35f));
        assertFalse(gate.pass(0.34f));
        assertFalse(gate.pass(0.49f));
    }

    @Test
    void shutItTakesHalfAgain() {
        gate.pass(0.9f);
        gate.shut();
        assertFalse(gate.pass(0.4f));
    }
}
