package dev.supie.planted.threads.application.meeting;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Makes a pool outside the runtime package.
final class ViolatingPool {

    ExecutorService pool() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }
}
