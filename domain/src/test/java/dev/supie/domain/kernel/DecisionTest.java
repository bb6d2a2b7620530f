package dev.supie.domain.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class DecisionTest {

    @Test
    void keepsItsEffectsInOrder() {
        Decision<String, String, String> decision = Decision.accept("next", List.of("b", "a"));

        assertEquals(new Decision.Accepted<>("next", List.of("b", "a")), decision);
    }

    @Test
    void doesNotChangeWithTheListItWasMadeFrom() {
        List<String> effects = new ArrayList<>(List.of("a"));
        Decision<String, String, String> decision = Decision.accept("next", effects);

        effects.add("b");

        assertEquals(Decision.accept("next", List.of("a")), decision);
    }

    @Test
    void givesEffectsThatNobodyCanChange() {
        List<String> effects = new Decision.Accepted<>("next", List.of("a")).effects();

        assertThrows(UnsupportedOperationException.class, () -> effects.add("b"));
    }

    @Test
    void isEqualToTheSameRejectionOnly() {
        assertEquals(Decision.reject("no"), Decision.reject("no"));
        assertNotEquals(Decision.reject("no"), Decision.reject("never"));
    }
}
