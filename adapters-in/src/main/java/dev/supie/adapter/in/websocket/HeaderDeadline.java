package dev.supie.adapter.in.websocket;

import io.helidon.webserver.ConnectionContext;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/// Closes a connection whose headers drip in for too long after the request line: Helidon's reaper
/// does not interrupt it there, and it would hold a socket for as long as it likes.
final class HeaderDeadline {

    static final Duration LIMIT = Duration.ofSeconds(10);

    private final Timers timers;
    private final Executor threads;
    private final Map<ConnectionContext, Deadline> waiting = new ConcurrentHashMap<>();

    HeaderDeadline(Timers timers, Executor threads) {
        this.timers = timers;
        this.threads = threads;
    }

    void begin(ConnectionContext context) {
        Deadline deadline = timers.deadline(LIMIT, () -> close(context));
        waiting.put(context, deadline);
        deadline.begin();
    }

    void end(ConnectionContext context) {
        Deadline deadline = waiting.remove(context);
        if (deadline != null) {
            deadline.stop();
        }
    }

    private void close(ConnectionContext context) {
        end(context);
        // Not on the thread that all alarms share.
        threads.execute(() -> context.serverSocket().close());
    }
}
