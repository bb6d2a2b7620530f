package dev.supie.planted.sleep;

import java.time.Duration;

/// The same with the other method.
final class ViolatingThread {

    void waitAWhile() throws InterruptedException {
        Thread.sleep(Duration.ofMillis(1));
    }
}
