package dev.supie.adapter.out.llm;

import dev.supie.application.coding.port.BuildAdviser;
import dev.supie.application.coding.port.ModelAnswer;
import dev.supie.domain.coding.Question;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// An adviser for tests that wait until something was heard of it, or its time is over.
record Settling(BuildAdviser adviser, Semaphore heard) implements BuildAdviser {

    Settling(BuildAdviser adviser) {
        this(adviser, new Semaphore(0));
    }

    @Override
    public Asked ask(Question question, Duration within, Consumer<ModelAnswer> answer) {
        return adviser.ask(
                question,
                within,
                given -> {
                    answer.accept(given);
                    heard.release();
                });
    }

    /// True if something was heard.
    boolean settle(Duration within) {
        try {
            return heard.tryAcquire(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
