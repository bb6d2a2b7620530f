package dev.supie.planted.clocksandchance.domain;

import java.util.Random;

/// Draws lots.
final class ViolatingDie {

    int roll() {
        return new Random().nextInt(6);
    }
}
