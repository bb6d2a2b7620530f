package dev.supie.adapter.in.websocket;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.spi.ServerConnection;

import java.time.Duration;

/// An HTTP connection of Helidon's whose end is noticed, however it comes.
final class GuardedConnection implements ServerConnection, InterruptableTask<Void> {

    private final ServerConnection connection;
    private final Runnable whenEnded;

    GuardedConnection(ServerConnection connection, Runnable whenEnded) {
        this.connection = connection;
        this.whenEnded = whenEnded;
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        try {
            connection.handle(limit);
        } finally {
            whenEnded.run();
        }
    }

    @Override
    public Duration idleTime() {
        return connection.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
        connection.close(interrupt);
    }

    /// True while it waits for a request, or is a WebSocket.
    @Override
    public boolean canInterrupt() {
        return connection instanceof InterruptableTask<?> task && task.canInterrupt();
    }
}
