package dev.supie.adapter.out.llm;

import dev.supie.adapter.out.service.SharedEndpoints;
import dev.supie.adapter.out.service.TestTiming;

import java.time.Duration;
import java.util.List;

/// Time that a test can move, and chance that it knows.
final class TestSurroundings {

    static final String NONCE = "0123456789abcdef";

    private final TestTiming time = new TestTiming();
    private final SharedEndpoints endpoints = new SharedEndpoints();

    Surroundings surroundings() {
        return new Surroundings(time.timing(), () -> NONCE, endpoints);
    }

    /// Clients that are open.
    int clients() {
        return endpoints.size();
    }

    void skip(Duration duration) {
        time.skip(duration);
    }

    List<Duration> pauses() {
        return time.pauses();
    }
}
