package dev.supie.planted.sleep;

import java.util.concurrent.TimeUnit;

/// Waits by sleeping.
final class Violating {

    void waitAWhile() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(1);
    }
}
