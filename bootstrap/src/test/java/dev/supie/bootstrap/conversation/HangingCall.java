package dev.supie.bootstrap.conversation;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CountDownLatch;

/// A call of the model that has begun and has no answer yet. It runs on a thread of its own; the
/// stage's one thread waits until it hangs, and again until it is over, so that only one of the two
/// ever runs and every run is the same.
final class HangingCall {

    private final CountDownLatch still = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);
    private @Nullable Thread thread;

    /// Does the work until it asks the model.
    void begin(Runnable work) {
        thread =
                Thread.startVirtualThread(
                        () -> {
                            try {
                                work.run();
                            } finally {
                                still.countDown();
                            }
                        });
        await(still);
    }

    /// What the model does in place of an answer.
    void hang() {
        still.countDown();
        await(answered);
    }

    /// Lets the model answer, and the work go on to its end.
    void answer() {
        answered.countDown();
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted in a test", e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted in a test", e);
        }
    }
}
