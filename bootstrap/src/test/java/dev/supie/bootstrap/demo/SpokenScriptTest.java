package dev.supie.bootstrap.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

/// What is read of the recordings that are shipped.
final class SpokenScriptTest {

    /// SILK at 16 kHz, 60 ms, one channel, one frame: what badges send (T15).
    private static final byte FIRST_BYTE = 0x58;

    @Test
    void twoPeopleTakeTurns() throws IOException {
        SpokenScript script = SpokenScript.load();

        assertEquals(List.of("Reader", "President"), script.speakers());
        assertEquals(
                List.of("Reader", "President", "Reader", "President", "Reader"),
                script.turns().stream().map(SpokenTurn::speaker).toList());
        assertEquals("ask what you can do for your country.", script.turns().get(3).text());
    }

    @Test
    void itsPacketsAreThoseOfABadge() throws IOException {
        for (SpokenTurn turn : SpokenScript.load().turns()) {
            assertTrue(turn.packets().size() > 50, turn::text);
            for (byte[] packet : turn.packets()) {
                assertEquals(FIRST_BYTE, packet[0], turn::text);
            }
        }
    }
}
