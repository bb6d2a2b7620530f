package dev.supie.adapter.out.speech.voice;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/// Who gets a place, and when.
class PlacesTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    private final Places places = new Places(2);

    @Test
    void thereAreSoManyAndNoMore() throws InterruptedException {
        assertTrue(places.ask().awaited(AT_ONCE));
        assertTrue(places.ask().awaited(AT_ONCE));
        assertFalse(places.ask().awaited(AT_ONCE));
    }

    @Test
    void whoHasWaitedLongestIsNext() throws InterruptedException {
        Places.Place first = places.ask();
        places.ask();
        Places.Place third = places.ask();
        Places.Place fourth = places.ask();

        first.giveBack();

        assertTrue(third.awaited(AT_ONCE));
        assertFalse(fourth.awaited(AT_ONCE));
    }

    @Test
    void whoHasGivenUpIsPassedOver() throws InterruptedException {
        Places.Place first = places.ask();
        places.ask();
        Places.Place third = places.ask();
        Places.Place fourth = places.ask();
        third.giveUp();

        first.giveBack();

        assertFalse(third.awaited(AT_ONCE));
        assertTrue(fourth.awaited(AT_ONCE));
    }

    @Test
    void givingUpWhatOneHasTakesNothingAway() throws InterruptedException {
        Places.Place first = places.ask();
        first.giveUp();

        assertTrue(first.awaited(AT_ONCE));
        places.ask();
        assertFalse(places.ask().awaited(AT_ONCE));
    }

    @Test
    void whoeverIsInterruptedLeavesNoPlaceTaken() throws InterruptedException {
        Places.Place first = places.ask();
        places.ask();
        Places.Place third = places.ask();
        Thread.currentThread().interrupt();

        assertThrows(InterruptedException.class, () -> third.awaited(Duration.ofSeconds(5)));

        first.giveBack();
        assertTrue(places.ask().awaited(AT_ONCE));
    }
}
