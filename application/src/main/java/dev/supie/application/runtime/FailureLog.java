package dev.supie.application.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;

/// Logs failures that may come by the thousand, such as those of a database that is away: the first
/// at once and with its cause, then at most one each [#SPACING], which also says how many were
/// passed over. Safe for use by many threads.
public final class FailureLog {

    public static final Duration SPACING = Duration.ofSeconds(30);

    private final System.Logger logger;
    private final InstantSource time;
    private final ReentrantLock lock = new ReentrantLock();
    private Instant quietUntil = Instant.MIN;
    private long passedOver;

    public FailureLog(System.Logger logger, InstantSource time) {
        this.logger = logger;
        this.time = time;
    }

    public void error(String what, Throwable cause) {
        Instant now = time.instant();
        long before;
        lock.lock();
        try {
            if (now.isBefore(quietUntil)) {
                passedOver++;
                return;
            }
            quietUntil = now.plus(SPACING);
            before = passedOver;
            passedOver = 0;
        } finally {
            lock.unlock();
        }
        String others = before == 0 ? "" : " (and " + before + " failures since the last of these)";
        logger.log(System.Logger.Level.ERROR, what + others, cause);
    }
}
