package dev.supie.domain.listening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;

final class PreRollTest {

    @ParameterizedTest
    @CsvSource({"60,10", "40,15", "20,30", "120,5"})
    void itKeepsTheLast600Millis(int packetMillis, int kept) {
        PreRoll<Integer> preRoll = PreRoll.empty();
        for (int packet = 1; packet <= 100; packet++) {
            preRoll = preRoll.with(packet, Duration.ofMillis(packetMillis));
        }
        assertEquals(kept, preRoll.sounds().size());
        assertEquals(100 - kept + 1, preRoll.sounds().getFirst());
        assertEquals(100, preRoll.sounds().getLast());
        assertEquals(PickupSettings.PRE_ROLL_MAX, preRoll.length());
    }

    @Test
    void aPieceThatIsTooLongByItselfIsKeptAlone() {
        assertEquals(
                List.of("long"),
                PreRoll.<String>empty()
                        .with("short", Duration.ofMillis(60))
                        .with("long", Duration.ofSeconds(2))
                        .sounds());
    }

    @Test
    void aPieceWithoutLengthIsABug() {
        PreRoll<String> preRoll = PreRoll.empty();
        assertThrows(IllegalArgumentException.class, () -> preRoll.with("nothing", Duration.ZERO));
    }
}
