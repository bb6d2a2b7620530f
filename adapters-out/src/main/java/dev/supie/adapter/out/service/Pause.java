package dev.supie.adapter.out.service;

import java.time.Duration;

/// Lets time pass between two attempts; a test lets it pass without waiting.
@FunctionalInterface
public interface Pause {

    void pause(Duration time) throws InterruptedException;
}
