package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.PcmFrame;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A model that answers only when a test lets it, always with the same word.
final class HeldModel implements SpeechModel {

    private static final long WAIT_SECONDS_MAX = 20;

    private final String name;
    private final Semaphore allowed = new Semaphore(0);
    private final CountDownLatch entered = new CountDownLatch(1);
    private volatile boolean broken;

    HeldModel(String name) {
        this.name = name;
    }

    /// Lets so many more answers out.
    HeldModel allow(int answers) {
        allowed.release(answers);
        return this;
    }

    /// From now on it fails in a way that nobody foresaw.
    HeldModel breakDown() {
        broken = true;
        return this;
    }

    /// Waits until somebody waits for an answer.
    void awaitEntered() throws InterruptedException {
        if (!entered.await(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody asked " + name);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String transcribe(PcmFrame sound, BooleanSupplier wanted) {
        entered.countDown();
        if (broken) {
            throw new IllegalStateException("broken on purpose");
        }
        try {
            if (!allowed.tryAcquire(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new IllegalStateException("never allowed");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ModelBrokenException("interrupted", interrupted);
        }
        return "word";
    }

    @Override
    public void close() {
        // Nothing to give back.
    }
}
