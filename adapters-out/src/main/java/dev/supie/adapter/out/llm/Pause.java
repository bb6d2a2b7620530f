package dev.supie.adapter.out.llm;

import java.time.Duration;

/// Lets time pass between two attempts; a test lets it pass without waiting.
@FunctionalInterface
interface Pause {

    void pause(Duration time) throws InterruptedException;
}
