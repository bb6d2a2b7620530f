package dev.supie.bootstrap.server;

import dev.supie.bootstrap.cli.ServeAction;
import dev.supie.bootstrap.config.ConfigResult;
import dev.supie.bootstrap.config.Warning;
import dev.supie.bootstrap.logging.Logging;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// `supie serve`: runs a server until the process is told to end, also if that is while it still
/// starts (CON-6). Once for each process.
public final class Serve implements ServeAction {

    private static final System.Logger LOG = System.getLogger(Serve.class.getName());
    private static final int CANNOT_START = 2;

    /// By which whoever looks after the process knows that it shall be started again (SRV-2).
    private static final int RESTART = 75;

    /// How long a start that is under way is waited for by who wants to end it. What it has opened
    /// by then survives the end of the process as it survives a kill.
    private static final Duration START_MAX = Duration.ofSeconds(5);

    private final CompletableFuture<SupieServer> start = new CompletableFuture<>();
    private final CountDownLatch restart = new CountDownLatch(1);
    private volatile boolean ending;

    @Override
    public int serve(ConfigResult.Loaded loaded, PrintWriter out, PrintWriter err) {
        // Before anything is made, log files included: whoever sees something of us may end us.
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "shutdown"));
        Logging.start(loaded.config().log());
        warn(loaded.warnings());
        try {
            SupieServer server = SupieServer.start(loaded, Optional.of(restart::countDown));
            start.complete(server);
            announce(server, out);
        } catch (StartException failure) {
            LOG.log(System.Logger.Level.DEBUG, "start failed", failure);
            LOG.log(System.Logger.Level.ERROR, "{0}", failure.getMessage());
            return CANNOT_START;
        } finally {
            // Without effect after a start that succeeded.
            start.completeExceptionally(new IllegalStateException("there is no server"));
        }
        return untilRestart();
    }

    private static void warn(List<Warning> warnings) {
        if (!warnings.isEmpty()) {
            var logger = System.getLogger("dev.supie.bootstrap.Configuration");
            warnings.forEach(warning -> logger.log(System.Logger.Level.WARNING, warning.text()));
        }
    }

    private void announce(SupieServer server, PrintWriter out) {
        if (!ending) {
            out.println(
                    "ready device="
                            + server.deviceUrl()
                            + " http="
                            + server.httpUrl()
                            + " console="
                            + server.consoleUrl());
            out.flush();
        }
    }

    /// Otherwise only the shutdown hook ends the process; it drains in any case.
    private int untilRestart() {
        try {
            restart.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 0;
        }
        return RESTART;
    }

    /// A drained server has done what it was told, so its exit status is 0, or that of a restart,
    /// and not the signal's. Without a server the status stays what it is: 2 after a failed start,
    /// else the signal's.
    private void end() {
        ending = true;
        // Whoever is told to end does not restart because a badge wants that meanwhile.
        int status = restart.getCount() == 0 ? RESTART : 0;
        boolean stopped = stopServer();
        Logging.stop();
        if (stopped) {
            Runtime.getRuntime().halt(status);
        }
    }

    private boolean stopServer() {
        try {
            start.get(START_MAX.toMillis(), TimeUnit.MILLISECONDS).stop();
            return true;
        } catch (ExecutionException _) {
            // Whoever started it has said why there is none.
        } catch (TimeoutException _) {
            LOG.log(System.Logger.Level.WARNING, "ended while it was still starting");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
