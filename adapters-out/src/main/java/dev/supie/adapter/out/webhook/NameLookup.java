package dev.supie.adapter.out.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Looks names up within a time limit. Safe for use by many threads.
///
/// The system's resolver cannot be interrupted and may take half a minute. It runs on a thread of
/// its own, and not on a virtual one: a native call holds on to what carries the virtual threads,
/// and a few that hang would stop every badge. At most [#LOOKUPS_MAX] hang at a time, given-up ones
/// included; one more fails at once.
final class NameLookup {

    static final int LOOKUPS_MAX = 8;

    private final Semaphore places = new Semaphore(LOOKUPS_MAX);
    private final Names names;

    NameLookup(Names names) {
        this.names = names;
    }

    /// Anew each time: who answers for a name may change its mind (the JDK remembers for 30 s).
    List<InetAddress> find(String host, Duration limit) throws PostFailure, InterruptedException {
        if (!places.tryAcquire()) {
            throw new PostFailure("the name service does not answer");
        }
        FutureTask<List<InetAddress>> lookup = new FutureTask<>(() -> found(host));
        Thread.ofPlatform().daemon().name("webhook-name").start(lookup);
        try {
            return lookup.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            throw new PostFailure("the name service does not answer in time");
        } catch (ExecutionException _) {
            throw new PostFailure("its host name is unknown");
        }
    }

    private List<InetAddress> found(String host) throws UnknownHostException {
        try {
            return List.of(names.find(host));
        } finally {
            places.release();
        }
    }
}
