package dev.supie.bootstrap.server;

import dev.supie.application.connection.Connections;
import dev.supie.application.peer.Peers;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// How the server takes leave of its badges, while everything else still works (CON-6). It takes
/// [#GOODBYE_MAX] and [#STORING_MAX] at most.
record Farewell(Connections connections, Peers peers) {

    private static final System.Logger LOG = System.getLogger(Farewell.class.getName());

    /// How long badges are given to say goodbye (CON-6 allows ten seconds for everything).
    private static final Duration GOODBYE_MAX = Duration.ofSeconds(4);

    /// How long the store then has for peer messages.
    private static final Duration STORING_MAX = Duration.ofSeconds(2);

    void take() {
        sayGoodbye();
        putMessagesAway();
    }

    private void sayGoodbye() {
        try {
            connections.drain().get(GOODBYE_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} badges did not say goodbye in time",
                    connections.count());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            LOG.log(System.Logger.Level.ERROR, "draining failed", failure);
        }
    }

    /// What badges acknowledged last is not sent again after a restart.
    private void putMessagesAway() {
        try {
            peers.drain().get(STORING_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            LOG.log(System.Logger.Level.WARNING, "peer messages could not be stored in time");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            LOG.log(System.Logger.Level.ERROR, "storing peer messages failed", failure);
        }
    }
}
