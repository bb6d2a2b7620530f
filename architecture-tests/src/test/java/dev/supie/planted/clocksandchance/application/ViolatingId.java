package dev.supie.planted.clocksandchance.application;

import java.util.UUID;

/// Makes its own ids, inside a lambda.
final class ViolatingId {

    Runnable make = () -> UUID.randomUUID();
}
